import fc from 'fast-check';

import {
	planStock,
	type StockFacts,
	type StockPlan,
	type StockRow,
	type StockSyncPolicy,
} from '../../../nodes/accounting/inventory';
import { frozen, stockFacts, stockPolicy } from './stocks';

const RUNS = { numRuns: 500 };

function holds(check: (plan: StockPlan, facts: StockFacts, policy: StockSyncPolicy) => void): void {
	fc.assert(
		fc.property(stockFacts, stockPolicy, (facts, policy) => {
			check(planStock(frozen(facts), frozen(policy)), facts, policy);
		}),
		RUNS,
	);
}

const isShop = ({ direction }: StockSyncPolicy) => direction === 'QuickBooks to Shopify';
const changed = ({ rows }: StockPlan) => rows.filter(({ status }) => status === 'Change');
const near = (a: number) => Math.round(a * 1e6) / 1e6;

/** The facts after the plan was written. */
function written({ rows }: StockPlan, facts: StockFacts, policy: StockSyncPolicy): StockFacts {
	const moves = new Map(
		rows.flatMap(({ levels }) =>
			levels.map((each) => [`${each.inventoryItemId} ${each.locationId}`, each.to - each.from]),
		),
	);
	const books = new Map(
		isShop(policy) ? [] : rows.map(({ item, change }) => [item?.id ?? '', change] as const),
	);
	return {
		...facts,
		products: facts.products.map((product) => ({
			...product,
			levels: product.levels.map((level) => {
				const move = moves.get(`${product.inventoryItemId} ${level.locationId}`) ?? 0;
				return { ...level, available: level.available + move, onHand: level.onHand + move };
			}),
		})),
		items: facts.items.map((item) => ({
			...item,
			onHand: near(item.onHand + (books.get(item.id) ?? 0)),
		})),
	};
}

it('makes changes and skips in good number, so that what follows is not empty talk', () => {
	const rows = fc
		.sample(fc.tuple(stockFacts, stockPolicy), 600)
		.flatMap(([facts, policy]) => planStock(facts, policy).rows);
	const count = (status: StockRow['status']) => rows.filter((row) => row.status === status).length;
	expect(count('Change')).toBeGreaterThan(150);
	expect(count('Skipped')).toBeGreaterThan(150);
	expect(rows.filter(({ levels }) => levels.length > 1).length).toBeGreaterThan(30);
	expect(rows.filter(({ unbooked }) => unbooked !== 0).length).toBeGreaterThan(50);
});

it('has one row for each product, in their order', () => {
	holds(({ rows }, { products }) => {
		const ids = rows.flatMap(({ inventoryItemId }) => inventoryItemId ?? []);
		expect(ids).toEqual(products.map(({ inventoryItemId }) => inventoryItemId));
	});
});

it('changes are what their locations sum to; nothing is set below zero', () => {
	holds((plan, _facts, policy) => {
		for (const { levels, change, before, after, shopify } of changed(plan)) {
			expect(near((before ?? 0) + change)).toBe(after);
			expect(after).toBeGreaterThanOrEqual(0);
			if (!isShop(policy)) continue;
			expect(levels.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(change);
			expect((shopify?.available ?? 0) + change).toBeGreaterThanOrEqual(0);
			for (const { to, from } of levels) {
				expect(to).toBeGreaterThanOrEqual(0);
				expect(to).not.toBe(from);
			}
		}
	});
});

it('changes nothing of what is skipped or right, and says why it is skipped', () => {
	holds(({ rows }) => {
		for (const { status, change, levels, before, after, problem } of rows) {
			if (status === 'Change') continue;
			expect({ change, levels, after }).toEqual({ change: 0, levels: [], after: before });
			expect(problem === null).toBe(status === 'Same');
		}
	});
});

it('keeps to the limit of one product, and counts the pieces', () => {
	holds((plan, _facts, { largestChange = Infinity }) => {
		const sizes = changed(plan).map(({ change }) => Math.abs(change));
		expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(largestChange);
		expect(plan.pieces).toBe(near(sizes.reduce((sum, size) => sum + size, 0)));
	});
});

it('a run after a run changes nothing', () => {
	holds((plan, facts, policy) => {
		// what Shopify has committed is of the orders, so it is the same in the second run
		const again = planStock(written(plan, facts, policy), policy);
		expect(changed(again)).toEqual([]);
	});
});

it('the direction turned round changes nothing of what was written above zero', () => {
	holds((plan, facts, policy) => {
		if (!isShop(policy)) return;
		const turned = planStock(written(plan, facts, policy), {
			...policy,
			direction: 'Shopify to QuickBooks',
		});
		const byId = new Map(turned.rows.map((row) => [row.inventoryItemId, row]));
		for (const row of changed(plan)) {
			const { inventoryItemId, quickBooks, unbooked } = row;
			if ((quickBooks?.onHand ?? 0) - unbooked - setAside(row) < 0) continue;
			expect(byId.get(inventoryItemId)?.change).toBe(0);
		}
	});
});

it('nothing is lost: what Shopify offers, what is unbooked or set aside and the buffer are what the books have', () => {
	holds((plan, _facts, policy) => {
		for (const row of changed(plan)) {
			const { quickBooks, shopify, unbooked, change, notes } = row;
			const [q, a] = [quickBooks?.onHand ?? 0, shopify?.available ?? 0];
			const isHeld = notes.some((note) => /below zero|leaves none|rounded/.test(note));
			if (isHeld || (a === 0 && !isShop(policy))) continue;
			const [toBooks, toShop] = isShop(policy) ? [q, a + change] : [q + change, a];
			const buffer = toShop < 0 ? 0 : policy.buffer;
			expect(near(toShop + unbooked + setAside(row) + buffer)).toBe(near(toBooks));
		}
	});
});

it('on hand changes as available does', () => {
	holds((_plan, facts, policy) => {
		const [one, other] = (['available', 'on_hand'] as const).map((quantity) =>
			planStock(facts, { ...policy, quantity }).rows.map(({ change, status, levels }) => ({
				change,
				status,
				levels: levels.map(({ locationId, from, to }) => [locationId, to - from]),
			})),
		);
		expect(one).toEqual(other);
	});
});

it('does not depend on the order in which products, items and orders are read', () => {
	holds((plan, { products, items, unbooked }, policy) => {
		const turned = planStock(
			{
				products: products
					.map((each) => ({ ...each, levels: [...each.levels].reverse() }))
					.reverse(),
				items: [...items].reverse(),
				unbooked: {
					...unbooked,
					sold: new Map([...unbooked.sold].map(([id, orders]) => [id, [...orders].reverse()])),
				},
			},
			policy,
		);
		expect(sorted(turned.rows)).toEqual(sorted(plan.rows));
		expect(turned.stop).toEqual(plan.stop);
	});
});

function sorted(rows: readonly StockRow[]): StockRow[] {
	const key = ({ inventoryItemId, item }: StockRow) => inventoryItemId ?? `item ${item?.id ?? ''}`;
	return [...rows].sort((a, b) => key(a).localeCompare(key(b)));
}

/** On hand, and neither for sale nor sold. */
function setAside({ shopify }: StockRow): number {
	return shopify === null ? 0 : shopify.onHand - shopify.available - shopify.committed;
}
