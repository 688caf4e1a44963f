import type { INodeProperties } from 'n8n-workflow';

/** How orders are booked; the node of their refunds must be told the same. */
export const saleForm: INodeProperties = {
	displayName: 'Book Orders As',
	name: 'saleForm',
	type: 'options',
	default: 'Sales Receipt',
	options: [
		{
			name: 'Invoice',
			value: 'Invoice',
			description: 'Every order when it is placed. Payments are booked elsewhere.',
		},
		{
			name: 'Invoice and Payments',
			value: 'Invoice and Payments',
			description:
				'Every order when it is placed, and each payment by itself: for terms, part payments and several ways to pay',
		},
		{
			name: 'Receipt if Paid, Else Invoice',
			value: 'Receipt if Paid, Else Invoice',
			description:
				'A sales receipt for what is paid on the day it is ordered, an invoice with payments for the rest',
		},
		{
			name: 'Sales Receipt',
			value: 'Sales Receipt',
			description: 'Every order once it is paid',
		},
		{
			name: 'Sales Receipt per Day',
			value: 'Summary per Day',
			description:
				'One receipt for all orders paid on a day into one account, with all items and taxes. Feed whole days.',
		},
		{
			name: 'Sales Receipt per Payout',
			value: 'Summary per Payout',
			description:
				'One receipt for all orders that a Shopify payout paid, split at the end of a month. Other money is booked per day. Feed whole payouts and days.',
		},
	],
	description:
		'The document that an order becomes. Do not change it for orders that are already booked: choose a date from which it counts. QuickBooks gives the automated sales tax of one document to one place, so feed summaries one state at a time.',
};
