import type { INodeProperties } from 'n8n-workflow';

export const feeForm: INodeProperties = {
	displayName: 'Book Fees As',
	name: 'feeForm',
	type: 'options',
	default: 'Bill',
	options: [
		{
			name: 'Bill and Payment',
			value: 'Bill',
			description: 'A bill of the vendor and its payment out of the clearing account',
		},
		{
			name: 'Expense',
			value: 'Expense',
			description:
				'An expense out of the clearing account, for QuickBooks Simple Start, which has no bills',
		},
	],
	description:
		'The document that fees become. Where more is given back than charged, it is a deposit into the clearing account.',
};

export const feePeriod: INodeProperties = {
	displayName: 'One Document Per',
	name: 'feePeriod',
	type: 'options',
	default: 'Payout',
	options: [
		{ name: 'Day', value: 'Day', description: 'Feed balance transactions of whole days' },
		{ name: 'Month', value: 'Month', description: 'Feed balance transactions of whole months' },
		{
			name: 'Payout',
			value: 'Payout',
			description:
				'Feed payouts. With their orders, fees for currency conversion get a line of their own.',
		},
		{
			name: 'Transaction',
			value: 'Transaction',
			description: 'Feed payouts or balance transactions',
		},
	],
	description:
		'What one document is about. Do not change it for fees that are already booked: choose a date from which it counts.',
};

export const splitAtMonthEnd: INodeProperties = {
	displayName: 'Split at Month End',
	name: 'splitAtMonthEnd',
	type: 'boolean',
	default: false,
	displayOptions: { show: { feePeriod: ['Payout'] } },
	description:
		'Whether the fees of a payout with rows of two months become a document in each month',
};

export const taxCode: INodeProperties = {
	displayName: 'Tax Code on Fees',
	name: 'taxCode',
	type: 'string',
	default: '',
	description:
		'Name of the QuickBooks tax code on every line, such as for reverse charge. Which one is right depends on where the business is: ask your accountant.',
};

export const taxRate: INodeProperties = {
	displayName: 'Tax Included in Fees (Percent)',
	name: 'taxRate',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 99, numberPrecision: 4 },
	default: 0,
	description:
		'Tax that Shopify adds to its fees, such as 23 for Irish VAT. It is taken out of the fee and booked as tax of the code.',
};
