import type { INodeProperties } from 'n8n-workflow';

export const documentFields: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [{ name: 'Document', value: 'document' }],
		default: 'document',
	},
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['document'] } },
		options: [
			{
				name: 'Plan',
				value: 'plan',
				action: 'Plan documents',
				description: 'Show what would be posted and what is missing, without writing anything',
			},
			{
				name: 'Post',
				value: 'post',
				action: 'Post documents',
				description: 'Write each document into the books unless they hold it already',
			},
		],
		default: 'plan',
	},
	{
		displayName: 'Create Missing',
		name: 'createMissing',
		type: 'multiOptions',
		displayOptions: { show: { resource: ['document'] } },
		options: [
			{ name: 'Accounts', value: 'Account' },
			{ name: 'Customers', value: 'Customer' },
			{ name: 'Items', value: 'Item' },
			{ name: 'Payment Methods', value: 'Payment Method' },
			{ name: 'Payment Terms', value: 'Term' },
		],
		default: [],
		description:
			'What may be created in QuickBooks where a document names something that is not there. A document that lacks anything else is held back; an invoice without terms in QuickBooks gets its due date.',
	},
	{
		displayName: 'Item Match',
		name: 'itemMatch',
		type: 'options',
		displayOptions: { show: { resource: ['document'] } },
		options: [
			{
				name: 'SKU, Then Name',
				value: 'skuThenName',
				description: 'The product or service with the SKU, else the one with the name',
			},
			{ name: 'SKU', value: 'sku', description: 'Products need a SKU' },
			{ name: 'Name', value: 'name', description: 'SKUs are left aside' },
		],
		default: 'skuThenName',
		description: 'How the products of a document are found among the products and services',
	},
];
