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
			displayName: 'Currency of the Books',
			name: 'booksCurrency',
			type: 'options',
			default: 'Shop Currency',
			options: [
				{
					name: "Customer's Currency",
					value: 'Customer Currency',
					description:
						'Each order in the currency that its customer paid in. QuickBooks needs Multicurrency for it.',
				},
				{
					name: 'Shop Currency',
					value: 'Shop Currency',
					description:
						'Every order in the currency of the shop, with the exchange difference of payments on a line of its own',
				},
			],
			description:
				'Which amounts of Shopify are booked. Do not change it for orders that are already booked.',
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
			displayName: 'Inventory Start Date',
			name: 'stockStart',
			type: 'string',
			default: '',
			placeholder: 'e.g. 2026-01-01',
			description:
				'First day of the stock of products that are created as inventory. Choose one before the first order: QuickBooks refuses sales before it.',
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
				{
					name: 'Inventory',
					value: 'Inventory',
					description: 'Its stock is counted from the start date, beginning with none',
				},
				{ name: 'Non-Inventory', value: 'NonInventory' },
				{ name: 'Service', value: 'Service' },
			],
			description: 'Type that a product gets when it is created in QuickBooks',
		},
	],
};
