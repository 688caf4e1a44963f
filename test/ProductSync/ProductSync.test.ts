import { shopWithBooks, type Row, type ShopWithBooks } from './engine.mts';

const apply = { mode: 'Apply' };
const of = (rows: readonly Row[], status: string) => rows.filter((row) => row.status === status);
const reasons = (rows: readonly Row[]) => rows.map(({ reason }) => reason?.code);

describe('a shop whose products QuickBooks does not have', () => {
	let side: ShopWithBooks;
	beforeEach(async () => (side = await shopWithBooks()));
	afterEach(async () => await side.close());

	it('previews by default, and writes nothing', async () => {
		const before = side.items().length;
		const { rows, summary } = await side.sync({});
		expect(of(rows, 'Create').length).toBeGreaterThan(50);
		expect(side.items().length).toBe(before);
		expect(summary).toMatchObject({ mode: 'Preview', quickBooksCalls: { writes: 0 } });
		const methods = side.quickBooks.control.log().map(({ method }) => method);
		expect(methods.filter((method) => method !== 'GET')).toEqual([]);
	});

	it('creates each product once, and the next run finds all the same', async () => {
		const preview = await side.sync({});
		const { rows, summary } = await side.sync(apply);
		expect(of(rows, 'Created').length).toBe(of(preview.rows, 'Create').length);
		expect(summary.counts).toMatchObject({ Created: of(rows, 'Created').length });
		for (const { item, fields, sku } of of(rows, 'Created')) {
			const made = side.items().find(({ Id }) => Id === item?.id);
			const after = new Map(fields.map((each) => [each.field, each.after]));
			expect(made).toMatchObject({ Name: after.get('Name'), Type: 'NonInventory' });
			expect(made?.Sku).toBe(sku ?? undefined);
			expect(Number(made?.UnitPrice)).toBe(Number(after.get('Price')));
			expect(made?.Taxable).toBe(after.get('Taxable') === 'Yes');
			expect(made?.IncomeAccountRef).toMatchObject({ name: 'Sales of Product Income' });
		}
		const items = side.items().length;
		const again = await side.sync(apply);
		expect(of(again.rows, 'Created')).toEqual([]);
		expect(of(again.rows, 'Same').length).toBe(of(rows, 'Created').length);
		expect(side.items().length).toBe(items);
	});

	it('lists what it does not touch, on both sides, each with what to do', async () => {
		const { rows } = await side.sync({ createMissing: false });
		expect(of(rows, 'Create')).toEqual([]);
		expect(new Set(reasons(of(rows, 'Skipped')))).toEqual(
			new Set(['not-in-quickbooks', 'not-in-shopify', 'gift-card', 'ambiguous-sku']),
		);
		for (const { reason } of of(rows, 'Skipped')) {
			expect(reason?.what).toMatch(/\w{3,} \w+/);
			expect(reason?.fix).toMatch(/\w{3,} \w+/);
		}
		const items = rows.filter(({ variantId }) => variantId === null).map(({ sku }) => sku);
		expect(items).toContain('GLOVE-1');
	});

	it('changes nothing of items that are there unless fields are ticked', async () => {
		const { rows } = await side.sync(apply);
		const one = of(rows, 'Created').find(({ sku }) => sku !== null);
		const made = side.item(String(one?.sku)) ?? {};
		side.quickBooks.company.update('Item', { ...made, UnitPrice: 1.23, Description: 'Mine' });
		const same = await side.sync(apply);
		expect(of(same.rows, 'Updated')).toEqual([]);
		const ticked = await side.sync({ ...apply, fieldsToUpdate: ['price'] });
		expect(of(ticked.rows, 'Updated')).toMatchObject([
			{ sku: one?.sku, fields: [{ field: 'Price', before: '1.23' }] },
		]);
		expect(side.item(String(one?.sku))).toMatchObject({
			UnitPrice: made.UnitPrice,
			Description: 'Mine',
		});
	});

	it('applies only what was let through of a preview, and only as it was shown', async () => {
		const { rows } = await side.sync({});
		const [first, second, third] = of(rows, 'Create').filter(({ sku }) => sku !== null);
		const edited = {
			...second,
			fields: second.fields.map((field) =>
				field.field === 'Price' ? { ...field, after: '0.01' } : field,
			),
		};
		const { rows: applied } = await side.sync(
			{ ...apply, changesToApply: 'input' },
			{ items: [first, edited] },
		);
		const by = (variantId: unknown) => applied.find((row) => row.variantId === variantId);
		expect(by(first.variantId)).toMatchObject({ status: 'Created' });
		expect(by(second.variantId)?.reason?.code).toBe('differs-from-approved');
		expect(by(third.variantId)?.reason?.code).toBe('not-approved');
		expect(of(applied, 'Created')).toHaveLength(1);
	});
});

