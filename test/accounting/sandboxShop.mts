import fc from 'fast-check';

import { createHistory, type ShopOptions } from '../../sandbox/shopify/shop/createShop.mts';
import { allScenarios } from '../../sandbox/shopify/shop/scenarios/all.mts';
import type { Order } from '../../sandbox/shopify/shop/model.mts';
import type { OrderTruth } from '../../sandbox/shopify/shop/truthModel.mts';
import { plainOrder } from '../sandbox/shopify/shop/plain.mts';

export type Item = Record<string, unknown>;

/** An order as an n8n item, with what the merchant's own books of the stand-in say about it. */
export interface KnownOrder {
	order: Item;
	truth: OrderTruth;
	/** Everything at which it changed, ascending. */
	moments: number[];
	/** The order as it was read then; undefined before it was placed. */
	at(moment: number): Item | undefined;
}

export interface KnownShop {
	orders: KnownOrder[];
	timeZone: string;
	options: ShopOptions;
}

/** A stand-in shop whose books were kept while it was made, not from its orders. */
export function knownShop(options: ShopOptions): KnownShop {
	const { shop, momentsOf, orderAt } = createHistory(options);
	const { orders, truth } = shop;
	const myShop = JSON.parse(
		JSON.stringify(shop.shop, (key, value: unknown) => (key === 'orders' ? undefined : value)),
	) as Item;
	const item = (order: Order): Item => ({
		...plainOrder(order),
		shop: myShop,
		customer: order.customer && { displayName: order.customer.displayName, email: null },
	});
	return {
		options,
		timeZone: truth.timezone,
		orders: orders.map((order, index) => ({
			order: item(order),
			truth: truth.orders[index],
			moments: momentsOf(index),
			at: (moment) => {
				const past = orderAt(index, moment);
				return past && item(past);
			},
		})),
	};
}

const NAMES = allScenarios.map(({ name }) => name);

/** How a shop is chosen; a failed property shows it. */
export type Choice = Pick<ShopOptions, 'seed' | 'currency' | 'taxesIncluded' | 'month'>;

/** Shops of every currency and tax regime. */
export const anyShop: fc.Arbitrary<Choice> = fc.record({
	seed: fc.integer({ min: 1, max: 1_000_000 }),
	currency: fc.constantFrom('USD', 'GBP', 'EUR', 'JPY', 'KWD'),
	taxesIncluded: fc.boolean(),
	month: fc.constantFrom('2026-02', '2026-03', '2026-10', '2026-12'),
});

const made = new Map<string, KnownShop>();

/** A shop with every scenario, and ordinary orders besides; the same one for the same choice. */
export function variedShop(choice: Choice): KnownShop {
	const key = JSON.stringify(choice);
	const scenarios = [...NAMES, ...Array<string>(20).fill('Ordinary paid order')];
	const shop = made.get(key) ?? knownShop({ ...choice, scenarios, orders: scenarios.length });
	made.set(key, shop);
	return shop;
}
