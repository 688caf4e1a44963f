import { createShop } from '../../../../sandbox/shopify/shop/createShop.mts';
import { allScenarios } from '../../../../sandbox/shopify/shop/scenarios/all.mts';
import { brokenIdentities } from './identities.mts';
import { readSchema, SchemaCheck } from './schemaCheck.mts';
import { flat } from './flat.mts';

const shop = createShop();

describe('createShop', () => {
	it('makes the same shop from the same seed, and another from another', () => {
		const once = flat(createShop({ orders: 120 }));
		expect(flat(createShop({ orders: 120 }))).toBe(once);
		expect(flat(createShop({ orders: 120, seed: 2 }))).not.toBe(once);
	});

	it('has every scenario in a month of 400 orders, and mostly ordinary ones', () => {
		const names = shop.truth.orders.map(({ scenario }) => scenario);
		const missing = allScenarios.filter(({ name }) => !names.includes(name));
		expect(missing.map(({ name }) => name)).toEqual([]);
		const ordinary = names.filter((name) => name === 'Ordinary paid order').length;
		expect(ordinary / names.length).toBeGreaterThan(0.8);
	});

	it.each([
		['United States', {}],
		['another seed', { seed: 7, month: '2026-02' }],
		['United Kingdom, tax in the prices', { currency: 'GBP' }],
		['United States, tax in the prices', { taxesIncluded: true, seed: 3 }],
	])('keeps every identity of orders: %s', (_name, options) => {
		const broken = createShop(options).orders.flatMap(brokenIdentities);
		expect(broken.slice(0, 20)).toEqual([]);
	});

	it('sells in the month, on the shop clock', () => {
		const imported = shop.truth.orders.filter(({ date }) => !date.startsWith('2026-10'));
		expect(imported.map(({ scenario }) => scenario)).toEqual(['Back-dated import']);
		const last = shop.truth.orders.find(({ scenario }) => scenario === 'Last minute of the month')!;
		expect(last.date).toBe('2026-10-31');
		const order = shop.orders.find(({ id }) => id === last.orderId)!;
		expect(order.processedAt).toBe('2026-11-01T03:59:01Z');
	});

	it('shows British customers VAT inside the price, and 0 % on books and food', () => {
		const rates = new Set(
			createShop({ currency: 'GBP', orders: 60 }).orders.flatMap(({ lineItems }) =>
				lineItems.flatMap(({ taxLines }) => taxLines.map(({ title, rate }) => `${title} ${rate}`)),
			),
		);
		expect(rates).toContain('GB VAT 0.2');
		expect(rates).toContain('GB VAT 0');
	});
});

describe('the schema of Admin 2026-10', () => {
	it('knows every property and enum value, and ids are unique', () => {
		const check = new SchemaCheck(readSchema());
		check.check(shop.shop, 'Shop');
		for (const entity of shop.businessEntities) check.check(entity, 'BusinessEntity');
		for (const order of shop.orders) check.check(order, 'Order');
		for (const customer of shop.customers) check.check(customer, 'Customer');
		for (const product of shop.products) check.check(product, 'Product');
		for (const location of shop.locations) check.check(location, 'Location');
		for (const card of shop.giftCards) check.check(card, 'GiftCard');
		for (const dispute of shop.disputes) check.check(dispute, 'ShopifyPaymentsDispute');
		check.check(shop.shopifyPaymentsAccount, 'ShopifyPaymentsAccount');
		expect([...check.problems]).toEqual([]);
		expect(check.ids.get('OrderTransaction')!.size).toBeGreaterThan(400);
	});
});
