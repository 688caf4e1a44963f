import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { documentFields } from './panel/document';
import { findFields } from './panel/find';
import { optionsCollection } from './panel/options';
import { taxCodes } from './panel/taxCodes';
import { router } from './router';

export class QuickBooksPosting implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QuickBooks Posting',
		name: 'quickBooksPosting',
		icon: {
			light: 'file:../../icons/quickBooksPosting.svg',
			dark: 'file:../../icons/quickBooksPosting.dark.svg',
		},
		group: ['output'],
		version: 1,
		subtitle:
			'={{ $parameter["operation"].charAt(0).toUpperCase() + $parameter["operation"].slice(1) + " Documents" }}',
		description:
			'Posts accounting documents to a QuickBooks Online company, each exactly once, shows what would be posted, and finds or undoes what was: sales receipts, invoices, payments, refund receipts, credit memos, credit refunds, deposits, transfers, bills, bill payments, expenses and journal entries',
		defaults: { name: 'QuickBooks Posting' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'quickBooksCompanyOAuth2Api', required: true }],
		properties: [...documentFields, ...findFields, taxCodes, optionsCollection],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await router(this)];
	}
}
