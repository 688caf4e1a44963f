import { ordersQuery } from '../../nodes/shopify/queries';
import { openShop, shopWithLargeOrder } from './sandboxShop.mts';

type Open = Awaited<ReturnType<typeof openShop>>;
type Asked = Awaited<ReturnType<Open['ask']>>;

let open: Open;
afterEach(async () => await open.close());

const ordersOf = ({ result }: Asked) => {
	if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.what}`);
	return result.value.orders;
};
const names = (asked: Asked) => ordersOf(asked).map(({ name }) => name);
const byNumber = (a: string, b: string) => Number(a.slice(1)) - Number(b.slice(1));

/** What the merchant's own books say was sold, test orders left out. */
const truthNames = () =>
	open.shop.truth.orders.filter(({ state }) => state !== 'test').map(({ name }) => name);

describe('a month of orders', () => {
	it("page by page is the merchant's own list, each order once, oldest first", async () => {
		open = await openShop();
		const asked = await open.ask({}, { bulkFrom: 1000 });
		expect(names(asked).sort(byNumber)).toEqual([...truthNames()].sort(byNumber));
		const times = ordersOf(asked).map(({ processedAt }) => processedAt);
		expect(times).toEqual([...times].sort());
		expect(open.labels().filter((label) => label.includes('Orders')).length).toBeLessThan(10);
	});

	it('in bulk is the same, item for item, and the token does not go with the file', async () => {
		open = await openShop();
		const paged = ordersOf(await open.ask({}, { bulkFrom: 1000 }));
		const inBulk = await open.ask();
		expect(open.labels()).toContain('mutation BulkRun');
		expect(JSON.stringify(ordersOf(inBulk))).toBe(JSON.stringify(paged));
		expect(inBulk.file.sent).toHaveLength(1);
		expect(inBulk.file.sent[0].headers).toBeUndefined();
	});

	it('stops at the limit and says that there is more', async () => {
		open = await openShop();
		const all = names(await open.ask({}, { bulkFrom: 1000 }));
		const { result } = await open.ask({}, { limit: 8 });
		expect(result).toMatchObject({
			ok: true,
			value: { notes: [expect.stringMatching(/limit of 8/)] },
		});
		expect(result.ok && result.value.orders.map(({ name }) => name)).toEqual(all.slice(0, 8));
	});

	it('can be a day of it', async () => {
		open = await openShop();
		const from = Date.parse('2026-10-10T04:00:00Z');
		const to = Date.parse('2026-10-12T04:00:00Z');
		const asked = await open.ask({ from, to });
		const expected = open.shop.truth.orders
			.filter(
				({ state, date }) => state !== 'test' && (date === '2026-10-10' || date === '2026-10-11'),
			)
			.map(({ name }) => name);
		expect(expected.length).toBeGreaterThan(0);
		expect(names(asked).sort(byNumber)).toEqual(expected.sort(byNumber));
	});

	it('can be nothing', async () => {
		open = await openShop();
		expect(ordersOf(await open.ask({ from: Date.parse('2030-01-01') }))).toEqual([]);
	});

	it('leaves out test orders unless they are wanted', async () => {
		open = await openShop();
		(open.shop.orders[0] as unknown as { test: boolean }).test = true;
		const [first] = open.shop.orders.map(({ name }) => String(name));
		expect(names(await open.ask())).not.toContain(first);
		expect(names(await open.ask({ includeTest: true }))).toContain(first);
	});
});

it('reads an order whole that does not fit on a page, by pages and in bulk', async () => {
	const { shop, name } = shopWithLargeOrder();
	open = await openShop({ shop });
	const paged = ordersOf(await open.ask({}, { bulkFrom: 1000 }));
	const large = paged.find((order) => order.name === name);
	expect(large?.lineItems).toHaveLength(83);
	expect(large?.shippingLines).toHaveLength(60);
	expect(large?.transactions).toHaveLength(17);
	expect(large?.agreements.map(({ sales }) => (sales as unknown[]).length)).toEqual(
		Array.from({ length: 6 }, () => 120),
	);
	expect(new Set(large?.lineItems.map(({ id }) => id)).size).toBe(83);
	expect(ordersOf(await open.ask({}, { bulkFrom: 1 }))).toEqual(paged);
});

describe('a shop in trouble', () => {
	it.each([
		['throttle', 6, {}],
		['throttle', 3, { status: 429 }],
		['serverError', 2, {}],
		['htmlError', 2, {}],
		['droppedBefore', 2, {}],
		['droppedAfter', 2, {}],
		['malformed', 2, {}],
	])('%s: the list is whole all the same', async (kind, times, more) => {
		open = await openShop({ orders: 25 });
		open.fail(kind, times, { match: 'Orders', ...more });
		expect(names(await open.ask()).sort(byNumber)).toEqual([...truthNames()].sort(byNumber));
		expect(open.sandbox.control.log.all().filter(({ fault }) => fault)).toHaveLength(times);
	});

	it('asks again when an answer takes too long', async () => {
		open = await openShop({ orders: 5 });
		open.fail('slow', 1, { match: 'Orders', delayMs: 2500 });
		const asked = await open.ask();
		expect(ordersOf(asked)).toHaveLength(truthNames().length);
		expect(asked.clock.slept).toEqual([1000]);
	});

	it.each(['serverError', 'droppedAfter', 'malformed'])(
		'%s around a bulk operation: the list is whole all the same',
		async (kind) => {
			open = await openShop();
			for (const match of ['BulkRun', 'BulkState', 'bulk']) open.fail(kind, 1, { match });
			expect(names(await open.ask()).sort(byNumber)).toEqual([...truthNames()].sort(byNumber));
		},
	);

	it('falls back to pages when Shopify runs no bulk operation', async () => {
		open = await openShop();
		const paged = ordersOf(await open.ask({}, { bulkFrom: 1000 }));
		const asked = await open.ask({}, { maxWaitMs: 0 });
		expect(open.labels()).toContain('mutation BulkRun');
		expect(ordersOf(asked)).toEqual(paged);
	});

	it('throttled without end is told, not waited for without end', async () => {
		open = await openShop({ orders: 5 });
		open.fail('throttle', 1000, { match: 'Orders' });
		const { result, clock } = await open.ask();
		expect(result).toMatchObject({ ok: false, problem: { code: 'throttled' } });
		expect(clock.slept.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(300_000);
	});
});

it('takes nothing from a filter that Shopify does not know and ignores', async () => {
	open = await openShop({ orders: 5 });
	const variables = {
		first: 3,
		query: "update_at:>='2026-10-01T00:00:00Z'",
		sortKey: 'UPDATED_AT',
	};
	expect(await open.client().ask(ordersQuery('none'), variables)).toMatchObject({
		ok: false,
		problem: { code: 'filter-ignored', what: expect.stringContaining('update_at') },
	});
});

describe('what the app may see', () => {
	const scopes = [
		'read_orders',
		'read_products',
		'read_customers',
		'read_locations',
		'read_returns',
	];

	it('names the scope that is missing', async () => {
		open = await openShop({ orders: 60 });
		const { result } = await open.ask({}, {}, scopes);
		expect(result).toMatchObject({
			ok: false,
			problem: { code: 'access-denied', what: expect.stringContaining('read_payment_terms') },
		});
	});

	it.each([
		['without approval for protected customer data', false, [...scopes, 'read_payment_terms']],
		[
			'without the scope of customers',
			true,
			['read_orders', 'read_products', 'read_locations', 'read_payment_terms', 'read_returns'],
		],
	])(
		'%s the orders are whole but for names, and a note says so',
		async (_name, protectedCustomerData, granted) => {
			open = await openShop({ protectedCustomerData });
			const { result } = await open.ask({}, {}, granted);
			expect(result).toMatchObject({
				ok: true,
				value: { notes: expect.arrayContaining([expect.stringMatching(/name or e-mail/)]) },
			});
			expect(result.ok && result.value.notes).toHaveLength(protectedCustomerData ? 1 : 2);
			const orders = result.ok ? result.value.orders : [];
			expect(orders.some(({ shippingAddress }) => shippingAddress)).toBe(protectedCustomerData);
			expect(orders.map(({ name }) => name).sort(byNumber)).toEqual(
				[...truthNames()].sort(byNumber),
			);
			expect(JSON.stringify(orders)).not.toMatch(/@example\.com/);
		},
	);

	it('shows an order without its customer as an order with an unnamed one', async () => {
		open = await openShop({ protectedCustomerData: false, orders: 5 });
		const orders = ordersOf(await open.ask({}, {}, [...scopes, 'read_payment_terms']));
		const order = orders.find(({ customer }) => customer !== null);
		expect(order?.customer).toEqual({ id: expect.any(String), displayName: null, email: null });
	});
});
