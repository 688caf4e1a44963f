import { openShop, shopOfEveryCase } from './sandboxShop.mts';
import type { GraphqlObject } from '../../nodes/shopify/types';

type Open = Awaited<ReturnType<typeof openShop>>;

let open: Open;
afterEach(async () => await open.close());

const october = {
	from: Date.parse('2026-10-01T04:00:00Z'),
	to: Date.parse('2026-11-01T04:00:00Z'),
};

const refundsOf = ({ result }: Awaited<ReturnType<Open['askRefunds']>>) => {
	if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.what}`);
	return result.value.refunds;
};

/** The merchant's own list, test orders left out. */
const truth = () =>
	open.shop.truth.orders
		.filter(({ state }) => state !== 'test')
		.flatMap(({ orderId, refunds }) =>
			refunds.map(({ refundId, date, shop, status }) => ({
				orderId,
				refundId,
				date,
				shop,
				status,
			})),
		);
const inOctober = () => truth().filter(({ date }) => date.startsWith('2026-10'));

const minor = (bag: unknown, side: 'shopMoney' | 'presentmentMoney' = 'shopMoney') => {
	const { amount, currencyCode } = (bag as Record<string, Record<string, string>>)[side];
	const digits = { JPY: 0, KWD: 3 }[currencyCode] ?? 2;
	return Math.round(Number(amount) * 10 ** digits);
};

describe('the refunds of a month', () => {
	it("are the merchant's own, each once with its whole order, oldest first", async () => {
		open = await openShop({ shop: shopOfEveryCase() });
		const refunds = refundsOf(await open.askRefunds(october));
		expect(inOctober().length).toBeGreaterThan(5);
		expect(refunds.map(({ refund }) => refund.id).sort()).toEqual(
			inOctober()
				.map(({ refundId }) => refundId)
				.sort(),
		);
		const times = refunds.map(({ refund }) => refund.processedAt);
		expect(times).toEqual([...times].sort());
		for (const { id, refund, refunds: ofOrder } of refunds) {
			const own = truth().find(({ refundId }) => refundId === refund.id);
			expect([id, minor(refund.totalRefundedSet)]).toEqual([own?.orderId, Math.abs(own!.shop)]);
			expect(ofOrder).toContainEqual(refund);
		}
		const calls = open.labels().filter((label) => label.startsWith('query')).length;
		expect(calls).toBeLessThan(15);
	});

	it('hold what their lists hold, flattened', async () => {
		open = await openShop({ shop: shopOfEveryCase() });
		const [refund] = refundsOf(await open.askRefunds(october))
			.map((one) => one.refund)
			.filter(({ refundLineItems }) => (refundLineItems as unknown[]).length > 0);
		expect(refund).toMatchObject({
			legacyResourceId: expect.any(String),
			createdAt: expect.any(String),
			refundLineItems: expect.arrayContaining([
				expect.objectContaining({
					restockType: expect.any(String),
					lineItem: expect.objectContaining({ id: expect.any(String) }),
				}),
			]),
			refundShippingLines: expect.any(Array),
			orderAdjustments: expect.any(Array),
			duties: expect.any(Array),
			transactions: expect.any(Array),
		});
		expect(Object.keys(refund)).not.toContain('order');
	});

	it('of which money is still awaited are among them', async () => {
		open = await openShop({ shop: shopOfEveryCase() });
		const pending = inOctober().filter(({ status }) => status === 'pending');
		expect(pending.length).toBeGreaterThan(0);
		const ids = refundsOf(await open.askRefunds(october)).map(({ refund }) => refund.id);
		expect(ids).toEqual(expect.arrayContaining(pending.map(({ refundId }) => refundId)));
	});

	it('stop at the limit, the oldest first, and say that there are more', async () => {
		open = await openShop({ shop: shopOfEveryCase() });
		const all = refundsOf(await open.askRefunds(october)).map(({ refund }) => refund.id);
		const asked = await open.askRefunds(october, 3);
		expect(refundsOf(asked).map(({ refund }) => refund.id)).toEqual(all.slice(0, 3));
		expect(asked.result).toMatchObject({
			value: { notes: [expect.stringMatching(/limit of 3/)] },
		});
	});

	it('leave out those of test orders', async () => {
		open = await openShop({ shop: shopOfEveryCase() });
		const [{ orderId }] = inOctober();
		const order = open.shop.orders.find(({ id }) => id === orderId);
		(order as unknown as { test: boolean }).test = true;
		expect(refundsOf(await open.askRefunds(october)).map(({ id }) => id)).not.toContain(orderId);
		const all = await open.askRefunds({ ...october, includeTest: true });
		expect(refundsOf(all).map(({ id }) => id)).toContain(orderId);
	});

	it('can be nothing', async () => {
		open = await openShop({ orders: 20 });
		expect(refundsOf(await open.askRefunds({ from: Date.parse('2040-01-01') }))).toEqual([]);
	});

	it.each(['throttle', 'serverError', 'droppedAfter', 'droppedBefore', 'malformed'])(
		'are whole although there is trouble: %s',
		async (kind) => {
			open = await openShop({ shop: shopOfEveryCase() });
			for (const match of ['RefundDates', 'OrdersById', 'Details']) open.fail(kind, 2, { match });
			const ids = refundsOf(await open.askRefunds(october)).map(({ refund }) => refund.id);
			expect(ids.sort()).toEqual(
				inOctober()
					.map(({ refundId }) => refundId)
					.sort(),
			);
			expect(open.sandbox.control.log.all().filter(({ fault }) => fault)).toHaveLength(6);
		},
	);
});

it('all refunds of orders that changed come by the date of the change', async () => {
	open = await openShop({ shop: shopOfEveryCase() });
	const from = Date.parse('2026-10-20T04:00:00Z');
	const changed = new Set(
		open.shop.orders
			.filter(({ updatedAt }) => Date.parse(String(updatedAt)) >= from)
			.map(({ id }) => id),
	);
	const ids = refundsOf(await open.askRefunds({ date: 'updatedAt', from })).map(
		({ refund }) => refund.id,
	);
	expect(ids.sort()).toEqual(
		truth()
			.filter(({ orderId }) => changed.has(orderId))
			.map(({ refundId }) => refundId)
			.sort(),
	);
});

it('every case is the same by pages and in bulk', async () => {
	open = await openShop({ shop: shopOfEveryCase() });
	const paged = await open.ask({}, { bulkFrom: 1000 });
	const inBulk = await open.ask({}, { bulkFrom: 1 });
	if (!paged.result.ok || !inBulk.result.ok) throw new Error('not read');
	expect(open.labels()).toContain('mutation BulkRun');
	const { orders } = inBulk.result.value;
	expect(JSON.stringify(orders)).toBe(JSON.stringify(paged.result.value.orders));
	expect(orders.flatMap(({ refunds }) => refunds).length).toBeGreaterThan(5);
	const terms = orders.flatMap(({ paymentTerms }) => (paymentTerms ?? []) as GraphqlObject);
	expect(terms).toContainEqual(
		expect.objectContaining({
			paymentSchedules: [expect.objectContaining({ dueAt: expect.any(String) })],
		}),
	);
});

it('what was agreed adds up to the order as it is now, for every order', async () => {
	open = await openShop({ shop: shopOfEveryCase() });
	const { result } = await open.ask({}, { bulkFrom: 1 });
	if (!result.ok) throw new Error(result.problem.what);
	expect(result.value.orders.length).toBeGreaterThan(40);
	for (const order of result.value.orders) {
		const sales = order.agreements.flatMap((agreement) => agreement.sales as GraphqlObject[]);
		for (const side of ['shopMoney', 'presentmentMoney'] as const) {
			const sum = (field: string) =>
				sales.reduce((total, sale) => total + minor(sale[field], side), 0);
			expect([order.name, sum('totalAmount'), sum('totalTaxAmount')]).toEqual([
				order.name,
				minor(order.currentTotalPriceSet, side),
				minor(order.currentTotalTaxSet, side),
			]);
		}
	}
});

it('a refund with more lines than fit on a page is whole', async () => {
	const shop = shopOfEveryCase();
	const order = shop.orders.find(({ refunds }) =>
		(refunds as GraphqlObject[]).some(({ refundLineItems }) => (refundLineItems as []).length > 0),
	);
	const [large] = (order as unknown as { refunds: GraphqlObject[] }).refunds;
	const lines = large.refundLineItems as GraphqlObject[];
	while (lines.length < 130)
		lines.push({ ...lines[0], id: `${String(lines[0].id)}${lines.length}` });
	open = await openShop({ shop });
	const found = refundsOf(await open.askRefunds()).find(({ refund }) => refund.id === large.id);
	expect(found?.refund.refundLineItems).toHaveLength(130);
	expect(open.labels().filter((label) => label.includes('MoreDetails'))).toHaveLength(3);
});
