import { startShopifySandbox, type ShopifySandbox } from '../../sandbox/shopify/start.mts';
import { createShop } from '../../sandbox/shopify/shop/createShop.mts';
import { allScenarios } from '../../sandbox/shopify/shop/scenarios/all.mts';
import { createShopifyClient } from '../../nodes/shopify/client.ts';
import { readShop } from '../../nodes/shopify/shop.ts';
import { readOrders, type ReadOptions } from '../../nodes/shopify/readOrders.ts';
import { readRefunds } from '../../nodes/shopify/readRefunds.ts';
import type { RefundSearch } from '../../nodes/shopify/refundDates.ts';
import type { OrderSearch } from '../../nodes/shopify/orderSearch.ts';
import { fakeClock } from './clocks.ts';
import { fetchHttp } from './fetchHttp.mts';

type Options = Parameters<typeof startShopifySandbox>[0];

/** A shop of October 2026 behind real HTTP; waiting takes no time, in it and in the client. */
export async function openShop(options: Options = {}) {
	const sandbox = await startShopifySandbox({ seed: 11, month: '2026-10', orders: 70, ...options });
	return {
		sandbox,
		shop: sandbox.shop,
		ask: async (
			search: Partial<OrderSearch> = {},
			read: Partial<ReadOptions> = {},
			scopes?: string[],
		) => await askOrders(sandbox, search, read, scopes),
		askRefunds: async (search: Partial<RefundSearch> = {}, limit?: number) => {
			const { client, shop } = await connected(sandbox);
			if (!shop.ok) return { result: shop };
			const chosen = { date: 'processedAt' as const, includeTest: false, ...search };
			return { result: await readRefunds({ client, shop: shop.value, search: chosen }, limit) };
		},
		client: () =>
			createShopifyClient({
				baseUrl: sandbox.url,
				send: fetchHttp(sandbox.accessToken).send,
				clock: clockOf(sandbox),
			}),
		fail: (kind: string, times: number, more: object = {}) =>
			sandbox.control.faults.order({ kind, times, ...more } as never),
		labels: () => sandbox.control.log.all().map(({ label }) => label),
		close: async () => await sandbox.close(),
	};
}

/** What the client sleeps also passes for the shop, whose query points come back with time. */
function clockOf(sandbox: ShopifySandbox): ReturnType<typeof fakeClock> {
	const clock = fakeClock();
	return {
		...clock,
		sleep: async (ms) => {
			sandbox.control.advance(ms);
			await clock.sleep(ms);
		},
	};
}

async function connected(sandbox: ShopifySandbox, scopes?: string[]) {
	const token = scopes ? sandbox.control.issueToken(scopes).accessToken : sandbox.accessToken;
	const clock = clockOf(sandbox);
	const client = createShopifyClient({
		baseUrl: sandbox.url,
		send: fetchHttp(token).send,
		clock,
		timeoutMs: 2000,
	});
	return { client, clock, shop: await readShop(client) };
}

async function askOrders(
	sandbox: ShopifySandbox,
	search: Partial<OrderSearch>,
	read: Partial<ReadOptions>,
	scopes?: string[],
) {
	const { client, clock, shop } = await connected(sandbox, scopes);
	const file = fetchHttp();
	if (!shop.ok) return { result: shop, clock, file };
	const result = await readOrders(
		{ client, shop: shop.value, search: { date: 'processedAt', includeTest: false, ...search } },
		{ download: file.send, ...read },
	);
	return { result, clock, file };
}

/** One order of each kind that the sandbox knows. */
export function shopOfEveryCase() {
	const scenarios = allScenarios.map(({ name }) => name);
	return createShop({ seed: 11, month: '2026-10', orders: scenarios.length, scenarios });
}

/** One order with far more lines, shipping lines and transactions than fit on a page. */
export function shopWithLargeOrder() {
	const shop = createShop({ seed: 11, month: '2026-10', orders: 6 });
	const order = shop.orders[2] as unknown as Record<string, Array<{ id: string }>>;
	repeat(order.lineItems, 83);
	repeat(order.shippingLines, 60);
	repeat(order.transactions, 17);
	repeat(order.agreements, 6);
	for (const agreement of order.agreements as unknown as Array<typeof order>) {
		agreement.sales = [...agreement.sales];
		repeat(agreement.sales, 120);
	}
	if ('transactionsCount' in order) {
		(order as unknown as { transactionsCount: object }).transactionsCount = {
			count: 17,
			precision: 'EXACT',
		};
	}
	return { shop, name: String((shop.orders[2] as { name?: unknown }).name) };
}

function repeat(list: Array<{ id: string }>, times: number): void {
	const [first] = list;
	while (list.length < times) list.push({ ...first, id: `${first.id}${100 + list.length}` });
}
