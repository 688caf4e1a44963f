import type { SalesReceiptDocument } from '../documents';
import type { OrderFacts } from '../facts/order';
import { localDate } from '../localDate';
import type { Outcome } from '../problems';
import { documentNumber } from './number';
import type { Mapping } from './saleLine';

/** What tells the document from every other one, and finds its order again. */
export type Identity = Pick<SalesReceiptDocument, 'key' | 'number' | 'date' | 'memo' | 'source'>;

export function identityOf({ order, policy }: Mapping): Outcome<Identity> {
	const number = documentNumber(order, policy);
	if (!number.ok) return number;
	const date = dateOf(order);
	if (!date.ok) return date;
	return {
		ok: true,
		value: {
			key: `${order.shop.domain}/Order/${order.legacyId}`,
			number: number.value,
			date: date.value,
			memo: policy.memo ?? `Shopify order ${order.name}`,
			source: {
				type: 'Order',
				id: order.id,
				name: order.name,
				shop: order.shop.domain,
				total: order.total.shop.toDecimalString(),
			},
		},
	};
}

/** The shop's own day of an event, the order's unless another one is named. */
export function dateOf(order: OrderFacts, instant = order.processedAt): Outcome<string> {
	const date = localDate(instant, order.shop.timeZone);
	if (date !== undefined) return { ok: true, value: date };
	return {
		ok: false,
		problem: {
			code: 'unreadable-date',
			what: `The day of '${instant}' in the time zone '${order.shop.timeZone}' cannot be told`,
			where: `Order ${order.name}`,
			fix: "Feed the node with orders from Shopify Records: 'processedAt' is a date with time, 'shop.ianaTimezone' a time zone such as 'America/New_York'.",
		},
	};
}
