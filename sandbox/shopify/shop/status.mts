import { capturable, currentTotal, outstanding, received, refunded } from './balance.mts';
import type { OrderDraft } from './draft.mts';

/** Why the merchant's books hold a sale, or not. */
export type SaleState =
	| 'paid'
	| 'unpaid'
	| 'authorized'
	| 'partiallyPaid'
	| 'voided'
	| 'cancelled'
	| 'test';

/** What Shopify shows; null where a pending order never had a transaction. */
export function financialStatus(draft: OrderDraft): string | null {
	const got = received(draft).presentment;
	const back = refunded(draft).presentment;
	const due = outstanding(draft).presentment;
	if (back > 0) return back >= got ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
	if (capturable(draft).presentment > 0) return 'AUTHORIZED';
	if (draft.transactions.some(({ kind }) => kind === 'VOID')) return 'VOIDED';
	if (got > 0) return due > 0 ? 'PARTIALLY_PAID' : 'PAID';
	if (due <= 0 && currentTotal(draft).presentment === 0) {
		return draft.cancelledAt === null ? 'PAID' : 'VOIDED';
	}
	return draft.transactions.length === 0 && draft.terms === null ? null : 'PENDING';
}

export function saleState(draft: OrderDraft): SaleState {
	if (draft.test) return 'test';
	const got = received(draft).presentment;
	if (capturable(draft).presentment > 0) return 'authorized';
	if (draft.transactions.some(({ kind }) => kind === 'VOID')) return 'voided';
	if (got === 0 && draft.cancelledAt !== null) return 'cancelled';
	if (got > 0) return outstanding(draft).presentment > 0 ? 'partiallyPaid' : 'paid';
	return currentTotal(draft).presentment === 0 ? 'paid' : 'unpaid';
}
