import type { DocumentLine, SalesReceiptDocument } from '../documents';
import { readOrder } from '../facts/readOrder';
import type { OrderFacts } from '../facts/order';
import { localDate } from '../localDate';
import { Money } from '../money';
import type { SalesReceiptPolicy } from '../policy';
import type { Outcome, Problem } from '../problems';
import { depositOf } from './deposit';
import { skipReason, type Skip } from './eligibility';
import {
	additionalFeeLines,
	dutyLines,
	marketplaceTaxLines,
	shippingLines,
	tipLines,
} from './extras';
import { documentNumber } from './number';
import { productLines } from './products';
import type { Mapping } from './saleLine';
import { settle } from './settlement';
import { documentTaxes } from './taxes';
import { tendersOf } from './tenders';

export type { Skip } from './eligibility';

/** A sales receipt, a reason why the order is no sale to book, or what keeps it from being booked. */
export type SalesReceiptOutcome =
	| { kind: 'document'; document: SalesReceiptDocument }
	| { kind: 'skipped'; skip: Skip }
	| { kind: 'problem'; problem: Problem };

/**
 * Maps one Shopify order to the sales receipt of its original sale. The same order and policy always
 * give the same document.
 *
 * @param item the order as Shopify Records gives it; unknown, so it is checked
 */
export function orderToSalesReceipt(
	item: unknown,
	policy: SalesReceiptPolicy,
): SalesReceiptOutcome {
	const read = readOrder(item);
	if (!read.ok) return { kind: 'problem', problem: read.problem };
	const skip = skipReason(read.value);
	if (skip !== undefined) return { kind: 'skipped', skip };
	const mapped = salesReceipt({ order: read.value, policy });
	return mapped.ok
		? { kind: 'document', document: mapped.value }
		: { kind: 'problem', problem: mapped.problem };
}

function salesReceipt(mapping: Mapping): Outcome<SalesReceiptDocument> {
	const { order, policy } = mapping;
	const sale = saleLines(mapping);
	if (!sale.ok) return sale;
	const tenders = tendersOf(order);
	const settled = settle(mapping, tenders);
	if (!settled.ok) return settled;
	const deposit = depositOf(order, policy, tenders.gateways);
	if (!deposit.ok) return deposit;
	const number = documentNumber(order, policy);
	if (!number.ok) return number;
	const date = dateOf(order);
	if (!date.ok) return date;
	const taxes = documentTaxes(order.currency, sale.value);
	return {
		ok: true,
		value: {
			document: 'Sales Receipt',
			key: `${order.shop.domain}/Order/${order.legacyId}`,
			number: number.value,
			date: date.value,
			currency: order.currency,
			customer: customerOf(mapping),
			...deposit.value,
			lines: [...sale.value, ...settled.value.lines],
			taxes,
			taxTotal: sumOfTaxes(order.currency, sale.value).toDecimalString(),
			pricesIncludeTax: order.taxesIncluded,
			total: settled.value.received.toDecimalString(),
			memo: `Shopify order ${order.name}`,
			source: sourceOf(order),
		},
	};
}

/** The lines of the sale, which must come to exactly the total that Shopify shows. */
function saleLines(mapping: Mapping): Outcome<DocumentLine[]> {
	const { order } = mapping;
	const where = `Order ${order.name}`;
	if (order.lineItems.length === 0) {
		const fix = 'Leave this order out, or enter it in QuickBooks by hand.';
		const what = 'The order has no line items, so there is nothing to say what was sold';
		return { ok: false, problem: { code: 'no-lines', what, where, fix } };
	}
	const [lines, withRemoved] = [withoutRemovedShipping(order), order].map((each) =>
		linesOf({ ...mapping, order: each }),
	);
	const fitting = [lines, withRemoved].find((each) =>
		totalOf(order, each).equals(order.total.shop),
	);
	if (fitting !== undefined) return { ok: true, value: fitting };
	return { ok: false, problem: doesNotAddUp(order, totalOf(order, lines)) };
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
	return sumOfLines(currency, lines).add(sumOfTaxes(currency, lines));
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

function dateOf(order: OrderFacts): Outcome<string> {
	const date = localDate(order.processedAt, order.shop.timeZone);
	if (date !== undefined) return { ok: true, value: date };
	return {
		ok: false,
		problem: {
			code: 'unreadable-date',
			what: `The day of '${order.processedAt}' in the time zone '${order.shop.timeZone}' cannot be told`,
			where: `Order ${order.name}`,
			fix: "Feed the node with orders from Shopify Records: 'processedAt' is a date with time, 'shop.ianaTimezone' a time zone such as 'America/New_York'.",
		},
	};
}

function customerOf({ order, policy }: Mapping): SalesReceiptDocument['customer'] {
	const { from, genericName } = policy.customer;
	if (from === 'generic') return { name: genericName };
	const { name, email } = order.customer;
	const chosen = from === 'email' ? (email ?? name) : (name ?? email);
	return { name: chosen ?? genericName, ...(email === null ? {} : { email }) };
}

function sourceOf(order: OrderFacts): SalesReceiptDocument['source'] {
	return {
		type: 'Order',
		id: order.id,
		name: order.name,
		shop: order.shop.domain,
		total: order.total.shop.toDecimalString(),
	};
}

function sumOfLines(currency: string, lines: readonly DocumentLine[]): Money {
	return Money.sum(
		currency,
		lines.map((line) => Money.parse(line.amount, currency)),
	);
}

function sumOfTaxes(currency: string, lines: readonly DocumentLine[]): Money {
	return Money.sum(
		currency,
		lines.flatMap((line) => line.taxes.map((tax) => Money.parse(tax.amount, currency))),
	);
}
