import type { INodeProperties } from 'n8n-workflow';

export const optionsCollection: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Number Prefix',
			name: 'numberPrefix',
			type: 'string',
			default: '',
			placeholder: 'e.g. EU-',
			description:
				'Put before the order number to make the receipt number, for books with several shops. QuickBooks takes 21 characters in all.',
		},
		{
			displayName: 'Product Type',
			name: 'productType',
			type: 'options',
			default: 'NonInventory',
			options: [
				{ name: 'Non-Inventory', value: 'NonInventory' },
				{ name: 'Service', value: 'Service' },
			],
			description: 'Type that a product gets when it is created in QuickBooks',
		},
	],
};
