import { startShopifySandbox, type ShopifySandbox } from '../../sandbox/shopify/start.mts';
import { readRecords } from './engine.mts';

let sandbox: ShopifySandbox;
beforeEach(async () => {
	sandbox = await startShopifySandbox({ seed: 5, month: '2026-10', orders: 40 });
});
afterEach(async () => await sandbox.close());

const read = async (options: object) =>
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
			resource: 'payout',
			operation: 'getAll',
			period: 'all',
			returnAll: true,
			options,
		},
	);

type Row = Record<string, unknown>;

it('payouts come with the orders of their rows where that is asked for', async () => {
	const result = await read({ includeOrders: true });
	expect(result.error).toBeUndefined();
	const items = result.outputs.Read[0].map(({ json }) => json);
	expect(items.length).toBeGreaterThan(5);
	for (const { balanceTransactions, orders } of items) {
		const named = (balanceTransactions as Row[]).flatMap(
			({ associatedOrder }) => (associatedOrder as Row | null)?.id ?? [],
		);
		expect(new Set((orders as Row[]).map(({ id }) => id))).toEqual(new Set(named));
	}
});

it('and without them, and without their cost, else', async () => {
	const result = await read({});
	expect(result.outputs.Read[0].some(({ json }) => 'orders' in json)).toBe(false);
	expect(sandbox.control.log.count('OrderMoney')).toBe(0);
});
