import {
	approved,
	planProducts,
	type ProductFacts,
	type ProductPolicy,
	type ProductRow,
} from '../../../nodes/accounting/products';
import { ACCOUNTS, ALL_FIELDS, facts, item, policy, variant } from './sides';

const all = { fields: new Set(ALL_FIELDS) };

function one(given: ProductFacts, settings: Partial<ProductPolicy> = {}): ProductRow {
	const rows = planProducts(given, policy(settings));
	expect(rows).toHaveLength(1);
	return rows[0];
}

const told = ({ status, fields, leftOut, problem }: ProductRow) => ({
	status,
	fields: fields.map(({ field, before, after }) => `${field}: ${before} -> ${after}`),
	leftOut: leftOut.map(({ field, code }) => `${field}: ${code}`),
	code: problem?.code,
});

describe('an item that is there', () => {
	it('is the same where nothing was ticked, whatever differs', () => {
		const row = one(facts([variant({ price: '1.00', name: 'Other' })], [item()]));
		expect(told(row)).toEqual({ status: 'Same', fields: [], leftOut: [], code: undefined });
	});

	it.each([
		['name', { name: 'Linen Shirt, new' }, 'Name: Linen Shirt -> Linen Shirt, new'],
		['price', { price: '51.5' }, 'Price: 49.9 -> 51.50'],
		['cost', { unitCost: { amount: '21', currencyCode: 'USD' } }, 'Cost: 20 -> 21.00'],
		['description', { description: 'Softer' }, 'Description: Soft and light -> Softer'],
		[
			'description',
			{ description: '<p class="a">Soft</p> <br/>it' },
			'Description: Soft and light -> Soft it',
		],
		[
			'description',
			{ description: 'Cups < 9 cm & > 5 cm <!-- new -->' },
			'Description: Soft and light -> Cups < 9 cm & > 5 cm',
		],
		['sku', { sku: 'ls-1' }, 'SKU: LS-1 -> ls-1'],
	] as const)('changes in "%s" only', (field, more, change) => {
		const row = one(facts([variant(more)], [item()]), { fields: new Set([field]) });
		expect(told(row)).toMatchObject({ status: 'Update', fields: [change] });
	});

	it('does not lose what Shopify does not have', () => {
		const bare = variant({ sku: null, unitCost: null, description: ' ' });
		expect(told(one(facts([bare], [item()]), all))).toMatchObject({ status: 'Same', leftOut: [] });
	});

	it('keeps decimals of a price that were not asked for, and shows them', () => {
		const exact = item({ price: '49.90001' });
		expect(one(facts([variant()], [exact])).values).toEqual({});
		expect(told(one(facts([variant()], [exact]), all)).fields).toEqual([
			'Price: 49.90001 -> 49.90',
		]);
	});

	it('is renamed within its category only, and not to a name in use there', () => {
		const shirt = variant({ name: 'White' });
		const within = item({ name: 'Old', parent: 'Shirts' });
		const elsewhere = item({ id: '900', sku: 'X', name: 'White', type: 'Service' });
		const free = planProducts(facts([shirt], [within, elsewhere]), policy(all));
		expect(told(free[0]).fields).toEqual(['Name: Old -> White']);
		const beside = [
			item({ id: '901', sku: 'X', name: 'white', parent: 'Shirts', type: 'Service' }),
			item({ id: '902', sku: 'Y', name: 'White (LS-1)', parent: 'Shirts', type: 'Service' }),
		];
		const taken = planProducts(facts([shirt], [within, ...beside]), policy(all));
		expect(told(taken[0])).toMatchObject({ status: 'Skipped', code: 'name-taken' });
	});

	it('keeps the name with the SKU that it once got', () => {
		const row = one(facts([variant()], [item({ name: 'Linen Shirt (LS-1)' })]), all);
		expect(told(row).status).toBe('Same');
	});

	it('becomes a service or none, but never gets or loses a stock', () => {
		const asService = { ...all, type: 'Service' } as const;
		expect(told(one(facts([variant()], [item()]), asService)).fields).toEqual([
			'Type: NonInventory -> Service',
		]);
		const stocked = item({ type: 'Inventory' });
		expect(told(one(facts([variant()], [stocked]), all))).toMatchObject({
			status: 'Skipped',
			code: 'type-differs',
		});
		const toStock = { ...all, type: 'Inventory', stockStart: '2026-01-01' } as const;
		expect(told(one(facts([variant({ price: '1' })], [item()]), toStock))).toMatchObject({
			status: 'Update',
			fields: ['Price: 49.9 -> 1.00'],
			leftOut: ['Type: type-differs'],
		});
	});

	it('gets a cost account together with its first cost', () => {
		const unbought = item({ cost: null, expense: null });
		const row = one(facts([variant()], [unbought]), all);
		expect(row.values).toMatchObject({ cost: '20.00', accounts: ['cost'] });
	});

	it('changes accounts by their id, never that of its stock', () => {
		const other = item({ income: { id: '9', name: 'Old' }, type: 'Inventory' });
		const row = one(facts([variant()], [other]), { fields: new Set(['accounts']) });
		expect(row.values).toEqual({ accounts: ['income'] });
		expect(told(row).fields).toEqual(['Income Account: Old -> Sales']);
	});

	it.each([
		['Group', true, 'bundle-item'],
		['NonInventory', false, 'inactive-item'],
	])('is left alone as %s (active: %s)', (type, active, code) => {
		expect(told(one(facts([variant()], [item({ type, active })]), all)).code).toBe(code);
	});
});

