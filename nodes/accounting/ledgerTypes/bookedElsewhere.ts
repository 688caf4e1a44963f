import type { LedgerGroup } from './ledgerGroup';

/** What orders, refunds and payouts book themselves. */
export const BOOKED_ELSEWHERE: readonly LedgerGroup[] = [
	{
		booking: 'Order',
		category: 'Other',
		fixed: true,
		meaning: 'a payment of an order',
		types: ['CHARGE'],
	},
	{
		booking: 'Order',
		category: 'Adjustment',
		meaning: 'a correction of a payment of an order',
		types: ['CHARGE_ADJUSTMENT'],
	},
	{
		booking: 'Refund',
		category: 'Other',
		fixed: true,
		meaning: 'money given back for an order',
		types: ['REFUND'],
	},
	{
		booking: 'Refund',
		category: 'Adjustment',
		meaning: 'a refund that was corrected, or that failed and came back',
		types: ['REFUND_ADJUSTMENT', 'REFUND_FAILURE'],
	},
	{
		booking: 'Payout',
		category: 'Payout',
		fixed: true,
		meaning: 'a payout, or one that failed or was cancelled and came back',
		types: ['TRANSFER', 'TRANSFER_FAILURE', 'TRANSFER_CANCEL'],
	},
	{
		booking: 'Payout',
		category: 'Payout',
		meaning: 'a payout that was given back',
		types: ['TRANSFER_REFUND'],
	},
];
