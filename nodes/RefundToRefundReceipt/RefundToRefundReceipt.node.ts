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
import { refundFields } from '../panel/refundForm';
import { saleForm } from '../panel/saleForm';
import { router } from './router';

export class RefundToRefundReceipt implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Refund to Refund Receipt',
		name: 'refundToRefundReceipt',
		icon: {
			light: 'file:../../icons/refundToRefundReceipt.svg',
			dark: 'file:../../icons/refundToRefundReceipt.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: 'Shopify Refund to Refund Receipt',
		description:
			'Turns Shopify refunds into refund receipts or credit memos for QuickBooks Posting, without sending anything',
		defaults: { name: 'Refund to Refund Receipt' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Documents', 'Skipped'],
		properties: [
			...refundFields,
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
