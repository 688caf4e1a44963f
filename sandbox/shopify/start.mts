import { startShopifyServer, type ShopifySandbox as Sandbox } from './server/serve.mts';
import type { ShopifyServerOptions } from './server/serve.mts';
import { createShop } from './shop/createShop.mts';
import type { Shop } from './shop/model.mts';

export interface ShopifySandboxOptions extends Omit<ShopifyServerOptions<Shop>, 'shop'> {
	/** The shop to serve; default: one made by the generator from the options below. */
	shop?: Shop;
	seed?: number;
	/** 'YYYY-MM' */
	month?: string;
	orders?: number;
	/** 'USD' or 'GBP' */
	currency?: string;
}

export type ShopifySandbox = Sandbox<Shop>;

const DAY = 86_400_000;

/**
 * Starts a generated shop that speaks Shopify's Admin API and OAuth on the loopback address.
 * Its today is the day after the last thing that happened in it, unless `now` says otherwise: the
 * same shop shows the same orders in every year, also to an app without `read_all_orders`.
 */
export async function startShopifySandbox(
	options: ShopifySandboxOptions = {},
): Promise<ShopifySandbox> {
	const { seed, month, orders, currency, ...server } = options;
	const shop = options.shop ?? createShop(given({ seed, month, orders, currency }));
	return await startShopifyServer({ ...server, shop, now: options.now ?? dayAfter(shop) });
}

function given<T extends object>(options: T): T {
	const entries = Object.entries(options).filter(([, value]) => value !== undefined);
	return Object.fromEntries(entries) as T;
}

function dayAfter(shop: Shop): Date {
	const times = shop.orders.map(({ updatedAt }) => Date.parse(String(updatedAt)));
	const payouts = (shop.shopifyPaymentsAccount?.payouts ?? []) as ReadonlyArray<{
		issuedAt: string;
	}>;
	times.push(...payouts.map(({ issuedAt }) => Date.parse(issuedAt)));
	const last = times.filter((time) => !Number.isNaN(time)).reduce((a, b) => Math.max(a, b), 0);
	return last === 0 ? new Date() : new Date(last + DAY);
}
