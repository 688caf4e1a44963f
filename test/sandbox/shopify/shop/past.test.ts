import { createHistory } from '../../../../sandbox/shopify/shop/createShop.mts';
import type { Order } from '../../../../sandbox/shopify/shop/model.mts';
import { brokenIdentities } from './identities.mts';
import { plainOrder } from './plain.mts';

const history = createHistory({ seed: 31, orders: 400 });
const { orders } = history.shop;

/** Whether the goods have left is not followed back. */
function shown(order: Order | undefined): unknown {
	return (
		order &&
		JSON.parse(
			JSON.stringify(plainOrder(order), (key, value: unknown) =>
				/fulfill/i.test(key) ? undefined : value,
			),
		)
	);
}

describe('the past of an order', () => {
	it('ends with the order as it is', () => {
		for (const [index, order] of orders.entries()) {
			const last = history.momentsOf(index).at(-1) as number;
			expect(shown(history.orderAt(index, last))).toEqual(shown(order));
		}
	});

	it('keeps every identity of orders at every moment', () => {
		const broken = orders.flatMap((_, index) =>
			history.momentsOf(index).flatMap((moment) => {
				const order = history.orderAt(index, moment);
				return order ? brokenIdentities(order) : ['not there'];
			}),
		);
		expect(broken).toEqual([]);
	});

	it('begins with the order as it was placed, before anything was paid or given back', () => {
		for (const [index, order] of orders.entries()) {
			const [first] = history.momentsOf(index);
			expect(history.orderAt(index, first - 1)).toBeUndefined();
			const placed = history.orderAt(index, first);
			expect(placed?.totalPriceSet).toEqual(order.originalTotalPriceSet);
			expect(placed?.currentTotalPriceSet).toEqual(order.originalTotalPriceSet);
			expect(placed?.refunds).toEqual([]);
			expect(placed?.agreements).toHaveLength(1);
		}
	});

	it('is what it is, whatever was asked before', () => {
		const index = orders.findIndex(({ refunds }) => refunds.length === 2);
		const moments = history.momentsOf(index);
		const forwards = moments.map((moment) => shown(history.orderAt(index, moment)));
		const backwards = [...moments].reverse().map((moment) => shown(history.orderAt(index, moment)));
		expect(backwards.reverse()).toEqual(forwards);
	});
});

it('spreads the orders of a year over its months, and its gift cards over more than one', () => {
	const year = createHistory({ seed: 32, month: '2026-01', months: 12, orders: 600 }).shop;
	const months = new Map<string, number>();
	for (const { date, scenario } of year.truth.orders) {
		if (scenario === 'Back-dated import') continue;
		months.set(date.slice(0, 7), (months.get(date.slice(0, 7)) ?? 0) + 1);
	}
	expect([...months.keys()].sort()).toEqual(
		Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`),
	);
	expect(Math.min(...months.values())).toBeGreaterThan(25);
	const wanders = year.giftCards.some(
		({ createdAt, order, transactions }) =>
			order !== null &&
			transactions.some(
				({ processedAt }) => String(processedAt).slice(0, 7) !== String(createdAt).slice(0, 7),
			),
	);
	expect(wanders).toBe(true);
});
