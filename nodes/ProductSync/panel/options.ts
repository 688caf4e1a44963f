import type { INodeProperties } from 'n8n-workflow';

export const optionsCollection: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Create Missing Accounts',
			name: 'createAccounts',
			type: 'boolean',
			default: false,
			description: 'Whether to create the accounts of created items where QuickBooks has none',
		},
		{
			displayName: 'Prices With Tax',
			name: 'pricesWithTax',
			type: 'options',
			options: [
				{
					name: 'Leave Out',
					value: 'leaveOut',
					description: 'The price in QuickBooks stays as it is, unless the item says it holds tax',
				},
				{
					name: 'Mark as Inclusive of Tax',
					value: 'mark',
					description:
						'The price is copied, and the item says that it holds tax. Not in companies in the United States.',
				},
			],
			default: 'leaveOut',
			description:
				'What to do in a shop whose prices hold tax: such a price must not become one without tax in QuickBooks',
		},
		{
			displayName: 'Product Status',
			name: 'statuses',
			type: 'multiOptions',
			options: [
				{ name: 'Active', value: 'ACTIVE' },
				{ name: 'Archived', value: 'ARCHIVED' },
				{ name: 'Draft', value: 'DRAFT' },
				{
					name: 'Unlisted',
					value: 'UNLISTED',
					description: 'Sold by its link only',
				},
			],
			default: ['ACTIVE', 'UNLISTED'],
			description: 'Which products of the shop take part',
		},
	],
};
