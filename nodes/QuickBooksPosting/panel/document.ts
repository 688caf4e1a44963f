import type { INodeProperties } from 'n8n-workflow';

/** The operations that take documents. */
export const WRITING = { show: { resource: ['document'], operation: ['plan', 'post'] } };

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
				name: 'Find',
				value: 'find',
				action: 'Find documents',
				description: 'List the documents in the books that carry keys of a shop',
			},
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
			{
				name: 'Undo',
				value: 'undo',
				action: 'Undo documents',
				description:
					'Delete the documents in the books that carry the keys of the input items; nothing else, and nothing in closed books',
			},
		],
		default: 'plan',
	},
	{
		displayName: 'Create Missing',
		name: 'createMissing',
		type: 'multiOptions',
		displayOptions: WRITING,
		options: [
			{ name: 'Accounts', value: 'Account' },
			{ name: 'Customers', value: 'Customer' },
			{ name: 'Items', value: 'Item' },
			{ name: 'Payment Methods', value: 'Payment Method' },
			{ name: 'Payment Terms', value: 'Term' },
			{ name: 'Vendors', value: 'Vendor' },
		],
		default: [],
		description:
			'What may be created in QuickBooks where a document names something that is not there. A document that lacks anything else is held back; an invoice without terms in QuickBooks gets its due date.',
	},
	{
		displayName: 'Item Match',
		name: 'itemMatch',
		type: 'options',
		displayOptions: WRITING,
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