describe('items whose stock QuickBooks counts', () => {
	const stocked = { ...apply, productType: 'Inventory', stockStart: '2026-01-01' };
	let side: ShopWithBooks;
	beforeEach(async () => (side = await shopWithBooks()));
	afterEach(async () => await side.close());

	it('begin with nothing, on the day of the setting, with all three accounts', async () => {
		const { rows } = await side.sync(stocked);
		const made = of(rows, 'Created').map(({ item }) =>
			side.items().find(({ Id }) => Id === item?.id),
		);
		const inventory = made.filter((each) => each?.Type === 'Inventory');
		expect(inventory.length).toBeGreaterThan(30);
		for (const each of inventory) {
			expect(each).toMatchObject({
				QtyOnHand: 0,
				InvStartDate: '2026-01-01',
				AssetAccountRef: { name: 'Inventory Asset' },
				ExpenseAccountRef: { name: 'Cost of Goods Sold' },
			});
		}
		const ids = new Set(inventory.map((each) => String(each?.Id)));
		const moved = side.quickBooks.company.journal.filter(
			({ txnType, txnId }) => txnType === 'Item' && ids.has(txnId),
		);
		expect(moved).toEqual([]);
	});

	it('keep their quantity, start and reorder point when price and cost follow', async () => {
		const { rows } = await side.sync(stocked);
		const one = of(rows, 'Created').find(
			({ sku, fields }) => sku !== null && fields.some(({ field }) => field === 'Stock Start'),
		);
		const made = side.item(String(one?.sku)) ?? {};
		side.quickBooks.company.update('Item', {
			...made,
			UnitPrice: 1,
			ReorderPoint: 7,
			PurchaseDesc: 'From the mill',
			QtyOnHand: 12,
			InvStartDate: '2026-02-01',
		});
		const { rows: next } = await side.sync({ ...stocked, fieldsToUpdate: ['price', 'cost'] });
		expect(of(next, 'Updated')).toMatchObject([{ sku: one?.sku }]);
		expect(side.item(String(one?.sku))).toMatchObject({
			UnitPrice: made.UnitPrice,
			ReorderPoint: 7,
			PurchaseDesc: 'From the mill',
			QtyOnHand: 12,
			InvStartDate: '2026-01-01',
		});
	});

	it('are refused where cost entries of the shop were booked since their start', async () => {
		const accounts = side.quickBooks.company.all('Account');
		const line = (name: string, PostingType: string) => ({
			Amount: 5,
			DetailType: 'JournalEntryLineDetail',
			JournalEntryLineDetail: {
				PostingType,
				AccountRef: { value: accounts.find((each) => each.Name === name)?.Id },
			},
		});
		const shop = side.shopify.shopDomain;
		side.quickBooks.company.create('JournalEntry', {
			TxnDate: '2026-03-04',
			PrivateNote: `Costs of a day [${shop}/Costs/2026-03-04/USD]`,
			Line: [line('Cost of Goods Sold', 'Debit'), line('Prepaid Expenses', 'Credit')],
		});
		const { rows } = await side.sync(stocked);
		expect(reasons(of(rows, 'Skipped'))).toContain('cost-journals-exist');
		expect(side.items().filter(({ Type }) => Type === 'Inventory')).toHaveLength(2);
		const later = await side.sync({ ...stocked, stockStart: '2026-03-05' });
		expect(reasons(later.rows)).not.toContain('cost-journals-exist');
	});

	it.each([
		['', 'no-stock-start'],
		['tomorrow', 'no-stock-start'],
		['2999-01-01', 'future-stock-start'],
	])('are refused with the start "%s"', async (stockStart, code) => {
		const { rows } = await side.sync({ ...stocked, stockStart });
		expect(reasons(of(rows, 'Skipped'))).toContain(code);
		expect(side.items().filter(({ Type }) => Type === 'Inventory')).toHaveLength(2);
	});

	it('are refused in a company that counts no stock', async () => {
		const { preferences } = side.quickBooks.company;
		side.quickBooks.company.preferences = {
			...preferences,
			ProductAndServicesPrefs: { QuantityOnHand: false },
		};
		const { rows } = await side.sync(stocked);
		expect(reasons(of(rows, 'Skipped'))).toContain('stock-not-tracked');
		expect(
			of(rows, 'Created').every(({ fields }) => !fields.some(({ after }) => after === 'Inventory')),
		).toBe(true);
	});
});

