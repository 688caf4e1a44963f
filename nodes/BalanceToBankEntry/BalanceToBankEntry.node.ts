import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { entryForm } from '../panel/ledger/entryForm';
import { financingCost, ledgerOptions, shownFor, vendorOption } from '../panel/ledger/options';
import { currency, dateOrder, exportFields, purchaseVendor } from './panel/exportFields';
import { book, ledgerFields } from './panel/ledgerFields';
import { router } from './router';

export class BalanceToBankEntry implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Balance to Bank Entry',
		name: 'balanceToBankEntry',
		icon: {
			light: 'file:../../icons/balanceToBankEntry.svg',
			dark: 'file:../../icons/balanceToBankEntry.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ $parameter["book"] === "export" ? "Shopify Balance Export" : "Shopify Payments Ledger" }}',
		description:
			'Turns disputes, reserves, loans, adjustments and rows of a Shopify Balance export into entries for QuickBooks Posting, without sending anything',
		defaults: { name: 'Balance to Bank Entry' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Documents', 'Skipped'],
		properties: [
			book,
			...ledgerFields,
			...exportFields,
			entryForm,
			ledgerOptions(
				shownFor(currency, 'book', 'export'),
				shownFor(dateOrder, 'book', 'export'),
				shownFor(financingCost, 'book', 'ledger'),
				shownFor(purchaseVendor, 'book', 'export'),
				shownFor(vendorOption, 'book', 'ledger'),
			),
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return router(this);
	}
}
