import type { DocumentLine, LineCategory } from '../documents';
import type { OrderFacts } from '../facts/order';
import type { Money } from '../money';
import type { ItemRole } from '../policy';
import type { Outcome, Problem } from '../problems';
import { roleLine, type Mapping } from './saleLine';
import type { Tenders } from './tenders';

/** How the money received follows from the order's total. */
export interface Settlement {
	/** Negative for credit redeemed; rounding and exchange difference as they fall. */
	lines: DocumentLine[];
	/** What arrived in the bank or till. */
	received: Money;
}

/**
 * Explains the gap between what the order came to and what was received: gift cards and store credit,
 * coins rounded at the till, and the exchange rate between order and payment. Anything else is no paid
 * sale, and is refused with both figures.
 */
export function settle(mapping: Mapping, tenders: Tenders): Outcome<Settlement> {
	const { order } = mapping;
	const due = order.total.shop.subtract(tenders.giftCards.shop).subtract(tenders.storeCredit.shop);
	const rounding = order.cashRounding.shop;
	if (isExplained(tenders.received.shop, due, rounding)) {
		return settlement(mapping, tenders, due.add(rounding));
	}
	const before = presentmentMatches(order, tenders);
	if (before === undefined) return { ok: false, problem: unexplained(order, tenders, due) };
	const { shop } = tenders.received;
	return settlement(mapping, tenders, before ? shop.add(rounding) : shop);
}

/**
 * Shopify's schema does not say whether a cash transaction is the amount before or after rounding, so
 * both readings are accepted; the rounding itself is Shopify's figure either way.
 */
function isExplained(received: Money, due: Money, rounding: Money): boolean {
	return received.equals(due) || received.equals(due.add(rounding));
}

/**
 * A customer who pays in another currency settles the order exactly in that currency, while the shop's
 * own currency moved between order and payment. Undefined when that is not what happened; otherwise
 * whether the payments are before cash rounding.
 */
function presentmentMatches(order: OrderFacts, tenders: Tenders): boolean | undefined {
	if (order.presentmentCurrency === order.currency) return undefined;
	const { presentment: total } = order.total;
	const { presentment: received } = tenders.received;
	const { presentment: giftCards } = tenders.giftCards;
	const { presentment: storeCredit } = tenders.storeCredit;
	if (total === null || received === null || giftCards === null || storeCredit === null) {
		return undefined;
	}
	if (total.currency !== order.presentmentCurrency) return undefined;
	const due = total.subtract(giftCards).subtract(storeCredit);
	if (received.equals(due)) return !order.cashRounding.shop.isZero();
	const rounding = order.cashRounding.presentment;
	const isAfterRounding = rounding?.currency === due.currency && received.equals(due.add(rounding));
	return isAfterRounding ? false : undefined;
}

function settlement(mapping: Mapping, tenders: Tenders, received: Money): Outcome<Settlement> {
	const { order, policy } = mapping;
	const giftCards = tenders.giftCards.shop;
	const storeCredit = tenders.storeCredit.shop;
	const rounding = order.cashRounding.shop;
	const explained = order.total.shop.subtract(giftCards).subtract(storeCredit).add(rounding);
	const exchange = `Exchange difference, paid in ${order.presentmentCurrency}`;
	const rows: Array<[LineCategory, ItemRole, string, Money]> = [
		['Gift Card Redeemed', 'giftCards', 'Paid by gift card', giftCards.negate()],
		['Store Credit Redeemed', 'storeCredit', 'Paid by store credit', storeCredit.negate()],
		['Cash Rounding', 'cashRounding', 'Cash rounding', rounding],
		['Currency Difference', 'currencyDifference', exchange, received.subtract(explained)],
	];
	const lines = rows
		.filter(([, , , amount]) => !amount.isZero())
		.map(([category, role, text, amount]) => roleLine(policy, category, role, text, amount));
	return { ok: true, value: { received, lines } };
}

function unexplained(order: OrderFacts, tenders: Tenders, due: Money): Problem {
	const gap = due.subtract(tenders.received.shop);
	const short = gap.isNegative() ? `${gap.negate()} too much` : `${gap} too little`;
	const credit = tenders.giftCards.shop.add(tenders.storeCredit.shop);
	const byCredit = credit.isZero() ? '' : ` and ${credit} by gift card or store credit`;
	return {
		code: 'payments-do-not-match-total',
		what:
			`The order's total is ${order.total.shop}, but its payments are ${tenders.received.shop}` +
			`${byCredit}: ${short}`,
		where: `Order ${order.name}`,
		fix: order.edited
			? 'The order was edited after it was placed. Collect or refund the difference in Shopify and run again, or enter this order in QuickBooks by hand.'
			: "Look at the order's payments in Shopify: a part may be unpaid, paid outside of Shopify, or settled by returning goods in an exchange. Settle what is open there and run again, or enter this order in QuickBooks by hand.",
	};
}
