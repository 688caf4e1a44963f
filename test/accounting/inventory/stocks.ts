import fc from 'fast-check';

import {
	DEFAULT_STOCK_POLICY,
	type BooksItem,
	type OrderPieces,
	type ShopProduct,
	type StockFacts,
	type StockSyncPolicy,
} from '../../../nodes/accounting/inventory';

const AS_OF = '2026-11-02T12:00:00Z';

const LOCATIONS = ['Store', 'Window', 'Stall'];

const level = (locationId: string) =>
	fc
		.record({
			available: fc.integer({ min: -20, max: 60 }),
			committed: fc.integer({ min: 0, max: 9 }),
			damaged: fc.integer({ min: 0, max: 3 }),
			age: fc.constantFrom(null, null, null, 600, 600, 5),
		})
		.map(({ available, committed, damaged, age }) => ({
			locationId,
			location: locationId,
			available,
			onHand: available + committed + damaged,
			committed,
			updatedAt: age === null ? null : new Date(Date.parse(AS_OF) - age * 1000).toISOString(),
		}));

/** Most have a SKU of their own, the same on both sides; some share one, or have none. */
const sku = fc.oneof(
	{ weight: 6, arbitrary: fc.constant('own') },
	fc.constantFrom(null, 'A', 'a ', 'B', 'C'),
);
const name = fc.oneof(
	{ weight: 4, arbitrary: fc.constant('Own') },
	fc.constantFrom('Mug', 'Plate', 'Bowl'),
);

function named<T extends { name: string; sku: string | null }>(thing: T, index: number): T {
	return {
		...thing,
		name: thing.name === 'Own' ? `Own ${index}` : thing.name,
		sku: thing.sku === 'own' ? `own-${index}` : thing.sku,
	};
}

const mostly = <T>(usual: T, ...others: T[]) =>
	fc.oneof({ weight: 15, arbitrary: fc.constant(usual) }, fc.constantFrom(usual, ...others));

const products: fc.Arbitrary<ShopProduct[]> = fc
	.array(
		fc.record({
			name,
			sku,
			tracked: mostly(true, false),
			isBundle: mostly(false, true),
			isGiftCard: mostly(false, true),
			levels: fc
				.tuple(...LOCATIONS.map(level))
				.chain((levels) => fc.subarray(levels, { minLength: 1 })),
		}),
		{ minLength: 2, maxLength: 7, size: 'max' },
	)
	.map((list) =>
		list.map((product, index) => ({
			...named(product, index),
			inventoryItemId: `stock ${index}`,
			variantId: `variant ${index}`,
		})),
	);

const items: fc.Arbitrary<BooksItem[]> = fc
	.array(
		fc.record({
			name,
			sku,
			type: mostly('Inventory', 'NonInventory', 'Group'),
			active: mostly(true, false),
			onHand: fc.oneof(
				fc.integer({ min: -20, max: 150 }),
				fc.integer({ min: -2e7, max: 2e8 }).map((millionths) => millionths / 1e6),
			),
			stockedFrom: mostly<string | null>('2026-01-01', null, '2026-12-01'),
		}),
		{ minLength: 2, maxLength: 7, size: 'max' },
	)
	.map((list) => list.map((item, index) => ({ ...named(item, index), id: String(index) })));

const unbooked = fc
	.array(
		fc.record({
			product: fc.nat(4),
			item: fc.nat(4),
			order: fc.nat(3),
			pieces: fc.nat(9),
			booked: fc.nat(4),
		}),
		{ maxLength: 8 },
	)
	.map((orders) => {
		const sold = new Map<string, OrderPieces[]>();
		const booked = new Map<string, number>();
		for (const { product, item, order, pieces, booked: moved } of orders) {
			const id = `stock ${product}`;
			const entry = { orderId: `order ${order}`, order: `#${order}`, pieces };
			sold.set(id, [...(sold.get(id) ?? []), entry]);
			booked.set(`order ${order} ${item}`, moved);
		}
		return { sold, booked };
	});

export const stockFacts: fc.Arbitrary<StockFacts> = fc.record({ products, items, unbooked });

export const stockPolicy: fc.Arbitrary<StockSyncPolicy> = fc
	.record({
		direction: fc.constantFrom('QuickBooks to Shopify' as const, 'Shopify to QuickBooks' as const),
		quantity: fc.constantFrom('available' as const, 'on_hand' as const),
		match: fc.constantFrom('skuThenName' as const, 'sku' as const, 'name' as const),
		locations: fc.shuffledSubarray(LOCATIONS, { minLength: 1 }),
		distribution: fc.constantFrom('mainLocation' as const, 'proportional' as const),
		unbooked: fc.constantFrom('orders' as const, 'committed' as const, 'none' as const),
		buffer: fc.constantFrom(0, 0, 3),
		largestChange: fc.constantFrom(undefined, undefined, 10, 100),
		largestEmptied: fc.constantFrom(0, 50, 100),
		settlingSeconds: fc.constantFrom(0, 60),
	})
	.map((policy) => ({ ...DEFAULT_STOCK_POLICY, ...policy, asOf: AS_OF, date: '2026-11-02' }));

export function frozen<T>(value: T): T {
	if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
		Object.freeze(value);
		Object.values(value).forEach(frozen);
	}
	return value;
}
