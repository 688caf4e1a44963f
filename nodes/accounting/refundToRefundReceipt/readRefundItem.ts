import { isRecord } from '../facts/fields';
import type { OrderFacts } from '../facts/order';
import { orderLabel, readOrder } from '../facts/readOrder';
import type { RefundFacts } from '../facts/refund';
import type { BooksCurrency } from '../policy';
import type { Outcome } from '../problems';

/** An order with one of its refunds. */
export interface RefundItem {
	order: OrderFacts;
	refund: RefundFacts;
}

/**
 * Checks that an n8n item is an order's facts with the field `refund`. The order's list of refunds
 * holds the others; it is not needed where there is only one.
 */
export function readRefundItem(item: unknown, booksCurrency: BooksCurrency): Outcome<RefundItem> {
	const refund = isRecord(item) ? item.refund : undefined;
	if (!isRecord(item) || !isRecord(refund)) {
		return notARefund(item, 'The item is not a refund: it has no object `refund`');
	}
	const others = Array.isArray(item.refunds) ? item.refunds.filter(isRecord) : [];
	const isListed = others.some(({ id }) => id === refund.id);
	const refunds = isListed
		? others.map((each) => (each.id === refund.id ? refund : each))
		: [...others, refund];
	const read = readOrder({ ...item, refunds }, booksCurrency);
	if (!read.ok) return read;
	const found = read.value.refunds.find(({ id }) => id === refund.id);
	if (found === undefined) return notARefund(item, 'The refund has no id');
	return { ok: true, value: { order: read.value, refund: found } };
}

function notARefund(item: unknown, what: string): Outcome<RefundItem> {
	return {
		ok: false,
		problem: {
			code: 'malformed-refund',
			what,
			where: orderLabel(item),
			fix: "Connect the node to Shopify Records with the resource 'Refund'.",
		},
	};
}
