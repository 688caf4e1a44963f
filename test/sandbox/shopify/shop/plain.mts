import type { Order } from '../../../../sandbox/shopify/shop/model.mts';

/** Only by name and id: they belong to the shop, or stand elsewhere in the order. */
const NAMED = new Set([
	'product',
	'variant',
	'return',
	'refund',
	'parentTransaction',
	'lineItem',
	'shippingLine',
	'additionalFee',
	'duty',
	'originalDuty',
	'merchantOfRecordApp',
]);

const LEFT_OUT = new Set([
	'order',
	'customer',
	'purchasingEntity',
	'disputes',
	'returns',
	'location',
	'retailLocation',
	'merchantBusinessEntity',
	'fees',
	'app',
	'billingAddress',
	'shippingAddress',
]);

/** An order as JSON without cycles, as an n8n item is: the same order always gives the same. */
export function plainOrder(order: Order): Record<string, unknown> {
	const text = JSON.stringify(order, function (this: unknown, key, value: unknown) {
		if (LEFT_OUT.has(key)) return undefined;
		// A payment schedule knows its terms, and these the schedule
		if (key === 'paymentTerms' && Object.hasOwn(this as object, 'dueAt')) return undefined;
		if (!NAMED.has(key) || typeof value !== 'object' || value === null) return value;
		const { id, title, name } = value as Record<string, unknown>;
		return { id, title, name };
	});
	return JSON.parse(text) as Record<string, unknown>;
}