describe('prices', () => {
	const gross = { shop: { currency: 'USD', taxesIncluded: true } };
	const outside = { ...facts([], []).company, marksTax: true, marksTaxable: false };
	const changed = [variant({ price: '60.00' })];

	it.each([
		['with tax, item without', gross, {}, 'leaveOut', 'price-with-tax'],
		['with tax, US company cannot mark', gross, {}, 'mark', 'price-with-tax'],
		['without tax, item with', {}, { priceIncludesTax: true }, 'mark', 'price-without-tax'],
	] as const)('%s: are left out', (_, more, itemMore, pricesWithTax, code) => {
		const row = one(facts(changed, [item(itemMore)], more), { ...all, pricesWithTax });
		expect(told(row)).toMatchObject({ status: 'Skipped', fields: [], code });
	});

	it('with tax are marked as such, where the setting and the company allow it', () => {
		const given = facts(changed, [item()], { ...gross, company: outside });
		expect(one(given, { ...all, pricesWithTax: 'mark' }).values).toMatchObject({
			price: '60.00',
			priceIncludesTax: true,
		});
		expect(one(given, all).values).not.toHaveProperty('price');
	});

	it('with tax are copied to items that hold tax already, and of products without tax', () => {
		const holding = facts(changed, [item({ priceIncludesTax: true })], gross);
		expect(one(holding, all).values).toEqual({ price: '60.00' });
		const untaxed = facts([variant({ price: '60.00', taxable: false })], [item()], gross);
		expect(one(untaxed, all).values).toEqual({ price: '60.00' });
	});

	it('of another currency are left out, with the cost', () => {
		const shop = { currency: 'EUR', taxesIncluded: false };
		const euros = variant({ price: '60.00', unitCost: { amount: '1.0', currencyCode: 'EUR' } });
		expect(told(one(facts([euros], [item()], { shop }), all)).leftOut).toEqual([
			'Price: shop-currency',
			'Cost: shop-currency',
		]);
	});

	it('are copied to the digit, as text', () => {
		const yen = { shop: { currency: 'JPY', taxesIncluded: false } };
		const company = { ...facts([], []).company, homeCurrency: 'JPY' };
		const row = one(facts([variant({ price: '1200.0', unitCost: null })], [], { ...yen, company }));
		expect(row.values.price).toBe('1200');
		const odd = one(facts([variant({ price: '1.005' })], []));
		expect(told(odd).leftOut).toEqual(['Price: unreadable-amount']);
	});
});

