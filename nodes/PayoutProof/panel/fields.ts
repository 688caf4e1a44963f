import type { INodeProperties } from 'n8n-workflow';

export const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	default: 'provePayouts',
	options: [
		{
			name: 'Prove Account Balances',
			value: 'proveBalances',
			action: 'Prove account balances',
			description:
				'Roll gift cards, store credit, sales tax, tips or reserves forward through a period. Feed all documents of the period, from the nodes that map.',
		},
		{
			name: 'Prove Clearing Balance',
			value: 'proveClearing',
			action: 'Prove the clearing balance',
			description:
				'Compare what the clearing account holds now with what Shopify has not paid out yet. Feed balance transactions.',
		},
		{
			name: 'Prove Payouts',
			value: 'provePayouts',
			action: 'Prove payouts',
			description:
				"Find the document of every row of a payout, and whether they come to its net to the cent. Feed payouts read with 'Include Orders'.",
		},
	],
};

export const binaryField: INodeProperties = {
	displayName: 'Put Report in Field',
	name: 'binaryField',
	type: 'string',
	default: 'data',
	displayOptions: { show: { operation: ['provePayouts'] } },
	hint: 'The name of the binary field that the HTML report is put in',
	description: 'Attach it to a mail, save it, or print it: the page needs nothing from elsewhere',
};

export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	displayOptions: { show: { operation: ['provePayouts'] } },
	options: [
		{
			displayName: 'Undeposited Funds Account',
			name: 'undepositedFunds',
			type: 'string',
			default: 'Undeposited Funds',
			description:
				'The account that receipts wait in, where payouts are booked as deposits of receipts. QuickBooks may call it Payments to Deposit.',
		},
	],
};

const OF_BALANCES = { show: { operation: ['proveBalances'] } };

export const balances: INodeProperties[] = [
	{
		displayName: 'From',
		name: 'from',
		type: 'string',
		default: '={{ $now.minus({ months: 1 }).startOf("month").toISODate() }}',
		placeholder: 'e.g. 2026-10-01',
		required: true,
		displayOptions: OF_BALANCES,
		description: 'First day of the period',
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'string',
		default: '={{ $now.minus({ months: 1 }).endOf("month").toISODate() }}',
		placeholder: 'e.g. 2026-10-31',
		required: true,
		displayOptions: OF_BALANCES,
		description: 'Last day of the period',
	},
	{
		displayName: 'Accounts',
		name: 'balances',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Account',
		displayOptions: OF_BALANCES,
		default: {
			rows: [
				{ account: 'Gift Card Liability', holds: 'One Account' },
				{ account: 'Store Credit Liability', holds: 'One Account' },
				{ account: 'Shopify Reserve', holds: 'One Account' },
			],
		},
		options: [
			{
				displayName: 'Account',
				name: 'rows',
				values: [
					{
						displayName: 'Account',
						name: 'account',
						type: 'string',
						default: '',
						placeholder: 'e.g. Gift Card Liability',
						description: 'Name of the account in QuickBooks',
					},
					{
						displayName: 'Holds',
						name: 'holds',
						type: 'options',
						default: 'One Account',
						options: [
							{
								name: 'Sales Tax',
								value: 'Sales Tax',
								description:
									'One of the accounts that sales tax is owed on; all of them are proved together',
							},
							{
								name: 'What Its Documents Say',
								value: 'One Account',
								description: 'Gift cards, store credit, tips, duties, reserves',
							},
						],
					},
				],
			},
		],
	},
];
