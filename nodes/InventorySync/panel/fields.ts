import type { INodeProperties } from 'n8n-workflow';

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
		placeholder: 'e.g. K7QM-4T2X',
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
		displayName: 'Match Products By',
		name: 'match',
		type: 'options',
		default: 'skuThenName',
		options: [
			{
				name: 'Name',
				value: 'name',
				description: "The product's name, with that of its variant, is the item's name",
			},
			{ name: 'SKU', value: 'sku', description: 'Products without SKU are left alone' },
			{
				name: 'SKU, Then Name',
				value: 'skuThenName',
				description: 'By name only where one side has no SKU',
			},
		],
		displayOptions: { show: { mode: ON } },
		description: 'How a product in Shopify finds its item in QuickBooks',
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

const guards: INodeProperties = {
	displayName: 'Guards',
	name: 'guards',
	type: 'collection',
	placeholder: 'Add Guard',
	default: {},
	displayOptions: { show: { mode: ON } },
	description: 'What keeps a mistake on one side from spreading to the other',
	options: [
		{
			displayName: 'Largest Change per Product',
			name: 'largestChange',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 0 },
			default: 100,
			description:
				'Pieces. A product that would change by more is skipped; 100 where nothing is said, and 0 is for any.',
		},
		{
			displayName: 'Largest Change per Run',
			name: 'largestRun',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: 1000,
			description:
				'Pieces of all products together. Where there would be more, nothing is written.',
		},
		{
			displayName: 'Largest Share Emptied',
			name: 'largestEmptied',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 100 },
			default: 50,
			description:
				'Percent of the products with stock that may fall to zero in one run; 50 where nothing is said. Where there would be more, nothing is written.',
		},
		{
			displayName: 'Settling Time',
			name: 'settlingSeconds',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 600 },
			default: 60,
			description:
				'Seconds. What changed just before waits for the next run, for Shopify lists new orders a moment later.',
		},
	],
};

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	displayOptions: { show: { mode: ON } },
	options: [
		{
			displayName: 'Distribution',
			name: 'distribution',
			type: 'options',
			default: 'mainLocation',
			options: [
				{
					name: 'Main Location',
					value: 'mainLocation',
					description: 'The first one; the next ones only where it would fall below zero',
				},
				{
					name: 'Proportional',
					value: 'proportional',
					description: 'In proportion to what lies at each location',
				},
			],
			description: 'Where a difference goes in Shopify, when there are several locations',
		},
		{
			displayName: 'Look-Back Days',
			name: 'lookBackDays',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 365, numberPrecision: 0 },
			default: 14,
			description:
				'Orders that changed in so many days are looked for in the books. Older ones count as booked, unless they are open and unpaid.',
		},
	],
};

export const properties: INodeProperties[] = [
	direction,
	mode,
	...apply,
	...whatToSync,
	...writing,
	guards,
	options,
];
