import { bought, open, outOfBalance, posted, ref, refused, sold } from './helpers.mts';

type Books = ReturnType<typeof open>;

const NON = { TaxCodeRef: { value: 'NON' } };

function newItem(books: Books, quantity: number, cost: number): void {
	books.create('Item', {
		Name: 'Lamp',
		Type: 'Inventory',
		TrackQtyOnHand: true,
		QtyOnHand: quantity,
		PurchaseCost: cost,
		InvStartDate: '2026-01-01',
		IncomeAccountRef: ref(books, 'Account', 'Sales of Product Income'),
		ExpenseAccountRef: ref(books, 'Account', 'Cost of Goods Sold'),
		AssetAccountRef: ref(books, 'Account', 'Inventory Asset'),
	});
}

const buy = (books: Books, day: string, quantity: number, price: number) =>
	books.create('Bill', {
		TxnDate: day,
		VendorRef: ref(books, 'Vendor', 'Shopify'),
		Line: [bought(books, 'Lamp', quantity, price)],
	});
const sell = (books: Books, day: string, quantity: number) =>
	books.create('SalesReceipt', {
		TxnDate: day,
		Line: [sold(books, 'Lamp', quantity * 50, { Qty: quantity, ...NON })],
	});
const cost = (books: Books, id: unknown) =>
	posted(books, 'SalesReceipt', id).find((line) => line.startsWith('Cost of Goods Sold'));
const onHand = (books: Books) => books.all('Item').find((item) => item.Name === 'Lamp')?.QtyOnHand;

describe('stock', () => {
	it('costs what came in first', () => {
		const books = open();
		newItem(books, 2, 10);
		buy(books, '2026-02-01', 3, 12);
		const first = sell(books, '2026-03-01', 3);
		const second = sell(books, '2026-03-02', 2);

		expect(cost(books, first.Id)).toBe('Cost of Goods Sold 32.00');
		expect(cost(books, second.Id)).toBe('Cost of Goods Sold 24.00');
		expect(onHand(books)).toBe(0);
	});

	it('costs later sales anew when a purchase is back-dated', () => {
		const books = open();
		newItem(books, 1, 10);
		const sale = sell(books, '2026-03-01', 2);
		buy(books, '2026-02-01', 1, 30);

		expect(cost(books, sale.Id)).toBe('Cost of Goods Sold 40.00');
	});

	it('sells below zero at the last cost and corrects that when the goods come', () => {
		const books = open();
		newItem(books, 1, 10);
		const sale = sell(books, '2026-03-01', 3);

		expect(onHand(books)).toBe(-2);
		expect(cost(books, sale.Id)).toBe('Cost of Goods Sold 30.00');
		buy(books, '2026-04-01', 2, 15);
		expect(cost(books, sale.Id)).toBe('Cost of Goods Sold 40.00');
		expect(onHand(books)).toBe(0);
	});

	it('loses no cent: what came in for 10.00 goes out for 10.00', () => {
		const books = open();
		newItem(books, 0, 0);
		books.create('Purchase', {
			TxnDate: '2026-02-01',
			PaymentType: 'Cash',
			AccountRef: ref(books, 'Account', 'Checking'),
			Line: [
				{
					Amount: 10,
					DetailType: 'ItemBasedExpenseLineDetail',
					ItemBasedExpenseLineDetail: { ItemRef: ref(books, 'Item', 'Lamp'), Qty: 3 },
				},
			],
		});
		const before = books.balance(ref(books, 'Account', 'Inventory Asset').value);
		[1, 2, 3].forEach((day) => sell(books, `2026-03-0${day}`, 1));

		expect(books.balance(ref(books, 'Account', 'Inventory Asset').value)).toBe(before - 1000);
	});

	it('takes a return at the cost of the last sale', () => {
		const books = open();
		newItem(books, 1, 10);
		buy(books, '2026-02-01', 1, 12);
		sell(books, '2026-03-01', 2);
		const refund = books.create('RefundReceipt', {
			TxnDate: '2026-03-05',
			DepositToAccountRef: ref(books, 'Account', 'Checking'),
			Line: [sold(books, 'Lamp', 50, { Qty: 1, ...NON })],
		});

		expect(posted(books, 'RefundReceipt', refund.Id)).toContain('Inventory Asset 12.00');
		expect(onHand(books)).toBe(1);
	});

	it('moves back what a deleted or changed sale had moved', () => {
		const books = open();
		newItem(books, 5, 10);
		const sale = sell(books, '2026-03-01', 2);
		books.update('SalesReceipt', {
			Id: sale.Id,
			SyncToken: '0',
			sparse: true,
			Line: [sold(books, 'Lamp', 50, { Qty: 1, ...NON })],
		});
		expect(onHand(books)).toBe(4);

		books.remove('SalesReceipt', { Id: sale.Id, SyncToken: '1' });
		expect(onHand(books)).toBe(5);
		expect(posted(books, 'SalesReceipt', sale.Id)).toEqual([]);
		expect(outOfBalance(books)).toBe(0);
	});

	it('adjusts to an absolute quantity that an item update sends', () => {
		const books = open();
		newItem(books, 5, 10);
		const { Id } = ref(books, 'Item', 'Lamp') && books.all('Item').at(-1)!;
		books.update('Item', {
			Id,
			SyncToken: '0',
			sparse: true,
			QtyOnHand: 3,
			InvStartDate: '2026-01-01',
		});

		expect(onHand(books)).toBe(3);
		expect(books.read('Item', Id)).toMatchObject({ InvStartDate: '2026-01-01' });
		expect(books.all('Account').map((row) => row.Name)).toContain('Inventory Shrinkage');
		books.update('Item', { Id, SyncToken: '1', sparse: true, UnitPrice: 55 });
		expect(onHand(books)).toBe(3);
	});

	it('lets an adjustment set a quantity or change it', () => {
		const books = open();
		newItem(books, 5, 10);
		const adjust = (detail: Record<string, unknown>) =>
			books.create('InventoryAdjustment', {
				TxnDate: '2026-03-01',
				AdjustAccountRef: ref(books, 'Account', 'Cost of Goods Sold'),
				Line: [
					{
						DetailType: 'ItemAdjustmentLineDetail',
						ItemAdjustmentLineDetail: { ItemRef: ref(books, 'Item', 'Lamp'), ...detail },
					},
				],
			});
		const { Id } = adjust({ QtyDiff: -2 });
		expect(onHand(books)).toBe(3);
		adjust({ NewQty: 10 });
		expect(onHand(books)).toBe(10);
		books.remove('InventoryAdjustment', { Id, SyncToken: '0' });
		expect(onHand(books)).toBe(12);
		expect(refused(() => adjust({})).code).toBe('6520');
	});
});
