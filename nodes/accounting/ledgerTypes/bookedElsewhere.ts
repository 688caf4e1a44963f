import type { LedgerGroup } from './ledgerGroup';

/** What the documents of orders, refunds and payouts book; an entry too would book it twice. */
export const BOOKED_ELSEWHERE: readonly LedgerGroup[] = [
	{
		booking: 'Order',
		category: 'Other',
		meaning: 'a payment of an order',
		types: ['CHARGE'],
	},
	{
		booking: 'Refund',
		category: 'Other',
		meaning: 'money given back for an order',
		types: ['REFUND'],
	},
	{
		booking: 'Payout',
		category: 'Payout',
		meaning: 'a payout, or one that failed or was cancelled and came back',
		types: ['TRANSFER', 'TRANSFER_FAILURE', 'TRANSFER_CANCEL'],
	},
];
