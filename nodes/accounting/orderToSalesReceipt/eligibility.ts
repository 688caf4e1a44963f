import type { OrderFacts } from '../facts/order';
import { paidInTestMode } from './tenders';

/** Why an order is no sale to book (yet). Not a fault: most of these come back when they are paid. */
export interface Skip {
	code: 'test' | 'cancelled' | 'not-paid' | 'day-not-over' | 'no-payout' | 'edit-not-paid';
	reason: string;
}

/** Paid once is a sale, also when it was refunded later: the refund is a document of its own. */
const PAID = new Set(['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED']);

const UNPAID_REASONS: ReadonlyMap<string, string> = new Map([
	['PENDING', 'The payment is pending'],
	['AUTHORIZED', 'The payment is authorized but not captured'],
	['PARTIALLY_PAID', "Only a part is paid ('Invoice and Payments' books each part when it comes)"],
	['EXPIRED', 'The payment authorization has expired'],
	['VOIDED', 'The payment was voided'],
]);

/** Undefined when the order is no test. */
export function testReason(order: OrderFacts): Skip | undefined {
	if (order.test) return { code: 'test', reason: 'It is a test order' };
	if (paidInTestMode(order)) return { code: 'test', reason: 'It was paid in test mode' };
	return undefined;
}

/**
 * Undefined when the order is a paid sale.
 *
 * @param wasPaid what its agreements and payments say, where it carries agreements: an order that was
 *   paid in full and then edited upwards is a paid sale all the same
 */
export function skipReason(order: OrderFacts, wasPaid = false): Skip | undefined {
	const test = testReason(order);
	if (test !== undefined) return test;
	if (wasPaid || isPaid(order)) return undefined;
	if (order.cancelled) {
		return { code: 'cancelled', reason: 'It was cancelled before it was paid' };
	}
	const status = order.financialStatus;
	const reason = UNPAID_REASONS.get(status ?? 'PENDING');
	return { code: 'not-paid', reason: reason ?? `Its payment status is '${status}'` };
}

/** Shopify leaves the status empty when nothing was to be paid. */
function isPaid(order: OrderFacts): boolean {
	if (order.financialStatus !== null) return PAID.has(order.financialStatus);
	return order.total.shop.isZero() && !order.cancelled;
}
