import { readRecentOrders } from '../../../nodes/shopify/inventory';
import { openStockShop, valueOf } from './stockShop.mts';
import { shopOfEveryCase } from '../sandboxShop.mts';

interface Raw {
	id: string;
	name: string;
	updatedAt: string;
	test: boolean;
	displayFinancialStatus: string;
	cancelledAt: string | null;
	closedAt: string | null;
}

let open: Awaited<ReturnType<typeof openStockShop>>;
afterEach(async () => await open.close());

const rawOrders = () => open.shop.orders as unknown as Raw[];
const UNPAID = ['PENDING', 'AUTHORIZED', 'PARTIALLY_PAID', 'EXPIRED'];

it('finds what changed since, and older ones that are open and unpaid, each once', async () => {
	open = await openStockShop({ shop: shopOfEveryCase(), now: new Date('2026-11-05T00:00:00Z') });
	const unpaid = rawOrders().filter(
		({ displayFinancialStatus, cancelledAt, closedAt }) =>
			UNPAID.includes(displayFinancialStatus) && !cancelledAt && !closedAt,
	);
	const since = unpaid.map(({ updatedAt }) => updatedAt).sort()[unpaid.length - 1];
	const changed = rawOrders().filter(({ updatedAt }) => updatedAt >= since);
	expect(unpaid.filter(({ updatedAt }) => updatedAt < since).length).toBeGreaterThan(0);
	expect(unpaid.filter(({ updatedAt }) => updatedAt >= since).length).toBeGreaterThan(0);
	expect(changed.length).toBeLessThan(rawOrders().length);
	const read = valueOf(await readRecentOrders(open.client(), { since }));
	const expected = new Set([...changed, ...unpaid].map(({ id }) => id));
	expect(read.map(({ id }) => id).sort()).toEqual([...expected].sort());
	expect(open.calls()).toMatchObject({ count: 2 });
	expect(open.calls().points).toBeLessThan(200);
});

it('is light, but names refunds, tests and edits', async () => {
	open = await openStockShop({ shop: shopOfEveryCase() });
	const since = '2026-01-01T00:00:00+02:00';
	const orders = valueOf(await readRecentOrders(open.client(), { since }));
	expect(orders).toHaveLength(rawOrders().length);
	expect(orders.some(({ test }) => test)).toBe(true);
	expect(orders.some(({ edited }) => edited)).toBe(true);
	const [refunded] = orders.filter(({ refunds, paidAt }) => refunds.length > 0 && paidAt);
	expect(refunded).toEqual({
		id: expect.stringMatching(/^gid:\/\/shopify\/Order\/\d+$/),
		legacyId: refunded.id.split('/').at(-1),
		name: expect.stringMatching(/^#\d+$/),
		processedAt: expect.stringMatching(/Z$/),
		createdAt: expect.stringMatching(/Z$/),
		test: false,
		edited: expect.any(Boolean),
		paidAt: expect.stringMatching(/Z$/),
		refunds: expect.arrayContaining([
			{
				id: expect.stringMatching(/Refund\/\d+$/),
				legacyId: expect.stringMatching(/^\d+$/),
				processedAt: expect.stringMatching(/Z$/),
			},
		]),
	});
});

it('does not lose an order that is paid between the two looks', async () => {
	open = await openStockShop({ shop: shopOfEveryCase() });
	const since = '2026-10-31T23:00:00Z';
	const waiting = rawOrders().find(
		({ displayFinancialStatus, updatedAt, closedAt, cancelledAt }) =>
			UNPAID.includes(displayFinancialStatus) && updatedAt < since && !closedAt && !cancelledAt,
	)!;
	const client = open.client();
	let looks = 0;
	const paying: typeof client = {
		...client,
		ask: async (...question) => {
			looks += 1;
			if (looks === 2) {
				waiting.displayFinancialStatus = 'PAID';
				waiting.updatedAt = '2026-11-01T00:00:00Z';
			}
			return await client.ask(...question);
		},
	};
	const orders = valueOf(await readRecentOrders(paying, { since }));
	expect(orders.filter(({ id }) => id === waiting.id)).toHaveLength(1);
});

it('refuses what is no moment', async () => {
	open = await openStockShop({ orders: 2 });
	const read = await readRecentOrders(open.client(), { since: 'yesterday' });
	expect(read).toMatchObject({ ok: false, problem: { code: 'invalid-setting' } });
});
