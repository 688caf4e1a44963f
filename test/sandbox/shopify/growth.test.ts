import { startShopifyServer } from '../../../sandbox/shopify/server/serve.mts';
import { ask, ordersFound, startTinyShop } from './client.mts';
import { tinyShop } from './tinyShop.mts';

describe('a shop that changes while it is read', () => {
	it('shows an order that was placed after the start, by search and by id', async () => {
		const sandbox = await startTinyShop();
		const placed = { ...sandbox.shop.orders[1], id: 'gid://shopify/Order/1004', name: '#1004' };
		sandbox.shop.orders.push(placed);
		expect(await ordersFound(sandbox, 'name:1004')).toEqual(['#1004']);
		const { body } = await ask(sandbox, '{ order(id: "gid://shopify/Order/1004") { name } }');
		expect(body.data).toEqual({ order: { name: '#1004' } });
		await sandbox.close();
	});

	it('lets its orders grow old with the clock', async () => {
		const sandbox = await startTinyShop();
		const { accessToken } = sandbox.control.issueToken(['read_orders']);
		const visible = async () => {
			const { body } = await ask(sandbox, '{ ordersCount { count } }', { token: accessToken });
			return (body.data?.ordersCount as { count: number }).count;
		};
		expect(await visible()).toBe(2);
		sandbox.control.advance(60 * 86_400_000);
		expect(await visible()).toBe(0);
		await sandbox.close();
	});

	it('keeps a page in its place when objects before it change', async () => {
		const sandbox = await startTinyShop();
		const page = `query P($c: String) { orders(first: 1, after: $c, sortKey: ID) {
			nodes { name } pageInfo { endCursor } } }`;
		const first = await ask(sandbox, page);
		const { pageInfo } = first.body.data?.orders as { pageInfo: { endCursor: string } };
		sandbox.shop.orders.shift();
		const second = await ask(sandbox, page, { variables: { c: pageInfo.endCursor } });
		expect(second.body.data?.orders).toMatchObject({ nodes: [{ name: '#1002' }] });
		await sandbox.close();
	});
});

describe('a large shop', () => {
	it('ends pages after 25,000 objects, and counts up to the limit', async () => {
		const orders = Array.from({ length: 25_010 }, (_, index) => ({
			id: `gid://shopify/Order/${index + 1}`,
			name: `#${index + 1}`,
			createdAt: '2026-11-20T00:00:00Z',
		}));
		const sandbox = await startShopifyServer({ shop: { ...tinyShop(), orders } });
		const cursor = (id: number) => btoa(JSON.stringify({ last_id: id, last_value: id }));
		const query = `query P($c: String) { orders(first: 250, after: $c, sortKey: ID) { nodes { id } }
			ordersCount { count precision } all: ordersCount(limit: null) { count precision } }`;
		const last = await ask(sandbox, query, { variables: { c: cursor(24_999) } });
		expect(last.body.errors).toBeUndefined();
		expect(last.body.data).toMatchObject({
			ordersCount: { count: 10_000, precision: 'AT_LEAST' },
			all: { count: 25_001, precision: 'AT_LEAST' },
		});
		const beyond = await ask(sandbox, query, { variables: { c: cursor(25_000) } });
		expect(beyond.body.errors?.[0].message).toContain('25000');
		await sandbox.close();
	});
});
