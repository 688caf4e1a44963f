import type { AgreementFacts } from '../facts/agreement';
import { Amounts } from '../facts/amounts';
import type { Amount, OrderFacts } from '../facts/order';
import type { Payment } from './payments';

/** The first sale of an order: what was agreed until it was paid for the first time. */
export interface SettledSale {
	agreements: AgreementFacts[];
	payments: Payment[];
	total: Amount;
	/** Milliseconds; undefined while the order has never been paid in full. */
	settledAt: number | undefined;
}

/**
 * An edit before the first full payment is part of the sale that was paid; a later one changes a sale
 * that is already in the books, and is booked by itself. Shopify takes the money a moment before it
 * records the order, so the agreements of the order itself count from the beginning.
 */
export function settledSale(
	order: OrderFacts,
	agreements: readonly AgreementFacts[],
	payments: readonly Payment[],
): SettledSale {
	const amounts = Amounts.of(order);
	const until = (moment: number) =>
		agreements.filter(
			({ reason, happenedAt }) => reason === 'ORDER' || Date.parse(happenedAt) <= moment,
		);
	const totalOf = (some: readonly AgreementFacts[]) =>
		amounts.sum(some.flatMap(({ sales }) => sales.map(({ total }) => total)));
	const placed = until(Number.NEGATIVE_INFINITY);
	if (amounts.isZero(totalOf(placed)) && !order.cancelled) {
		const settledAt = Date.parse(order.processedAt);
		return { agreements: placed, payments: [], total: totalOf(placed), settledAt };
	}
	for (const [index, { at }] of payments.entries()) {
		const covered = payments.slice(0, index + 1);
		const agreed = until(at);
		const total = totalOf(agreed);
		const paid = amounts.sum(covered.map(({ amount }) => amount));
		if (!isShort(order, amounts, total, paid)) {
			return { agreements: agreed, payments: covered, total, settledAt: at };
		}
	}
	const last = payments.at(-1)?.at ?? Number.POSITIVE_INFINITY;
	const agreed = until(last);
	return {
		agreements: agreed,
		payments: [...payments],
		total: totalOf(agreed),
		settledAt: undefined,
	};
}

/** The sale as it was placed, for an invoice: payments and edits come later, each as its own document. */
export function placedSale(order: OrderFacts, agreements: readonly AgreementFacts[]): SettledSale {
	const placed = agreements.filter(({ reason }) => reason === 'ORDER');
	return {
		agreements: placed,
		payments: [],
		total: Amounts.of(order).sum(placed.flatMap(({ sales }) => sales.map(({ total }) => total))),
		settledAt: Date.parse(order.processedAt),
	};
}

/** Coins rounded away at the till are not missing. */
function isShort(order: OrderFacts, amounts: Amounts, total: Amount, paid: Amount): boolean {
	const { cashRounding } = order;
	const isRoundedDown = cashRounding.shop.isNegative();
	const least = isRoundedDown ? amounts.sum([total, cashRounding]) : total;
	return amounts.measure(paid).compare(amounts.measure(least)) < 0;
}
