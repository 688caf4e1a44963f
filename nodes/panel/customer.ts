import type { INodeProperties } from 'n8n-workflow';

export const customerFields: INodeProperties[] = [
	{
		displayName: 'Customer',
		name: 'customerFrom',
		type: 'options',
		default: 'generic',
		options: [
			{
				name: 'By Email',
				value: 'email',
				description: 'One QuickBooks customer for each email address',
			},
			{
				name: 'By Name',
				value: 'name',
				description: 'One QuickBooks customer for each customer name in Shopify',
			},
			{
				name: 'One for All Orders',
				value: 'generic',
				description: 'Keeps personal data of shoppers out of QuickBooks',
			},
		],
		description: 'The customer that the sales receipts belong to',
	},
	{
		displayName: 'Generic Customer',
		name: 'genericCustomer',
		type: 'string',
		default: 'Shopify Customer',
		description:
			'Name of the customer for all orders, and for those where Shopify gives no name or email',
	},
];
