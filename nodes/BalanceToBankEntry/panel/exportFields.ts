import type { INodeProperties } from 'n8n-workflow';

import { accountField, accountTypeField } from '../../panel/ledger/accountType';

const displayOptions = { show: { book: ['export'] } };

const column = (displayName: string, name: string, usual: string, description: string) => ({
	displayName,
	name,
	type: 'string' as const,
	default: usual,
	description,
});

const OPTIONAL = 'Leave empty if the file has no such column.';

export const columns: INodeProperties = {
	displayName: 'Columns',
	name: 'columns',
	type: 'collection',
	placeholder: 'Add Column',
	default: {},
	displayOptions,
	description: 'Headings of the columns in the file, where they differ from the usual ones',
	options: [
		column(
			'Amount',
			'amount',
			'Amount',
			'Column of the signed amount. Leave empty if money in and money out have a column each.',
		),
		column('Currency', 'currency', '', `Column of the currency. ${OPTIONAL}`),
		column('Date', 'date', 'Date', 'Column of the day'),
		column('Description', 'description', 'Description', 'Column of the text that rules look at'),
		column('Money In', 'moneyIn', '', `Column of what came in. ${OPTIONAL}`),
		column('Money Out', 'moneyOut', '', `Column of what went out. ${OPTIONAL}`),
		column(
			'Reference',
			'reference',
			'',
			`Column of a number that no other row has; it is what each row is known by. ${OPTIONAL}`,
		),
		column(
			'Type',
			'type',
			'',
			`Column of the kind of movement, which rules look at too. ${OPTIONAL}`,
		),
	],
};

export const rules: INodeProperties = {
	displayName: 'Rules',
	name: 'rules',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Rule',
	default: {
		rows: [
			{ contains: 'payout', direction: 'In', book: 'elsewhere' },
			{
				contains: 'cashback',
				direction: 'In',
				book: 'account',
				account: 'Cashback Rewards',
				accountType: 'Other Income',
			},
		],
	},
	displayOptions,
	description:
		'Where rows belong; the first rule that fits counts, and a row that none fits is refused. Between bank accounts a row becomes a transfer, else an expense or deposit.',
	options: [
		{
			displayName: 'Rule',
			name: 'rows',
			values: [
				{ ...accountField, displayOptions: { show: { book: ['account'] } } },
				{ ...accountTypeField, displayOptions: { show: { book: ['account'] } } },
				{
					displayName: 'Book',
					name: 'book',
					type: 'options',
					default: 'account',
					options: [
						{
							name: 'Booked Elsewhere',
							value: 'elsewhere',
							description: 'Leave the row out, such as payouts, which Payout to Deposit books',
						},
						{ name: 'To an Account', value: 'account' },
					],
					description: 'What becomes of the row',
				},
				{
					displayName: 'Direction',
					name: 'direction',
					type: 'options',
					default: 'Both',
					options: [
						{ name: 'Both', value: 'Both' },
						{ name: 'Money In', value: 'In' },
						{ name: 'Money Out', value: 'Out' },
					],
					description: 'Which rows the rule is for',
				},
				{
					displayName: 'Text Contains',
					name: 'contains',
					type: 'string',
					default: '',
					placeholder: 'e.g. Canva',
					description: 'Part of the description or type. Leave empty for any.',
				},
				{
					displayName: 'Vendor',
					name: 'vendor',
					type: 'string',
					default: '',
					description: 'Vendor of the expense, instead of the one under Options',
					displayOptions: { show: { book: ['account'] } },
				},
			],
		},
	],
};

export const exportFields: INodeProperties[] = [
	{
		displayName: 'Shop',
		name: 'shop',
		type: 'string',
		default: '',
		placeholder: 'e.g. my-store.myshopify.com',
		required: true,
		displayOptions,
		description: 'The myshopify.com domain of the shop, which the file does not tell',
	},
	{
		displayName: 'Balance Account',
		name: 'balanceAccount',
		type: 'string',
		default: 'Shopify Balance',
		displayOptions,
		description: 'Name of the bank account in QuickBooks that the file is the statement of',
	},
	columns,
	rules,
];

export const currency: INodeProperties = {
	displayName: 'Currency',
	name: 'currency',
	type: 'string',
	default: 'USD',
	description: 'Currency of the Shopify Balance account',
};

export const dateOrder: INodeProperties = {
	displayName: 'Dates',
	name: 'dateOrder',
	type: 'options',
	default: 'Month First',
	options: [
		{ name: 'Day First', value: 'Day First' },
		{ name: 'Month First', value: 'Month First' },
	],
	description: 'How 10/3/2026 is read. A date with the year first is always understood.',
};

export const purchaseVendor: INodeProperties = {
	displayName: 'Vendor of Purchases',
	name: 'purchaseVendor',
	type: 'string',
	default: 'Shopify Balance',
	description: 'Vendor of expenses where the rule names none',
};
