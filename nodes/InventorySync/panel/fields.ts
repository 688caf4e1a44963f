import type { INodeProperties } from 'n8n-workflow';

import { guards, options } from './guards';

const TO_SHOPIFY = 'QuickBooks to Shopify';
const TO_QUICKBOOKS = 'Shopify to QuickBooks';
const ON = ['Preview', 'Apply'];

const direction: INodeProperties = {
	displayName: 'Direction',
	name: 'direction',
	type: 'options',
	default: TO_SHOPIFY,
	options: [
		{
			name: 'QuickBooks to Shopify',
			value: TO_SHOPIFY,
			description: 'Shopify sells what QuickBooks has, less what is sold and not booked yet',
		},
		{
			name: 'Shopify to QuickBooks',
			value: TO_QUICKBOOKS,
			description:
				'An inventory adjustment brings QuickBooks to what Shopify has, plus what is sold and not booked yet',
		},
	],
	description: 'Which side is right, and which one follows',
};

const mode: INodeProperties = {
	displayName: 'Mode',
	name: 'mode',
	type: 'options',
	default: 'Preview',
	options: [
		{
			name: 'Apply',
			value: 'Apply',
			description: 'Write the changes, once the code of a preview is filled in below',
		},
		{ name: 'Off', value: 'Off', description: 'Read nothing and write nothing' },
		{
			name: 'Preview',
			value: 'Preview',
			description: 'Show what would change, and write nothing',
		},
	],
	description: 'What to do with the differences',
};

const apply: INodeProperties[] = [
	{
		displayName: 'Confirmation Code',
		name: 'confirmationCode',
		type: 'string',
		default: '',
		placeholder: 'e.g. 3F2A-91C0',
		displayOptions: { show: { mode: ['Apply'] } },
		hint: 'From a preview with these settings; without it nothing is written',
		description:
			'Every item of a preview carries it. It stands for this workflow, shop, company and the settings that decide about quantities; change one of these and look at a new preview.',
	},
	{
		displayName: 'Changes to Apply',
		name: 'changesToApply',
		type: 'options',
		default: 'all',
		options: [
			{ name: 'All', value: 'all', description: 'Whatever differs when the node runs' },
			{
				name: 'Only Those in the Input',
				value: 'input',
				description:
					'Rows of a preview that somebody has approved. What would now change by more, or the other way, is skipped.',
			},
		],
		displayOptions: { show: { mode: ['Apply'] } },
		description: 'Which products may change',
	},
];

const whatToSync: INodeProperties[] = [
	{
		displayName: 'Location Names or IDs',
		name: 'locations',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getLocations' },
		default: [],
		displayOptions: { show: { mode: ON } },
		hint: 'The main location first. Empty: the only location of the shop.',
		description:
			'Locations whose stock QuickBooks counts as one quantity. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Quantity',
		name: 'quantity',
		type: 'options',
		default: 'available',
		options: [
			{
				name: 'Available',
				value: 'available',
				description: 'What can still be sold; for most shops',
			},
			{
				name: 'On Hand',
				value: 'on_hand',
				description: 'What lies there, sold pieces that are not sent yet included',
			},
		],
		displayOptions: { show: { mode: ON, direction: [TO_SHOPIFY] } },
		description:
			"Which of Shopify's quantities is set. The result is the same, under another name.",
	},
	{
		displayName: 'Item Match',
		name: 'match',
		type: 'options',
		default: 'skuThenName',
		options: [
			{
				name: 'Name Only',
				value: 'name',
				description: "The product's name, with that of its variant, is the item's name",
			},
			{ name: 'SKU Only', value: 'sku', description: 'Products without SKU are left alone' },
			{
				name: 'SKU, Then Name',
				value: 'skuThenName',
				description: 'By name only where one side has no SKU',
			},
		],
		displayOptions: { show: { mode: ON } },
		description:
			"How the item of a product is found. Choose the same as 'Item Match' in QuickBooks Posting.",
	},
	{
		displayName: 'Unbooked Sales',
		name: 'unbooked',
		type: 'options',
		default: 'orders',
		options: [
			{
				name: 'Committed Pieces',
				value: 'committed',
				description:
					'What Shopify has sold and not sent, for books that take orders when they ship',
			},
			{
				name: 'Orders Without Documents',
				value: 'orders',
				description: 'Pieces of recent orders that this package has not booked in QuickBooks yet',
			},
			{
				name: 'None',
				value: 'none',
				description:
					'Every sale is in QuickBooks before this node runs. Else sold pieces are sold once more.',
			},
		],
		displayOptions: { show: { mode: ON } },
		description: 'What Shopify has sold and QuickBooks does not know of yet',
	},
];

const writing: INodeProperties[] = [
	{
		displayName: 'Buffer',
		name: 'buffer',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 0,
		displayOptions: { show: { mode: ON } },
		description: 'Pieces of each product that Shopify does not get to sell',
	},
	{
		displayName: 'Adjustment Account',
		name: 'adjustmentAccount',
		type: 'string',
		default: 'Inventory Shrinkage',
		displayOptions: { show: { mode: ON, direction: [TO_QUICKBOOKS] } },
		description: 'Name of the account in QuickBooks that takes the value of the difference',
	},
];

export const properties: INodeProperties[] = [
	direction,
	mode,
	...apply,
	...whatToSync,
	...writing,
	guards,
	options,
];
