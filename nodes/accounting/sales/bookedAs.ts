import type { OrderFacts } from '../facts/order';
import { localDate } from '../localDate';
import { skipReason, testReason, type Skip } from '../orderToSalesReceipt/eligibility';
import type { SalesReceiptPolicy } from '../policy';
import { paymentsOf } from './payments';
import { placedSale, settledSale, type SettledSale } from './settledSale';

/** How an order is in the books. It depends on the order and the settings alone, never on the run. */
export type BookedAs =
	/** `sale` is undefined where the order carries no agreements. */
	| { kind: 'receipt'; sale: SettledSale | undefined }
	| { kind: 'invoice'; sale: SettledSale | undefined; withPayments: boolean }
	| { kind: 'none'; skip: Skip };

/** What became of an order under the policy; the mapping of its refunds follows the same rule. */
export function bookedAs(order: OrderFacts, policy: SalesReceiptPolicy): BookedAs {
	switch (policy.saleForm) {
		case 'Invoice':
			return invoice(order, false);
		case 'Invoice and Payments':
			return invoice(order, true);
		case 'Receipt if Paid, Else Invoice':
			return receiptOrInvoice(order, policy);
		default:
			return receipt(order);
	}
}

function receipt(order: OrderFacts): BookedAs {
	const sale = settled(order);
	const skip = skipReason(order, sale?.settledAt !== undefined);
	return skip === undefined ? { kind: 'receipt', sale } : { kind: 'none', skip };
}

/** A reservation of money is no sale yet: it may still lapse. All other orders are owed. */
function invoice(order: OrderFacts, withPayments: boolean): BookedAs {
	const skip = testReason(order) ?? reservedReason(order);
	if (skip !== undefined) return { kind: 'none', skip };
	const sale = order.agreements === null ? undefined : placedSale(order, order.agreements);
	return { kind: 'invoice', sale, withPayments };
}

/**
 * Paid on the day it was placed is a receipt, everything else an invoice. An unpaid order without
 * terms waits until its day is over, so that it never becomes both.
 */
function receiptOrInvoice(order: OrderFacts, policy: SalesReceiptPolicy): BookedAs {
	if (order.terms !== null) return invoice(order, true);
	const booked = receipt(order);
	if (booked.kind === 'none' && booked.skip.code === 'test') return booked;
	const day = localDate(order.processedAt, order.shop.timeZone);
	const paidOn = booked.kind === 'none' ? undefined : paidDay(order, booked);
	if (booked.kind === 'receipt' && paidOn === day) return booked;
	const today = policy.asOf && localDate(policy.asOf, order.shop.timeZone);
	if (booked.kind === 'none' && day !== undefined && today !== undefined && today <= day) {
		const reason = 'It is not paid, and the day it was ordered on is not over';
		return { kind: 'none', skip: { code: 'day-not-over', reason } };
	}
	return invoice(order, true);
}

/** The shop's day on which the order was first paid in full. */
export function paidDay(
	order: OrderFacts,
	{ sale }: { sale?: SettledSale | undefined },
): string | undefined {
	const last = paymentsOf(order).at(-1)?.at ?? Date.parse(order.processedAt);
	const at = sale?.settledAt ?? last;
	if (Number.isNaN(at)) return undefined;
	return localDate(new Date(at).toISOString(), order.shop.timeZone);
}

/** Without agreements all payments are the first sale's: nothing says what came later. */
export function firstSaleOf(
	order: OrderFacts,
	booked: Exclude<BookedAs, { kind: 'none' }>,
): SettledSale {
	if (booked.sale !== undefined) return booked.sale;
	const payments = paymentsOf(order);
	return { agreements: [], payments, total: order.total, settledAt: payments.at(-1)?.at };
}

function settled(order: OrderFacts): SettledSale | undefined {
	if (order.agreements === null) return undefined;
	return settledSale(order, order.agreements, paymentsOf(order));
}

/** Between the payment at checkout and the order that it makes. */
const CHECKOUT = 5 * 60_000;

/**
 * An order that was placed unpaid is owed, and stays so when money is reserved for it later: only what
 * was reserved when it was placed keeps it out of the books.
 */
function reservedReason(order: OrderFacts): Skip | undefined {
	const placedAt = Date.parse(order.processedAt);
	const isReserved = order.transactions.some(
		({ kind, status, processedAt }) =>
			kind.endsWith('AUTHORIZATION') &&
			status === 'SUCCESS' &&
			Date.parse(processedAt ?? order.processedAt) <= placedAt + CHECKOUT,
	);
	if (!isReserved || paymentsOf(order).length > 0) return undefined;
	return { code: 'not-paid', reason: 'The payment is authorized but not captured' };
}
