import type { DocumentLine } from '../documents';
import type { OrderFacts } from '../facts/order';
import { Money } from '../money';
import type { Outcome, Problem } from '../problems';
import {
	additionalFeeLines,
	dutyLines,
	marketplaceTaxLines,
	shippingLines,
	tipLines,
} from './extras';
import { productLines } from './products';
import type { Mapping } from './saleLine';

/** The lines of the sale, which must come to exactly the total that Shopify shows. */
export function saleLines(mapping: Mapping): Outcome<DocumentLine[]> {
	const { order } = mapping;
	if (order.lineItems.length === 0) return { ok: false, problem: noLines(order) };
	const [lines, withRemoved] = [withoutRemovedShipping(order), order].map((each) =>
		linesOf({ ...mapping, order: each }),
	);
	const fitting = [lines, withRemoved].find((each) =>
		totalOf(order, each).equals(order.total.shop),
	);
	if (fitting !== undefined) return { ok: true, value: fitting };
	return { ok: false, problem: doesNotAddUp(order, totalOf(order, lines)) };
}

export function sumOfTaxes(currency: string, lines: readonly DocumentLine[]): Money {
	return Money.sum(
		currency,
		lines.flatMap((line) => line.taxes.map((tax) => Money.parse(tax.amount, currency))),
	);
}

/**
 * Shipping that was replaced before payment is no longer in Shopify's total; shipping that was removed
 * and refunded after payment still is, as that was sold. The total decides.
 */
function withoutRemovedShipping(order: OrderFacts): OrderFacts {
	return { ...order, shippingLines: order.shippingLines.filter(({ isRemoved }) => !isRemoved) };
}

function linesOf(mapping: Mapping): DocumentLine[] {
	const parts = [productLines, shippingLines, tipLines, dutyLines, additionalFeeLines].map((part) =>
		part(mapping),
	);
	const marketplaceTax = parts.flatMap((part) => part.marketplaceTax);
	return [...parts, marketplaceTaxLines(mapping, marketplaceTax)].flatMap((part) => part.lines);
}

function totalOf({ currency }: OrderFacts, lines: readonly DocumentLine[]): Money {
	const net = lines.map((line) => Money.parse(line.amount, currency));
	return Money.sum(currency, net).add(sumOfTaxes(currency, lines));
}

function noLines(order: OrderFacts): Problem {
	return {
		code: 'no-lines',
		what: 'The order has no line items, so there is nothing to say what was sold',
		where: `Order ${order.name}`,
		fix: 'Leave this order out, or enter it in QuickBooks by hand.',
	};
}

function doesNotAddUp(order: OrderFacts, total: Money): Problem {
	return {
		code: 'order-does-not-add-up',
		what: `The order's lines and taxes come to ${total}, but Shopify's total is ${order.total.shop}`,
		where: `Order ${order.name}`,
		fix: order.edited
			? 'The order was edited after it was placed, and Shopify no longer shows the lines of its total. Enter it in QuickBooks by hand.'
			: 'Read the order again with Shopify Records, with all of its lines. If the figures stay apart, enter it in QuickBooks by hand.',
	};
}
