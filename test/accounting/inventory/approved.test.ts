import {
	approved,
	confirmationOf,
	DEFAULT_STOCK_POLICY,
	planStock,
	type StockPlan,
	stockSettings,
} from '../../../nodes/accounting/inventory';
import { frozen } from './stocks';

const LEVEL = { locationId: 'Main', location: 'Main', committed: 0, updatedAt: null };

/** Mugs go from 4 to 9, plates from 6 to 2, bowls stay at 5. */
function plan(): StockPlan {
	const product = (id: string, name: string, available: number) => ({
		inventoryItemId: id,
		variantId: id,
		name,
		sku: name,
		tracked: true,
		isBundle: false,
		isGiftCard: false,
		levels: [{ ...LEVEL, available, onHand: available }],
	});
	const item = (id: string, name: string, onHand: number) => ({
		id,
		name,
		sku: name,
		type: 'Inventory',
		active: true,
		onHand,
		stockedFrom: null,
	});
	return planStock(
		{
			products: [product('p1', 'Mug', 4), product('p2', 'Plate', 6), product('p3', 'Bowl', 5)],
			items: [item('i1', 'Mug', 9), item('i2', 'Plate', 2), item('i3', 'Bowl', 5)],
			unbooked: { sold: new Map(), booked: new Map() },
		},
		{
			...DEFAULT_STOCK_POLICY,
			locations: ['Main'],
			asOf: '2026-11-02T12:00:00Z',
			date: '2026-11-02',
		},
	);
}

const mug = { inventoryItemId: 'p1', itemId: 'i1' };
const plate = { inventoryItemId: 'p2', itemId: 'i2' };

function outcomes(changes: Parameters<typeof approved>[1]): string[] {
	return approved(frozen(plan()), changes).rows.map(
		({ product, change, problem, status }) => `${product} ${change} ${problem?.code ?? status}`,
	);
}

it.each([
	['as approved', [{ ...mug, change: 5 }], 'Mug 5 Change'],
	['less than approved', [{ ...mug, change: 7 }], 'Mug 5 Change'],
	['more than approved', [{ ...mug, change: 4 }], 'Mug 0 differs-from-approved'],
	['the other way', [{ ...mug, change: -5 }], 'Mug 0 differs-from-approved'],
	['nothing was approved', [{ ...mug, change: 0 }], 'Mug 0 differs-from-approved'],
	['no number was approved', [{ ...mug, change: NaN }], 'Mug 0 differs-from-approved'],
	['another item', [{ ...mug, itemId: 'i9', change: 5 }], 'Mug 0 differs-from-approved'],
	['another product', [{ ...plate, change: -4 }], 'Mug 0 differs-from-approved'],
	[
		'approved twice, once with less',
		[
			{ ...mug, change: 9 },
			{ ...mug, change: 2 },
		],
		'Mug 0 differs-from-approved',
	],
])('%s', (_case, changes, expected) => {
	expect(outcomes(changes)[0]).toBe(expected);
});

it('one product does not wait for another, and what is right needs no approval', () => {
	expect(outcomes([{ ...plate, change: -4 }])).toEqual([
		'Mug 0 differs-from-approved',
		'Plate -4 Change',
		'Bowl 0 Same',
	]);
	const { pieces, rows } = approved(plan(), [{ ...plate, change: -4 }]);
	expect(pieces).toBe(4);
	expect(rows[0]).toMatchObject({ before: 4, after: 4, levels: [], status: 'Skipped' });
	expect(rows[0].problem?.what).toContain('not among the approved');
});

describe('the confirmation code', () => {
	const parts = {
		workflow: 'w1',
		shop: 'one.myshopify.com',
		company: '123',
		direction: 'QuickBooks to Shopify' as const,
		match: 'skuThenName' as const,
		locations: ['1', '2'],
		quantity: 'available' as const,
		distribution: 'mainLocation' as const,
		unbooked: 'orders' as const,
		lookBackDays: 14,
		buffer: 0,
	};

	it('is short, and the same for the same settings', () => {
		expect(confirmationOf(parts)).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
		expect(confirmationOf({ ...parts, locations: [...parts.locations] })).toBe(
			confirmationOf(parts),
		);
	});

	it.each([
		{ workflow: 'w2' },
		{ shop: 'two.myshopify.com' },
		{ company: '124' },
		{ direction: 'Shopify to QuickBooks' as const },
		{ match: 'name' as const },
		{ locations: ['2', '1'] },
		{ locations: ['1,2'] },
		{ quantity: 'on_hand' as const },
		{ distribution: 'proportional' as const },
		{ unbooked: 'none' as const },
		{ lookBackDays: 1 },
		{ buffer: 3 },
	])('is another with %j', (other) => {
		expect(confirmationOf({ ...parts, ...other })).not.toBe(confirmationOf(parts));
	});
});

describe('settings', () => {
	it('have defaults, and limits that can be taken off', () => {
		expect(stockSettings()).toEqual({ ok: true, value: DEFAULT_STOCK_POLICY });
		expect(stockSettings({ largestChange: undefined, buffer: 2 })).toEqual({
			ok: true,
			value: { ...DEFAULT_STOCK_POLICY, largestChange: undefined, buffer: 2 },
		});
	});

	it.each([
		[{ buffer: -1 }, 'Buffer'],
		[{ buffer: 1.5 }, 'Buffer'],
		[{ buffer: NaN }, 'Buffer'],
		[{ buffer: undefined as never }, 'Buffer'],
		[{ largestChange: -1 }, 'Largest Change per Product'],
		[{ largestRun: Infinity }, 'Largest Change per Run'],
		[{ largestEmptied: 101 }, 'Largest Share Emptied'],
		[{ settlingSeconds: -1 }, 'Settling Time'],
		[{ direction: 'Both' as never }, 'Direction'],
		[{ unbooked: '' as never }, 'Unbooked Sales'],
		[{ match: 'barcode' as never }, 'Item Match'],
	])('%j makes no sense', (settings, where) => {
		expect(stockSettings(settings)).toMatchObject({
			ok: false,
			problem: { code: 'bad-stock-setting', where },
		});
	});
});
