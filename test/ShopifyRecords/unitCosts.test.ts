import type { OrderFacts } from '../../nodes/shopify/types';
import { withUnitCosts } from '../../nodes/shopify/unitCosts';
import { startShopifySandbox, type ShopifySandbox } from '../../sandbox/shopify/start.mts';
import { openShop } from '../shopify/sandboxShop.mts';
import { readRecords } from './engine.mts';

let sandbox: ShopifySandbox;
/** From 50 orders on they are read in bulk. */
const open = async (orders = 20) => {
	sandbox = await startShopifySandbox({ seed: 5, month: '2026-10', orders });
};
afterEach(async () => await sandbox.close());

type Row = Record<string, unknown>;

const read = async (options: object, more: object = {}) =>
	await readRecords(
		{
			shopifyStoreAccessTokenApi: {
				shopSubdomain: 'ignored-here',
				baseUrl: sandbox.url,
				accessToken: sandbox.accessToken,
			},
		},
		{
			authentication: 'accessToken',
			resource: 'order',
			operation: 'getAll',
			period: 'all',
			returnAll: true,
			options,
			...more,
		},
	);

const asked = () => sandbox.control.log.count('UnitCosts');
const ordersIn = ({ outputs }: Awaited<ReturnType<typeof read>>) =>
	outputs.Read[0].map(({ json }) => json as Row);
const linesIn = (result: Awaited<ReturnType<typeof read>>) =>
	ordersIn(result).flatMap(({ lineItems }) => lineItems as Row[]);

it('orders come with what each product costs now, in one request for all of them', async () => {
	await open(55);
	const result = await read({ includeUnitCosts: true });
	expect(result.error).toBeUndefined();
	const costs = new Map(
		sandbox.shop.orders
			.flatMap(({ lineItems }) => lineItems)
			.map(({ variant }) => [variant?.id, variant?.inventoryItem.unitCost ?? null]),
	);
	const lines = linesIn(result);
	expect(lines.length).toBeGreaterThan(50);
	for (const { variant } of lines as Array<{ variant: Row | null }>) {
		if (variant === null) continue;
		const { id, unitCost } = variant.inventoryItem as Row;
		expect(id).toMatch(/^gid:\/\/shopify\/InventoryItem\/\d+$/);
		expect(unitCost).toEqual(costs.get(String(variant.id)));
	}
	expect(lines.some(({ variant }) => variant === null)).toBe(true);
	expect(asked()).toBe(1);
});

it('and without them, and without their cost, else', async () => {
	await open();
	const plain = await read({});
	expect(asked()).toBe(0);
	expect(JSON.stringify(ordersIn(plain))).not.toContain('inventoryItem');
	const withCosts = await read({ includeUnitCosts: true });
	const bare = linesIn(withCosts).map(({ variant, ...line }) => ({
		...line,
		variant: variant && { id: (variant as Row).id },
	}));
	expect(bare).toEqual(linesIn(plain));
});

it('goes with the payouts, page by page', async () => {
	await open();
	const more = { returnAll: false, limit: 8 };
	const orders = ordersIn(await read({ includeUnitCosts: true, includePayout: true }, more));
	expect(orders).toHaveLength(8);
	expect(JSON.stringify(orders)).toContain('"payout":{');
	expect(JSON.stringify(orders)).toContain('"unitCost":{');
});

it('tells when Shopify shows no cost of anything', async () => {
	await open();
	for (const { lineItems } of sandbox.shop.orders) {
		for (const { variant } of lineItems) if (variant) variant.inventoryItem.unitCost = null;
	}
	const result = await read({ includeUnitCosts: true });
	expect(result.status).toBe('success');
	const hints = JSON.stringify(result.run.data.resultData.runData.Read);
	expect(hints).toContain('View product costs');
});

it('stays within what Shopify lets one query cost, however many products', async () => {
	const shop = await openShop({ orders: 1 });
	const costs: Array<number | undefined> = [];
	const client = shop.client();
	sandbox = shop.sandbox;
	const ask: typeof client.ask = async (operation, ...more) => {
		const answer = await client.ask<never>(operation, ...more);
		if (answer.ok) costs.push(answer.value.requestedCost);
		return answer;
	};
	const lineItems = Array.from({ length: 600 }, (_, n) => ({
		variant: { id: `gid://shopify/ProductVariant/${n + 1}` },
	}));
	const order = { lineItems } as unknown as OrderFacts;
	const answer = await withUnitCosts({ ...client, ask }, [order]);
	expect(answer.ok).toBe(true);
	expect(costs).toHaveLength(3);
	for (const cost of costs) {
		expect(cost).toBeGreaterThan(0);
		expect(cost).toBeLessThanOrEqual(1000);
	}
});
