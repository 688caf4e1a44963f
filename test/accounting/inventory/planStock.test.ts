import {
	type BooksItem,
	DEFAULT_STOCK_POLICY,
	planStock,
	type ShopProduct,
	type StockSyncPolicy,
} from '../../../nodes/accounting/inventory';

const POLICY: StockSyncPolicy = {
	...DEFAULT_STOCK_POLICY,
	locations: ['Main'],
	asOf: '2026-11-02T12:00:00Z',
	date: '2026-11-02',
};

function product(changes: Partial<ShopProduct> = {}): ShopProduct {
	return {
		inventoryItemId: 'stock 1',
		variantId: 'variant 1',
		name: 'Mug',
		sku: 'MUG',
		tracked: true,
		isBundle: false,
		isGiftCard: false,
		levels: [level('Main', 4)],
		...changes,
	};
}

function level(locationId: string, available: number, updatedAt: string | null = null) {
	return {
		locationId,
		location: locationId,
		available,
		onHand: available,
		committed: 0,
		updatedAt,
	};
}

function item(changes: Partial<BooksItem> = {}): BooksItem {
	return {
		id: '1',
		name: 'Mug',
		sku: 'MUG',
		type: 'Inventory',
		active: true,
		onHand: 9,
		stockedFrom: null,
		...changes,
	};
}

function plan(
	products: ShopProduct[],
	items: BooksItem[],
	policy: Partial<StockSyncPolicy> = {},
	unbooked: Parameters<typeof planStock>[0]['unbooked'] = { sold: new Map(), booked: new Map() },
) {
	return planStock({ products, items, unbooked }, { ...POLICY, ...policy });
}

it('variants that share one inventory item are one stock', () => {
	const twins = [product({ variantId: 'variant 2', name: 'Mug, again' }), product()];
	const { rows } = plan(twins, [item()]);
	expect(rows).toMatchObject([{ product: 'Mug', change: 5 }]);
	expect(plan(twins.reverse(), [item()]).rows).toEqual(rows);
});

it('a location that is chosen twice counts once', () => {
	const { rows } = plan([product()], [item()], { locations: ['Main', 'Main'] });
	expect(rows[0]).toMatchObject({ before: 4, after: 9 });
});

it('takes pieces of a floating number for what they are', () => {
	const sold = new Map([['stock 1', [{ orderId: 'o', order: '#1', pieces: 1 }]]]);
	const booked = new Map([['o 1', 0.7]]);
	const { rows } = plan([product()], [item({ onHand: 9.3 })], {}, { sold, booked });
	// 1 - 0.7 is 0.30000000000000004 to a computer
	expect(rows[0]).toMatchObject({ unbooked: 0.3, after: 9, notes: [] });
});

it('names the orders that are not in the books, each once', () => {
	const entry = (order: string, pieces: number) => ({ orderId: order, order, pieces });
	const sold = new Map([
		['stock 1', [entry('#1002', 1), entry('#1001', 1), entry('#1001', 1), entry('#1003', 2)]],
	]);
	const booked = new Map([
		['#1003 1', 2],
		['#1001 2', 2],
	]);
	const { rows } = plan([product()], [item()], {}, { sold, booked });
	expect(rows[0]).toMatchObject({ unbooked: 3, unbookedOrders: ['#1001', '#1002'], after: 6 });
});

it('a level of a location that is not chosen may change as it likes', () => {
	const levels = [level('Main', 4), level('Stall', 1, '2026-11-02T11:59:59Z')];
	expect(plan([product({ levels })], [item()]).rows[0].status).toBe('Change');
	const both = plan([product({ levels })], [item()], { locations: ['Main', 'Stall'] });
	expect(both.rows[0].problem?.code).toBe('just-changed');
});

it('a change after the reading began is one of a moment ago', () => {
	const levels = [level('Main', 4, '2026-11-02T12:00:03Z')];
	expect(plan([product({ levels })], [item()]).rows[0].problem?.code).toBe('just-changed');
});

it('splits quantities that a floating number can not multiply exactly', () => {
	const levels = [level('Main', 333_333_333), level('Stall', 666_666_667)];
	const { rows } = plan([product({ levels })], [item({ onHand: 999_999_999 })], {
		locations: ['Main', 'Stall'],
		distribution: 'proportional',
		largestChange: undefined,
	});
	expect(rows[0].levels).toEqual([
		{
			inventoryItemId: 'stock 1',
			locationId: 'Stall',
			location: 'Stall',
			from: 666_666_667,
			to: 666_666_666,
		},
	]);
});

it('says of each problem what, where and what to do', () => {
	const { rows } = plan(
		[
			product({ inventoryItemId: '2', variantId: '2', name: 'Cup', sku: 'CUP' }),
			product({ inventoryItemId: '3', variantId: '3', name: 'Bowl', sku: null, levels: [] }),
		],
		[item({ name: 'Bowl', sku: null, id: '7' }), item({ name: 'Lamp', sku: 'L', id: '8' })],
	);
	expect(rows.map(({ problem, item: of }) => [problem?.code, problem?.where, of?.id])).toEqual([
		['not-in-quickbooks', 'Cup (SKU CUP)', undefined],
		['not-stocked', 'Bowl', '7'],
		['not-in-shopify', 'Lamp (SKU L)', '8'],
	]);
	for (const { problem } of rows) {
		expect(problem?.what).toMatch(/\w/);
		expect(problem?.fix).toMatch(/\.$/);
	}
});

it('lists no more than ten of those that can not be told apart', () => {
	const many = Array.from({ length: 15 }, (_, index) =>
		product({ inventoryItemId: `${index}`, variantId: `${index}` }),
	);
	const { what } = plan(many, []).rows[0].problem ?? { what: '' };
	expect(what).toContain('and 5 more');
});
