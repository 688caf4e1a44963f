import type { INodeProperties } from 'n8n-workflow';

export const refundFields: INodeProperties[] = [
	{
		displayName: 'Book Refunds As',
		name: 'refundForm',
		type: 'options',
		default: 'Refund Receipt',
		options: [
			{
				name: 'Credit Memo',
				value: 'Credit Memo',
				description: 'A credit memo, and each payment to the customer by itself',
			},
			{
				name: 'Refund Receipt',
				value: 'Refund Receipt',
				description:
					'Paid from the account the money came in to. What is given back on an unpaid invoice becomes a credit memo.',
			},
		],
		description: 'The document that a refund becomes',
	},
	{
		displayName: 'Goods Not Restocked',
		name: 'notRestocked',
		type: 'options',
		default: 'Refund Item',
		options: [
			{
				name: 'Item for Returned Goods',
				value: 'Refund Item',
				description: 'An item without stock, so that the stock of the product does not rise',
			},
			{
				name: 'Their Own Product',
				value: 'Product',
				description: 'The item that was sold, which puts it back in stock if it is counted',
			},
		],
		description: 'What goods that came back but not on the shelf are booked to',
	},
];
