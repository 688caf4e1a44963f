import type { INodeProperties } from 'n8n-workflow';

import { moneyAccount } from '../../panel/moneyAccount';

export const payoutForm: INodeProperties = {
	displayName: 'Book Payouts As',
	name: 'payoutForm',
	type: 'options',
	default: 'Deposit',
	options: [
		{
			name: 'Deposit',
			value: 'Deposit',
			description: 'A bank deposit of the net, out of the clearing account',
		},
		{
			name: 'Deposit of Receipts',
			value: 'Deposit of Receipts',
			description:
				'A bank deposit that takes up the receipts waiting in Undeposited Funds, with fees and everything else as lines. Feed payouts with their orders, so that refund receipts are found too. Use neither Fee to Bill nor Balance to Bank Entry for the same payouts.',
		},
		{
			name: 'Transfer',
			value: 'Transfer',
			description: 'A transfer of the net from the clearing account to the bank',
		},
	],
	description:
		'The document that a payout becomes. A negative payout takes money from the bank and is booked the other way round.',
};

export const payoutAccounts: INodeProperties = {
	displayName: 'Payout Accounts',
	name: 'payoutAccounts',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Payout Account',
	default: { rows: [{ payoutsOf: '*', account: '', accountType: 'Bank' }] },
	description:
		'The account that each payout arrives in, such as Checking or Shopify Balance; the first row that fits counts. A payout that none fits is refused.',
	options: [
		{
			displayName: 'Payout Account',
			name: 'rows',
			values: [
				...moneyAccount('e.g. Checking'),
				{
					displayName: 'Payouts Of',
					name: 'payoutsOf',
					type: 'string',
					default: '*',
					placeholder: 'e.g. EUR',
					description:
						'A currency, a business entity, or the name or last digits of the bank account in Shopify. Use * for all that are not listed.',
				},
			],
		},
	],
};

export const failedPayouts: INodeProperties = {
	displayName: 'Failed Payouts',
	name: 'failedPayouts',
	type: 'options',
	default: 'Book and Take Back',
	options: [
		{
			name: 'Book and Take Back',
			value: 'Book and Take Back',
			description:
				'The payout and its return, both on its day. Right whether or not it was booked before it failed.',
		},
		{
			name: 'Leave Out',
			value: 'Leave Out',
			description: 'Only right if payouts are never booked before their bank has taken them',
		},
	],
	description: 'What becomes of a payout that failed or was cancelled',
};

export const receipts: INodeProperties = {
	displayName: 'Orders Are Booked As',
	name: 'receipts',
	type: 'options',
	default: 'Sales Receipt',
	displayOptions: { show: { payoutForm: ['Deposit of Receipts'] } },
	options: [
		{ name: 'Invoices and Payments', value: 'Payment' },
		{ name: 'Sales Receipts', value: 'Sales Receipt' },
	],
	description:
		'What waits in Undeposited Funds, as chosen in Order to Sales Receipt. Summaries per day cannot be taken up.',
};
