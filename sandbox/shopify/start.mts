import { startShopifyServer, type ShopifySandbox as Sandbox } from './server/serve.mts';
import type { ShopifyServerOptions } from './server/serve.mts';
import { createShop } from './shop/createShop.mts';
import type { Shop } from './shop/model.mts';
import { Till, type TillOptions } from './stock/till.mts';
import { TillControl } from './stock/tillControl.mts';
import type { Lateness } from './time/lateness.mts';
import { createTimeline, type Timeline } from './time/timeline.mts';

export interface ShopifySandboxOptions extends Omit<ShopifyServerOptions<Shop>, 'shop'> {
	/** The shop to serve; default: one made by the generator from the options below. */
	shop?: Shop;
	seed?: number;
	/** 'YYYY-MM' */
	month?: string;
	orders?: number;
	/** 'USD' or 'GBP' */
	currency?: string;
	/**
	 * Lets the shop live through its past again: it shows what has happened by its today (`now`, or
	 * POST /_control/clock {"now": "2026-10-05T08:00:00Z"}), lists a little later than it happened.
	 */
	live?: Lateness;
	/**
	 * Puts a till into the shop, on its clock: `sandbox.till`, or POST /_control/till
	 * {"do": "sell", "lines": [{"variant": "SKU-1", "quantity": 2}], "before": "mutation"}.
	 */
	till?: Omit<TillOptions, 'now'> | true;
}

export interface ShopifySandbox extends Sandbox<Shop> {
	/** Of a live shop. */
	timeline?: Timeline;
	/** Where `till` was asked for. */
	till?: Till;
}

const DAY = 86_400_000;

/**
 * Starts a generated shop that speaks Shopify's Admin API and OAuth on the loopback address.
 * Its today is the day after the last thing that happened in it, unless `now` says otherwise: the
 * same shop shows the same orders in every year, also to an app without `read_all_orders`.
 */
export async function startShopifySandbox(
	options: ShopifySandboxOptions = {},
): Promise<ShopifySandbox> {
	const { seed, month, orders, currency, live, till: tillOptions, ...server } = options;
	const shop = options.shop ?? createShop(given({ seed, month, orders, currency }));
	const now = options.now ?? dayAfter(shop);
	const timeline = live === undefined ? undefined : createTimeline(shop, live);
	const beforeRequest = (today: Date) => timeline?.showAt(today.getTime());
	beforeRequest(now);
	let today = () => now;
	const till = tillOptions
		? new Till(shop, { ...(tillOptions === true ? {} : tillOptions), now: () => today() })
		: undefined;
	const counter = till ? new TillControl(shop, till) : undefined;
	const sandbox = await startShopifyServer({
		...server,
		shop,
		now,
		beforeRequest,
		...(counter ? { controls: counter.controls, hooks: counter.hooks } : {}),
	});
	today = sandbox.control.now;
	return { ...sandbox, ...given({ timeline, till }) };
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
