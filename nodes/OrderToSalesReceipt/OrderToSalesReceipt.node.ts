import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { accountsCollection } from '../panel/accounts';
import { customerFields } from '../panel/customer';
import { discountsField } from '../panel/discounts';
import { itemsCollection } from '../panel/items';
import { optionsCollection } from '../panel/options';
import { paymentAccounts } from '../panel/paymentAccounts';
import { saleForm } from '../panel/saleForm';
import { router } from './router';

export class OrderToSalesReceipt implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Order to Sales Receipt',
		name: 'orderToSalesReceipt',
		icon: {
			light: 'file:../../icons/orderToSalesReceipt.svg',
			dark: 'file:../../icons/orderToSalesReceipt.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: 'Shopify Order to Sales Receipt',
		description:
			'Turns Shopify orders into sales receipts or invoices for QuickBooks Posting, without sending anything',
		defaults: { name: 'Order to Sales Receipt' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Documents', 'Skipped'],
		properties: [
			saleForm,
			paymentAccounts,
			...customerFields,
			discountsField,
			accountsCollection,
			itemsCollection,
			optionsCollection,
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return router(this);
	}
}
