import type { INodeProperties } from 'n8n-workflow';

const displayOptions = { show: { resource: ['document'], operation: ['find'] } };

export const findFields: INodeProperties[] = [
	{
		displayName: 'Shop',
		name: 'shop',
		type: 'string',
		displayOptions,
		default: '',
		placeholder: 'e.g. demo-store.myshopify.com',
		description: 'The shop whose documents are listed. Leave empty for all shops.',
	},
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		displayOptions,
		default: '',
		description: 'First day of the documents. Leave empty for 90 days before the last one.',
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'dateTime',
		displayOptions,
		default: '',
		description: 'Last day of the documents. Leave empty for today.',
	},
	{
		displayName: 'Keys',
		name: 'keys',
		type: 'string',
		typeOptions: { rows: 2 },
		displayOptions,
		default: '',
		placeholder: 'e.g. demo-store.myshopify.com/Order/5550001',
		description:
			'Only documents with these keys, separated by commas or lines. Leave empty for all of the shop.',
	},
];
