import type { DocumentLine, ItemReference } from '../../nodes/accounting/documents';
import type { PostResult } from '../../nodes/quickbooks/post';
import { ALL, openBooks, statuses, type Books } from './books.mts';
import { productLine, receipt, shippingLine } from './documents';

const STOCK: NonNullable<ItemReference['stock']> = {
	asset: { account: 'Stock on Hand', type: 'Other Current Asset', detail: 'Inventory' },
	cost: { account: 'Cost of Goods', type: 'Cost of Goods Sold' },
	startDate: '2026-01-01',
};

function mug(stock = STOCK): DocumentLine {
	const { item } = productLine();
	const own = { ...item, sku: 'MUG', name: 'Mug', type: 'Inventory' as const, stock };
	return productLine({ item: own, description: 'Mug' });
}

const sold = (line: DocumentLine, n = 1) => receipt(n, { lines: [line, shippingLine()] });
const problemOf = (result: PostResult) => (result.ok ? undefined : result.problem);

describe('products', () => {
	let books: Books;
	beforeEach(async () => (books = await openBooks({ company: 'us-automated' })));
	afterEach(async () => await books.close());

	const itemNamed = (name: string) =>
		books.sandbox.company.all('Item').find(({ Name }) => Name === name);

	it('are created with their stock, from the day that it begins', async () => {
		const results = await books.post([sold(mug())], ALL);
		expect(statuses(results)).toEqual(['Posted']);
		expect(itemNamed('Mug')).toMatchObject({
			Type: 'Inventory',
			Sku: 'MUG',
			QtyOnHand: -2,
			InvStartDate: '2026-01-01',
		});
		const accounts = books.sandbox.company.all('Account');
		expect(accounts.find(({ Name }) => Name === 'Stock on Hand')).toMatchObject({
			AccountSubType: 'Inventory',
		});
	});

	it('name all accounts they need in a plan', async () => {
		const answer = await books.plan([sold(mug())], ALL);
		const [planned] = answer.kind === 'done' ? answer.value : [];
		const names = planned?.missing.map(({ name }) => name);
		expect(names).toEqual(
			expect.arrayContaining(['Stock on Hand', 'Cost of Goods', 'Mug (SKU MUG)']),
		);
	});

	it('are not created with a stock that begins after the sale', async () => {
		const [result] = await books.post([sold(mug({ ...STOCK, startDate: '2026-11-01' }))], ALL);
		expect(problemOf(result)).toMatchObject({ code: 'before-stock-start' });
		expect(itemNamed('Mug')).toBeUndefined();
	});

	it('cannot have a stock in a company that counts none, which is said before posting', async () => {
		books.prefer('ProductAndServicesPrefs', { QuantityOnHand: false });
		const [result] = await books.post([sold(mug())], ALL);
		expect(problemOf(result)).toMatchObject({ code: 'stock-not-tracked' });
		expect(problemOf(result)?.fix).toContain('Non-Inventory');
	});

	it('are booked on the fall-back item, and told, where they may not be created', async () => {
		const create = new Set(['Account', 'Customer', 'Payment Method'] as const);
		const settings = { create, fallbackItem: 'Sales' };
		const line = productLine();
		const [result] = await books.post(
			[receipt(1, { lines: [line, { ...shippingLine(), item: line.item }] })],
			settings,
		);
		expect(problemOf(result)).toMatchObject({ code: 'missing-in-quickbooks' });
		const [posted] = await books.post([receipt(1, { lines: [line], total: '42.90' })], settings);
		expect(posted).toMatchObject({ ok: true, note: '"Sales" stands in for "Blue T-Shirt"' });
	});

	it('are refused where the fall-back item is missing too', async () => {
		const create = new Set(['Account', 'Customer', 'Payment Method'] as const);
		const [result] = await books.post([receipt(1, { lines: [productLine()], total: '42.90' })], {
			create,
			fallbackItem: 'Anything',
		});
		expect(problemOf(result)).toMatchObject({ code: 'no-fallback-item' });
	});

	it('need a SKU where items are found by SKU only, unless an item stands in', async () => {
		const item = { ...productLine().item, sku: undefined };
		const nameless = receipt(1, { lines: [productLine({ item })], total: '42.90' });
		const [refused] = await books.post([nameless], { ...ALL, itemMatch: 'sku' });
		expect(problemOf(refused)).toMatchObject({ code: 'no-sku' });
		const [posted] = await books.post([nameless], {
			...ALL,
			itemMatch: 'sku',
			fallbackItem: 'Sales',
		});
		expect(posted).toMatchObject({ ok: true });
	});

	it('that came back but not on the shelf need no SKU', async () => {
		const item: ItemReference = {
			name: 'Shopify Returned Goods',
			type: 'Service',
			purpose: 'Returned Goods',
			income: { account: 'Sales of Product Income', type: 'Income' },
		};
		const [posted] = await books.post(
			[receipt(1, { lines: [productLine({ item })], total: '42.90' })],
			{
				...ALL,
				itemMatch: 'sku',
			},
		);
		expect(posted).toMatchObject({ ok: true });
	});

	it('of one SKU are refused with the candidates', async () => {
		await books.post([receipt(1, { lines: [productLine()], total: '42.90' })], ALL);
		const [{ IncomeAccountRef }] = books.sandbox.company
			.all('Item')
			.filter(({ Sku }) => Sku === 'TEE-BLUE');
		books.sandbox.company.create('Item', {
			Name: 'Another T-Shirt',
			Sku: 'TEE-BLUE',
			Type: 'NonInventory',
			IncomeAccountRef,
		});
		const [result] = await books.post(
			[receipt(2, { lines: [productLine()], total: '42.90' })],
			ALL,
		);
		expect(problemOf(result)).toMatchObject({ code: 'ambiguous-item' });
		expect(problemOf(result)?.what).toMatch(/Another T-Shirt \(ID \d+\)/);
	});
});
