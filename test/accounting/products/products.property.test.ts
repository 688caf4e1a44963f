import fc from 'fast-check';

import {
	planProducts,
	type BooksProduct,
	type ItemValues,
	type ProductRow,
} from '../../../nodes/accounting/products';
import { ALL_FIELDS, facts, item, policy, variant } from './sides';

const names = fc.constantFrom(
	'Shirt',
	'shirt',
	'Mug: blue',
	'Mug- blue',
	'Tea & Co',
	'x'.repeat(120),
);
const skus = fc.constantFrom(null, '', ' ', 'A', 'a', ' B ', 'C:1', 'D');
const amounts = fc.constantFrom('0.00', '1.0', '19.90', '1000.5');

const variants = fc.array(
	fc.record({
		name: names,
		sku: skus,
		price: amounts,
		unitCost: fc.option(amounts.map((amount) => ({ amount, currencyCode: 'USD' }))),
		taxable: fc.boolean(),
		tracked: fc.boolean(),
		isGiftCard: fc.boolean(),
		description: fc.constantFrom('', 'Soft', 'Tea & <b>milk</b>'),
		status: fc.constantFrom('ACTIVE', 'DRAFT'),
	}),
	{ maxLength: 8 },
);

const books = fc.array(
	fc.record({
		name: names.map((name) => name.slice(0, 100).replace(/:/g, '-')),
		sku: skus.map((sku) => sku?.trim() || null),
		type: fc.constantFrom('Inventory', 'NonInventory', 'Service', 'Group'),
		active: fc.boolean(),
		price: fc.option(amounts),
		cost: fc.option(amounts),
		description: fc.constantFrom('', 'Soft', 'Tea &amp; milk'),
		expense: fc.option(fc.constant({ id: '2', name: 'Cost of Goods Sold' })),
	}),
	{ maxLength: 8 },
);

const settings = fc.record({
	fields: fc.subarray([...ALL_FIELDS]).map((fields) => new Set(fields)),
	match: fc.constantFrom('skuThenName' as const, 'sku' as const, 'name' as const),
	type: fc.constantFrom('Inventory' as const, 'NonInventory' as const, 'Service' as const),
	createMissing: fc.boolean(),
	stockStart: fc.constantFrom('', '2026-01-01'),
});

const both = fc.tuple(variants, books, settings).map(([products, items, chosen]) => ({
	given: facts(
		products.map((each) => variant({ ...each })),
		unique(items.map((each) => item({ ...each }))),
	),
	chosen: policy(chosen),
}));

/** QuickBooks takes each name once among active items. */
function unique(items: BooksProduct[]): BooksProduct[] {
	const seen = new Set<string>();
	return items.filter(({ name, active }) => {
		if (!active) return true;
		const isNew = !seen.has(name.toLowerCase());
		seen.add(name.toLowerCase());
		return isNew;
	});
}

/** The books after the plan was carried out. */
function written(items: readonly BooksProduct[], rows: readonly ProductRow[]): BooksProduct[] {
	const updates = new Map(
		rows.flatMap(({ status, item: of, values }) =>
			status === 'Update' && of !== null ? [[of.id, values] as const] : [],
		),
	);
	const made = rows.filter(({ status }) => status === 'Create');
	return [
		...items.map((each) => withValues(each, updates.get(each.id) ?? {})),
		...made.map(({ values }) =>
			withValues(
				item({ sku: null, expense: null, cost: null, price: null, description: '' }),
				values,
			),
		),
	];
}

function withValues(before: BooksProduct, values: ItemValues): BooksProduct {
	const { accounts = [], ...rest } = values;
	const expense = accounts.includes('cost')
		? { id: '2', name: 'Cost of Goods Sold' }
		: before.expense;
	return { ...before, ...rest, expense };
}

it('says what becomes of every product exactly once, and writes no item twice', () => {
	fc.assert(
		fc.property(both, ({ given, chosen }) => {
			const rows = planProducts(given, chosen);
			const ofProducts = rows.flatMap(({ variantId }) => variantId ?? []);
			expect(ofProducts).toEqual(given.products.map(({ variantId }) => variantId));
			const touched = rows
				.filter(({ status }) => status === 'Update')
				.map(({ item: of }) => of?.id);
			expect(new Set(touched).size).toBe(touched.length);
			for (const { status, problem } of rows) expect(problem !== null).toBe(status === 'Skipped');
		}),
	);
});

it('changes only what was ticked, creates only where that is allowed, and never a quantity', () => {
	const FIELD_OF: Record<string, string> = {
		name: 'name',
		sku: 'sku',
		type: 'type',
		price: 'price',
		cost: 'cost',
		description: 'description',
	};
	fc.assert(
		fc.property(both, ({ given, chosen }) => {
			for (const { status, values } of planProducts(given, chosen)) {
				if (status === 'Create') expect(chosen.createMissing).toBe(true);
				if (status === 'Same' || status === 'Skipped') expect(values).toEqual({});
				if (status !== 'Update') continue;
				const { accounts = [], ...rest } = values;
				for (const name of Object.keys(rest)) expect([...chosen.fields]).toContain(FIELD_OF[name]);
				if (accounts.length > 0) {
					expect(chosen.fields.has('accounts') || chosen.fields.has('cost')).toBe(true);
				}
				expect(values.type).not.toBe('Inventory');
			}
		}),
	);
});

it('leaves the names of the books unique', () => {
	fc.assert(
		fc.property(both, ({ given, chosen }) => {
			const after = written(given.items, planProducts(given, chosen));
			const active = after.filter((each) => each.active).map(({ name }) => name.toLowerCase());
			expect(new Set(active).size).toBe(active.length);
		}),
	);
});

it('has nothing left to write when it has been carried out', () => {
	fc.assert(
		fc.property(both, ({ given, chosen }) => {
			const items = written(given.items, planProducts(given, chosen));
			const again = planProducts({ ...given, items }, chosen);
			expect(again.filter(({ status }) => status === 'Create')).toEqual([]);
			expect(again.filter(({ status }) => status === 'Update')).toEqual([]);
		}),
	);
});

it('is the same plan for the same facts', () => {
	fc.assert(
		fc.property(both, ({ given, chosen }) => {
			expect(planProducts(given, chosen)).toEqual(planProducts(given, chosen));
		}),
	);
});
