import type { INodeProperties } from 'n8n-workflow';

export const clearingAccounts: INodeProperties = {
	displayName: 'Clearing Accounts',
	name: 'clearingAccounts',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Clearing Account',
	default: { rows: [{ currency: '*', account: 'Shopify Payments Clearing' }] },
	description:
		'Bank accounts in QuickBooks that hold what Shopify Payments owes, one for each currency. Orders must be booked into the same accounts.',
	options: [
		{
			displayName: 'Clearing Account',
			name: 'rows',
			values: [
				{
					displayName: 'Account',
					name: 'account',
					type: 'string',
					default: '',
					placeholder: 'e.g. Shopify Payments Clearing EUR',
					description: 'Name of the bank account in QuickBooks',
				},
				{
					displayName: 'Currency',
					name: 'currency',
					type: 'string',
					default: '',
					placeholder: 'e.g. EUR',
					description: "Currency of the payouts. Use * for the shop's own currency.",
				},
			],
		},
	],
};
