import type { IDataObject } from 'n8n-workflow';

import { createShop } from '../../sandbox/shopify/shop/createShop.mts';

/** One order of each of these scenarios of the sandbox's shop, as Shopify Records gives it. */
export function ordersOf(...scenarios: string[]): IDataObject[] {
	const month = { seed: 8, month: '2026-09', scenarios, orders: scenarios.length };
	const { shop, orders, truth } = createShop(month);
	return scenarios.map((scenario) => {
		const index = truth.orders.findIndex((order) => order.scenario === scenario);
		return { ...orders[index], shop, customer: null } as unknown as IDataObject;
	});
}

/** The refunds of these orders, each with its whole order. */
export function refundsOf(...scenarios: string[]): IDataObject[] {
	return ordersOf(...scenarios).flatMap((order) =>
		(order.refunds as IDataObject[]).map((refund) => ({ ...order, refund })),
	);
}

/** To be handed to a node that must not change what it is given. */
export function frozen<T>(value: T): T {
	if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
	Object.freeze(value);
	Object.values(value).forEach(frozen);
	return value;
}
