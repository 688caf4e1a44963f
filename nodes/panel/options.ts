import type { INodeProperties } from 'n8n-workflow';

export const optionsCollection: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Class',
			name: 'class',
			type: 'string',
			default: '',
			description: 'Name of a QuickBooks class for all documents',
		},
		{
			displayName: 'Custom Fields',
			name: 'customFields',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Custom Field',
			default: {},
			description: 'Custom fields of QuickBooks sales forms, with the same value on all documents',
			options: [
				{
					displayName: 'Custom Field',
					name: 'rows',
					values: [
						{
							displayName: 'Name',
							name: 'name',
							type: 'string',
							default: '',
							description: 'Name of the field in QuickBooks',
						},
						{ displayName: 'Value', name: 'value', type: 'string', default: '' },
					],
				},
			],
		},
		{
			displayName: 'Location',
			name: 'location',
			type: 'string',
			default: '',
			description: 'Name of a QuickBooks location for all documents',
		},
		{
			displayName: 'Memo',
			name: 'memo',
			type: 'string',
			default: '',
			placeholder: 'e.g. {{ $json.name }} by {{ $json.sourceName }}',
			description: 'Replaces the usual memo, such as "Shopify order #1001"',
		},
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
