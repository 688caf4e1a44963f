import type { EntryCategory } from '../entryCategories';
import { ASKED } from './asked';
import { BOOKED_ELSEWHERE } from './bookedElsewhere';
import { CHARGES } from './charges';
import { ENTRIES } from './entries';
import type { LedgerGroup } from './ledgerGroup';
import type { LedgerAccountRole, LedgerType } from './ledgerType';

export type { Booking, LedgerAccountRole, LedgerType } from './ledgerType';

/**
 * All 113 types of balance transactions that Shopify has (Admin GraphQL 2026-10). Shopify says no more
 * of a type than its name, so each treatment can be changed by a row of the user's own table. The list
 * will grow: a type that is not in it stops its payout.
 */
export const LEDGER_TYPES: ReadonlyMap<string, LedgerType> = new Map(
	[...BOOKED_ELSEWHERE, ...CHARGES, ...ENTRIES, ...ASKED].flatMap((group) =>
		group.types.map((type) => [type, typeOf(group, type)] as const),
	),
);

function typeOf(group: LedgerGroup, type: string): LedgerType {
	const { booking, category, role, meaning } = group;
	return {
		type,
		booking,
		category,
		...(role === undefined ? {} : { role }),
		confirm: group.confirm ?? false,
		meaning,
	};
}

/** Disputes carry the fee of the dispute; a payment or refund that of the card. */
export function feeCategory(type: string): EntryCategory {
	if (/^(CHARGE|REFUND)(_|$)/.test(type)) return 'Card Processing Fee';
	const known = LEDGER_TYPES.get(type);
	return known?.category === 'Dispute' || known?.category === 'Risk Withdrawal'
		? 'Dispute Fee'
		: 'Transaction Fee';
}

/** The account of a fee that was kept from a row. */
export function feeRole(category: EntryCategory): LedgerAccountRole {
	switch (category) {
		case 'Card Processing Fee':
			return 'cardFees';
		case 'Currency Conversion Fee':
			return 'conversionFees';
		case 'Dispute Fee':
			return 'disputeFees';
		default:
			return 'otherFees';
	}
}

/** Repayments of a loan, of which a part is what the loan costs. */
export function isRemittance(type: string): boolean {
	return /^LENDING_(CREDIT|CAPITAL)_REMITTANCE/.test(type);
}