it('leaves out prices with tax, or marks them as such where the company can', async () => {
	const side = await shopWithBooks({ company: 'uk-vat', currency: 'GBP' });
	const { rows } = await side.sync(apply);
	const made = of(rows, 'Created');
	expect(made.length).toBeGreaterThan(50);
	const taxed = made.filter(({ leftOut }) => leftOut !== undefined);
	expect(taxed.length).toBeGreaterThan(30);
	expect(taxed.every(({ leftOut }) => leftOut?.[0].code === 'price-with-tax')).toBe(true);
	const marked = await side.sync({
		...apply,
		fieldsToUpdate: ['price'],
		options: { pricesWithTax: 'mark' },
	});
	expect(of(marked.rows, 'Updated').length).toBeGreaterThanOrEqual(taxed.length);
	const { sku, fields } = of(marked.rows, 'Updated').find((row) => row.sku !== null) as Row;
	expect(side.item(String(sku))).toMatchObject({ SalesTaxIncluded: true });
	expect(fields[0].after).toMatch(/ \(with tax\)$/);
	const again = await side.sync({ ...apply, fieldsToUpdate: ['price'] });
	expect(of(again.rows, 'Updated')).toEqual([]);
	await side.close();
});

it('leaves out prices and costs of a shop in another currency', async () => {
	const side = await shopWithBooks({ company: 'us-automated', currency: 'GBP' });
	const { rows } = await side.sync(apply);
	const [one] = of(rows, 'Created');
	expect(one.leftOut?.map(({ code }) => code)).toContain('shop-currency');
	expect(one.fields.map(({ field }) => field)).not.toContain('Price');
	await side.close();
});

it('says what is wrong with an account, and creates it only where that is allowed', async () => {
	const side = await shopWithBooks();
	const accounts = { sales: 'Web Sales' };
	const without = await side.sync({ ...apply, accounts });
	expect(reasons(of(without.rows, 'Skipped'))).toContain('missing-in-quickbooks');
	expect(of(without.rows, 'Created')).toEqual([]);
	const allowed = await side.sync({ ...apply, accounts, options: { createAccounts: true } });
	expect(of(allowed.rows, 'Created').length).toBeGreaterThan(50);
	const made = side.quickBooks.company.all('Account').filter(({ Name }) => Name === 'Web Sales');
	expect(made).toMatchObject([{ AccountType: 'Income' }]);
	await side.close();
});

it('refuses every input item where the company cannot be reached, and does not pass for a success', async () => {
	const side = await shopWithBooks();
	side.quickBooks.control.revokeRefreshTokens();
	side.quickBooks.control.expireAccessTokens();
	const { rows, refused, result } = await side.sync(
		{},
		{ items: [{ a: 1 }, { a: 2 }], onError: 'continueErrorOutput', quickBooks: {} },
	);
	expect(result.status).toBe('success');
	expect(rows).toEqual([]);
	expect(refused).toHaveLength(2);
	await side.close();
});

it('reads a thousand items a call, and writes thirty', async () => {
	const side = await shopWithBooks({ limits: true });
	const income = side.items().find(({ Name }) => Name === 'Sales')?.IncomeAccountRef;
	for (let count = 1; count <= 1200; count++) {
		side.quickBooks.company.create('Item', {
			Name: `Old ${count}`,
			Sku: `OLD-${count}`,
			Type: 'NonInventory',
			IncomeAccountRef: income,
		});
	}
	const { rows, summary } = await side.sync(apply);
	const log = side.quickBooks.control.log();
	const created = of(rows, 'Created').length;
	expect(log.filter(({ method }) => method === 'GET').length).toBeLessThanOrEqual(2 + 2 + 1);
	expect(log.filter(({ label }) => label === 'batch')).toHaveLength(Math.ceil(created / 30));
	expect(summary).toMatchObject({ quickBooksCalls: { writes: created } });
	expect(log.filter(({ status }) => status !== 200)).toEqual([]);
	await side.close();
});
