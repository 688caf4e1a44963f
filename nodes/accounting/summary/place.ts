import type { OrderFacts, PayoutFacts } from '../facts/order';
import { localDate } from '../localDate';
import type { Skip } from '../orderToSalesReceipt/eligibility';
import { isCredit } from '../orderToSalesReceipt/tenders';
import type { SalesReceiptPolicy } from '../policy';
import type { Payment } from '../sales/payments';

/** What a receipt is summed up with: all others of its day, or of the payout that paid it. */
export type SummaryPlace = { kind: 'Day' } | { kind: 'Payout'; payout: PayoutFacts };

export type PlaceOutcome =
	| { place: SummaryPlace }
	/** Its day was over before Shopify knew of it: the summary may be in the books. */
	| { alone: true }
	| { skip: Skip };

/**
 * Where the receipt of an order belongs. Only money of Shopify Payments comes by payout, so what other
 * gateways took is summed up per day. An order paid in several parts belongs to the payout of the last
 * one, by which it became a paid sale. An order that was imported after its day gets a receipt alone.
 */
export function summaryPlace(
	order: OrderFacts,
	policy: SalesReceiptPolicy,
	payments: readonly Payment[],
	paidOn: string,
): PlaceOutcome {
	const today = policy.asOf && localDate(policy.asOf, order.shop.timeZone);
	const money = payments
		.map(({ transactions: [payment] }) => payment)
		.filter((payment) => !isCredit(payment));
	const byPayout = money.filter(
		({ gateway, payout }) => payout !== null || gateway === 'shopify_payments',
	);
	const last = byPayout.at(-1);
	if (policy.saleForm === 'Summary per Payout' && last !== undefined) {
		return last.payout === null
			? { skip: NO_PAYOUT }
			: { place: { kind: 'Payout', payout: last.payout } };
	}
	const created = order.createdAt && localDate(order.createdAt, order.shop.timeZone);
	if (created && created > paidOn) return { alone: true };
	if (today !== undefined && today <= paidOn) {
		const reason = `${paidOn} is not over, and its summary waits for all of its orders`;
		return { skip: { code: 'day-not-over', reason } };
	}
	return { place: { kind: 'Day' } };
}

const NO_PAYOUT: Skip = {
	code: 'no-payout',
	reason: 'Shopify has not paid its money out yet, and its summary is that of the payout',
};
