import fc from 'fast-check';

import { open, outOfBalance, ref, sold, spent } from './helpers.mts';

type Books = ReturnType<typeof open>;
type Json = Record<string, unknown>;

const NON = { TaxCodeRef: { value: 'NON' } };
const sell = (books: Books, TxnDate: string, quantity: number) =>
	books.create('SalesReceipt', {
		TxnDate,
		Line: [sold(books, 'Enamel Mug', quantity * 24, { Qty: quantity, UnitPrice: 24, ...NON })],
	});
const spend = (books: Books, TxnDate: string, account: string, amount: number) =>
	books.create('Purchase', {
		TxnDate,
		PaymentType: 'Cash',
		AccountRef: ref(books, 'Account', 'Checking'),
		Line: [spent(books, account, amount)],
	});

describe('statements', () => {
	it("show the profit of a period in QuickBooks' sections", () => {
		const books = open();
		sell(books, '2025-12-31', 1);
		sell(books, '2026-10-01', 2);
		spend(books, '2026-10-31', 'Bank Charges & Fees', 5);
		spend(books, '2026-11-01', 'Travel', 100);
		spend(books, '2026-10-31', 'Miscellaneous', 1);
		const october = books.profitAndLoss('2026-10-01', '2026-10-31');

		expect(october.sections.map((section) => [section.group, section.total])).toEqual([
			['Income', 4800],
			['CostOfGoodsSold', 1900],
			['Expenses', 500],
			['OtherIncome', 0],
			['OtherExpenses', 100],
		]);
		expect(october).toMatchObject({ grossProfit: 2900, netOperatingIncome: 2400, netIncome: 2300 });
	});

	it('put the profit of earlier years into retained earnings', () => {
		const books = open();
		sell(books, '2025-12-31', 1);
		sell(books, '2026-10-01', 2);
		const sheet = books.balanceSheet('2026-10-31');
		const equity = sheet.equity[0].rows.map((row) => [row.name, row.amount]);

		expect(equity).toEqual([
			['Opening Balance Equity', 143000],
			['Retained Earnings', 1450],
			['Net Income', 2900],
		]);
		expect(sheet.totalAssets).toBe(sheet.totalLiabilities + sheet.totalEquity);
	});
});

/** One step of a busy day; what QuickBooks refuses is part of the day. */
const step = fc.record({
	kind: fc.constantFrom('sell', 'refund', 'spend', 'void', 'delete', 'reprice', 'deposit'),
	day: fc.integer({ min: 1, max: 28 }),
	cents: fc.integer({ min: -500, max: 90000 }),
	quantity: fc.integer({ min: 1, max: 60 }),
	which: fc.integer({ min: 1, max: 8 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const WRITES: Record<string, (books: Books, one: Step, date: string) => unknown> = {
	sell: (books, one, date) => sell(books, date, one.quantity),
	refund: (books, one, TxnDate) =>
		books.create('RefundReceipt', {
			TxnDate,
			DepositToAccountRef: ref(books, 'Account', 'Undeposited Funds'),
			Line: [
				sold(books, 'Enamel Mug', one.quantity * 24, { Qty: one.quantity, ...NON }),
				sold(books, 'Sales', one.cents / 100, { TaxCodeRef: { value: 'TAX' } }),
			],
		}),
	spend: (books, one, date) => spend(books, date, 'Travel', one.cents / 100),
	void: (books, one) => books.void('SalesReceipt', current(books, 'SalesReceipt', one)),
	delete: (books, one) => books.remove('SalesReceipt', current(books, 'SalesReceipt', one)),
	reprice: (books, one) =>
		books.update('SalesReceipt', {
			...current(books, 'SalesReceipt', one),
			sparse: true,
			Line: [sold(books, 'Canvas Tote', one.cents / 100, { Qty: one.quantity, ...NON })],
		}),
	deposit: (books, one, TxnDate) =>
		books.create('Deposit', {
			TxnDate,
			DepositToAccountRef: ref(books, 'Account', 'Checking'),
			Line: [
				{ LinkedTxn: [{ TxnId: String(one.which), TxnType: 'SalesReceipt', TxnLineId: '0' }] },
			],
		}),
};

function current(books: Books, entity: string, one: Step): Json {
	const row = books.all(entity).find((candidate) => candidate.Id === String(one.which));
	return { Id: String(one.which), SyncToken: row?.SyncToken ?? '0' };
}

/** True when it was accepted. */
function tried(write: () => unknown): boolean {
	try {
		write();
		return true;
	} catch (error) {
		expect(error).toMatchObject({ name: 'QuickBooksFault' });
		return false;
	}
}

it('debits equal credits after whatever is done to the books', () => {
	fc.assert(
		fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
			const books = open();
			for (const one of steps) {
				const date = `2026-10-${String(one.day).padStart(2, '0')}`;
				const before = JSON.stringify(books);
				const accepted = tried(() => WRITES[one.kind](books, one, date));
				expect(accepted || JSON.stringify(books) === before).toBe(true);
				expect(outOfBalance(books)).toBe(0);
				const sheet = books.balanceSheet('2026-12-31');
				expect(sheet.totalAssets).toBe(sheet.totalLiabilities + sheet.totalEquity);
			}
		}),
		{ numRuns: 30 },
	);
});
