import type { INodeProperties } from 'n8n-workflow';

export const onePer: INodeProperties = {
	displayName: 'One Entry Per',
	name: 'onePer',
	type: 'options',
	default: 'Day',
	options: [
		{
			name: 'Day',
			value: 'Day',
			description: "The goods of a day in the shop's time zone, once it is over",
		},
		{
			name: 'Payout',
			value: 'Payout',
			description:
				"The goods that a payout of Shopify Payments paid for, by month; read the orders with 'Include Payout'. What other gateways took is booked per day.",
		},
	],
	description:
		'What one journal entry is about. Do not change it for costs that are booked: choose a first day from which it counts.',
};

export const firstDay: INodeProperties = {
	displayName: 'First Day',
	name: 'firstDay',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 2026-10-01',
	description:
		"The day, in the shop's time zone, from which on Shopify Records reads the orders (Date: Updated, no end). Every day since is whole, and only whole days are booked.",
};

export const missingCosts: INodeProperties = {
	displayName: 'Missing Unit Costs',
	name: 'missingCosts',
	type: 'options',
	default: 'Hold',
	options: [
		{
			name: 'Hold',
			value: 'Hold',
			description: 'Refuse the day and name the products, until their cost is in Shopify',
		},
		{
			name: 'Leave Out and List',
			value: 'Leave Out and List',
			description: "Book the day without them, and list them in the output 'Skipped'",
		},
	],
	description: "What happens when a product has no 'Cost per item' in Shopify",
};

export const costAccounts: INodeProperties = {
	displayName: 'Accounts',
	name: 'accounts',
	type: 'collection',
	placeholder: 'Add Account',
	default: {},
	description: 'Names of accounts in QuickBooks, where they differ from the usual ones',
	options: [
		{
			displayName: 'Cost of Goods Sold Account',
			name: 'cost',
			type: 'string',
			default: 'Cost of Goods Sold',
			description: 'Name of an account of the type Cost of Goods Sold',
		},
		{
			displayName: 'Inventory Asset Account',
			name: 'inventory',
			type: 'string',
			default: 'Inventory Asset',
			description:
				'Name of an account of the type Other Current Asset that holds the stock, and that purchases are booked to',
		},
	],
};
