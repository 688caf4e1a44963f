import { Company } from '../../../../sandbox/quickbooks/company/company.mts';
import type { Json } from '../../../../sandbox/quickbooks/company/types.mts';
import { open, ref, refused, sold } from './helpers.mts';

function withLamp(kind: Parameters<typeof open>[0] = 'us-automated'): {
	books: Company;
	lamp: string;
} {
	const books = open(kind);
	const { Id } = books.create('Item', {
		Name: 'Lamp',
		Type: 'Inventory',
		TrackQtyOnHand: true,
		QtyOnHand: 5,
		PurchaseCost: 10,
		InvStartDate: '2026-01-01',
		IncomeAccountRef: ref(books, 'Account', 'Sales of Product Income'),
		ExpenseAccountRef: ref(books, 'Account', 'Cost of Goods Sold'),
		AssetAccountRef: ref(books, 'Account', 'Inventory Asset'),
	});
	return { books, lamp: String(Id) };
}

const body = (books: Company, change: number, more: Json = {}): Json => ({
	TxnDate: '2026-03-01',
	AdjustAccountRef: ref(books, 'Account', 'Cost of Goods Sold'),
	Line: [
		{
			DetailType: 'ItemAdjustmentLineDetail',
			ItemAdjustmentLineDetail: { ItemRef: ref(books, 'Item', 'Lamp'), QtyDiff: change },
		},
	],
	...more,
});

const onHand = (books: Company, lamp: string) => books.read('Item', lamp).QtyOnHand;

describe('inventory adjustments', () => {
	it('keep a note, get a number, and change by a sparse update, but not their date', () => {
		const { books, lamp } = withLamp();
		const made = books.create('InventoryAdjustment', body(books, -2, { PrivateNote: 'counted' }));
		expect(made).toMatchObject({ PrivateNote: 'counted', DocNumber: expect.any(String) });
		const head = { Id: made.Id, SyncToken: '0' };
		const full = { ...body(books, -1), ...head };
		expect(refused(() => books.update('InventoryAdjustment', full)).code).toBe('2020');
		const dated = { ...head, sparse: true, TxnDate: '2026-03-02' };
		expect(refused(() => books.update('InventoryAdjustment', dated)).code).toBe('6000');
		books.update('InventoryAdjustment', { ...full, sparse: true });
		expect(onHand(books, lamp)).toBe(4);
	});

	it('need a day, an expense account, and a day after the start of the stock', () => {
		const { books, lamp } = withLamp();
		const code = (more: Json) =>
			refused(() => books.create('InventoryAdjustment', body(books, 1, more))).code;
		expect(code({ TxnDate: undefined })).toBe('2020');
		expect(code({ AdjustAccountRef: ref(books, 'Account', 'Checking') })).toBe('6430');
		expect(code({ TxnDate: '2025-12-31' })).toBe('6270');
		expect(onHand(books, lamp)).toBe(5);
	});

	it('are not offered outside the US or below Plus', () => {
		const { books } = withLamp('uk-vat');
		expect(refused(() => books.create('InventoryAdjustment', body(books, 1))).code).toBe('5030');
		const small = withLamp().books;
		const plan = { NameValue: [{ Name: 'OfferingSku', Value: 'QuickBooks Online Essentials' }] };
		small.info = { ...small.info, ...plan };
		expect(refused(() => small.create('InventoryAdjustment', body(small, 1))).code).toBe('5030');
	});
});

describe('a company that allows no negative stock', () => {
	const sale = (books: Company, quantity: number) => ({
		TxnDate: '2026-03-01',
		Line: [sold(books, 'Lamp', quantity * 50, { Qty: quantity, TaxCodeRef: { value: 'NON' } })],
	});

	it('refuses what would fall below zero, and changes nothing', () => {
		const { books, lamp } = withLamp();
		books.allowsNegativeStock = false;
		books.create('SalesReceipt', sale(books, 5));
		const receipts = books.all('SalesReceipt').length;
		expect(refused(() => books.create('SalesReceipt', sale(books, 1)))).toMatchObject({
			code: '6000',
			detail: expect.stringContaining('Lamp'),
		});
		expect(refused(() => books.create('InventoryAdjustment', body(books, -1))).code).toBe('6000');
		expect([onHand(books, lamp), books.all('SalesReceipt').length]).toEqual([0, receipts]);
	});

	it('keeps the setting, and lets goods come back to stock that is short', () => {
		const { books, lamp } = withLamp();
		books.create('SalesReceipt', sale(books, 8));
		books.allowsNegativeStock = false;
		const again = Company.fromJSON(books.toJSON(), { now: () => new Date('2026-11-01') });
		expect(again.allowsNegativeStock).toBe(false);
		again.create('InventoryAdjustment', body(again, 1));
		expect(onHand(again, lamp)).toBe(-2);
	});
});