describe('a product that is not there', () => {
	it('gets all it needs', () => {
		expect(one(facts([variant()], [])).values).toEqual({
			name: 'Linen Shirt',
			sku: 'LS-1',
			type: 'NonInventory',
			price: '49.90',
			cost: '20.00',
			description: 'Soft and light',
			taxable: true,
			accounts: ['income', 'cost'],
		});
	});

	it('is no inventory item where Shopify does not count it', () => {
		const stocked = { type: 'Inventory', stockStart: '2026-01-01' } as const;
		expect(one(facts([variant({ tracked: false })], []), stocked).values.type).toBe('NonInventory');
		expect(one(facts([variant()], []), stocked).values).toMatchObject({
			type: 'Inventory',
			stockStart: '2026-01-01',
			accounts: ['income', 'cost', 'asset'],
		});
	});

	it('has another name where two products have one', () => {
		const twins = [variant({ sku: 'A' }), variant({ sku: 'B' })];
		const rows = planProducts(facts(twins, []), policy());
		expect(rows.map(({ values }) => values.name)).toEqual(['Linen Shirt', 'Linen Shirt (B)']);
	});

	it('has a name that QuickBooks takes', () => {
		const name = `Shirt: white\t\\ ${'long '.repeat(40)}`;
		const { values } = one(facts([variant({ name })], []));
		expect(values.name).toMatch(/^Shirt- white \/ long /);
		expect(values.name?.length).toBeLessThanOrEqual(100);
	});

	it.each([
		['no-sku', { sku: null }, { match: 'sku' as const }],
		['sku-too-long', { sku: 'x'.repeat(101) }, {}],
		['gift-card', { isGiftCard: true }, {}],
		['bundle', { isBundle: true }, {}],
		['not-active', { status: 'DRAFT' }, {}],
		['not-in-quickbooks', {}, { createMissing: false }],
	])('is skipped: %s', (code, more, settings) => {
		expect(told(one(facts([variant(more)], []), settings))).toMatchObject({
			status: 'Skipped',
			code,
		});
	});

	it('is skipped where an account cannot be used', () => {
		const problem = { code: 'wrong-account-type', what: 'w', where: 'a', fix: 'f' };
		const accounts = { ...ACCOUNTS, income: { state: 'refused' as const, problem } };
		expect(told(one(facts([variant()], [], { accounts }))).code).toBe('wrong-account-type');
	});

	it.each([
		['no-stock-start', '', {}],
		['future-stock-start', '2027-01-01', {}],
		['cost-journals-exist', '2026-01-01', { costEntry: '2026-02-03' }],
	])('gets no stock: %s', (code, stockStart, more) => {
		const row = one(facts([variant()], [], more), { type: 'Inventory', stockStart });
		expect(told(row)).toMatchObject({ status: 'Skipped', code });
	});
});

describe('what is not clear', () => {
	it('is listed, on either side, and never written', () => {
		const products = [variant({ sku: 'A' }), variant({ sku: ' a ' }), variant({ sku: 'B' })];
		const items = [
			item({ sku: 'B' }),
			item({ sku: 'b', name: 'Other' }),
			item({ sku: 'Z', name: 'Tea' }),
			item({ sku: null, name: 'Hours', type: 'Service' }),
		];
		const rows = planProducts(facts(products, items), policy(all));
		expect(rows.map((row) => [row.product, told(row).code])).toEqual([
			['Linen Shirt', 'ambiguous-sku'],
			['Linen Shirt', 'ambiguous-sku'],
			['Linen Shirt', 'ambiguous-item'],
			['Tea', 'not-in-shopify'],
		]);
	});

	it('does not list the item of an archived product as unknown to the shop', () => {
		const rows = planProducts(facts([variant({ status: 'ARCHIVED' })], [item()]), policy(all));
		expect(rows.map((row) => told(row).code)).toEqual(['not-active']);
	});
});

describe('approvals', () => {
	const rows = planProducts(facts([variant({ price: '60' })], [item()]), policy(all));
	const preview = {
		variantId: String(rows[0].variantId),
		status: 'Update',
		fields: rows[0].fields,
	};

	it('let through what is as it was shown', () => {
		expect(approved(rows, [preview])).toEqual(rows);
	});

	it.each([
		['not-approved', []],
		['differs-from-approved', [{ ...preview, status: 'Create' }]],
		['differs-from-approved', [{ ...preview, fields: [] }]],
		['differs-from-approved', [{ ...preview, fields: [{ ...rows[0].fields[0], before: '12' }] }]],
	])('bar the rest: %s', (code, approvals) => {
		expect(told(approved(rows, approvals)[0])).toMatchObject({ status: 'Skipped', code });
	});
});
