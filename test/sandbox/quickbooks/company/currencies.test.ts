import { open, outOfBalance, posted, ref, refused, sold, spent } from './helpers.mts';

type Json = Record<string, unknown>;
type Books = ReturnType<typeof open>;

const danish = (books: Books) => ({ CustomerRef: ref(books, 'Customer', 'Lyngby Design ApS') });
const NON = { TaxCodeRef: { value: 'NON' } };

const invoice = (books: Books, ExchangeRate: number) =>
	books.create('Invoice', {
		TxnDate: '2026-10-05',
		...danish(books),
		ExchangeRate,
		Line: [sold(books, 'Sales', 1000, NON)],
	});

describe('foreign currency', () => {
	it('posts home amounts at the rate of the document, the total exactly', () => {
		const books = open('multicurrency');
		const row = books.create('SalesReceipt', {
			TxnDate: '2026-10-05',
			...danish(books),
			ExchangeRate: 0.1453,
			Line: [sold(books, 'Sales', 33.33, NON), sold(books, 'Shipping', 33.33, NON)],
		});

		expect(row).toMatchObject({
			CurrencyRef: { value: 'DKK', name: 'Danish Krone' },
			TotalAmt: 66.66,
			HomeTotalAmt: 9.69,
		});
		expect(posted(books, 'SalesReceipt', row.Id)).toEqual([
			'Undeposited Funds 9.69',
			'Sales of Product Income -4.85',
			'Shipping Income -4.84',
		]);
		expect(books.journal.find((line) => line.amount === -484)).toMatchObject({
			currency: 'DKK',
			foreignAmount: -3333,
		});
	});

	it('takes the rate of the day when none is sent', () => {
		const books = open('multicurrency');
		books.create('ExchangeRate', { SourceCurrencyCode: 'DKK', Rate: 0.15, AsOfDate: '2026-10-01' });
		const row = books.create('SalesReceipt', {
			TxnDate: '2026-10-05',
			...danish(books),
			Line: [sold(books, 'Sales', 100, NON)],
		});

		expect(row).toMatchObject({ ExchangeRate: 0.15, HomeTotalAmt: 15 });
		expect(books.exchangeRate('DKK', '2026-09-30')).toMatchObject({ Rate: 0.145 });
		expect(refused(() => books.exchangeRate('USD', '2026-09-30')).code).toBe('6000');
	});

	it('keeps receivables per currency and books the gain or loss of a payment', () => {
		const books = open('multicurrency');
		const { Id } = invoice(books, 0.14);
		const payment = books.create('Payment', {
			TxnDate: '2026-10-20',
			...danish(books),
			TotalAmt: 1000,
			ExchangeRate: 0.15,
			Line: [{ Amount: 1000, LinkedTxn: [{ TxnId: Id, TxnType: 'Invoice' }] }],
		});

		expect(posted(books, 'Payment', payment.Id)).toEqual([
			'Undeposited Funds 150.00',
			'Accounts Receivable (A/R) - DKK -140.00',
			'Exchange Gain or Loss -10.00',
		]);
		expect(books.read('Customer', ref(books, 'Customer', 'Lyngby Design ApS').value)).toMatchObject(
			{ Balance: 0 },
		);
		expect(outOfBalance(books)).toBe(0);
	});

	it('refuses another currency than the customer has', () => {
		const books = open('multicurrency');
		const body: Json = {
			...danish(books),
			Line: [sold(books, 'Sales', 1)],
			CurrencyRef: { value: 'EUR' },
		};

		expect(refused(() => books.create('SalesReceipt', body)).detail).toContain(
			'Change transaction currency',
		);
	});

	it('adds the currency of a new customer to the list, and keeps it', () => {
		const books = open('multicurrency');
		const { Id } = books.create('Customer', {
			DisplayName: 'Tokyo',
			CurrencyRef: { value: 'JPY' },
		});
		expect(books.all('CompanyCurrency').map((row) => row.Code)).toContain('JPY');

		const changed = books.update('Customer', {
			Id,
			SyncToken: '0',
			sparse: true,
			CurrencyRef: { value: 'EUR' },
		});
		expect(changed.CurrencyRef).toMatchObject({ value: 'JPY' });
	});

	it('is not there in a company of one currency', () => {
		const books = open('us-automated');
		const body = { DisplayName: 'Tokyo', CurrencyRef: { value: 'JPY' } };

		expect(refused(() => books.create('Customer', body)).code).toBe('2220');
		expect(refused(() => books.create('CompanyCurrency', { Code: 'JPY' })).code).toBe('6000');
	});
});

describe('an account in a foreign currency', () => {
	const kept = (books: Books) => {
		books.create('Account', {
			Name: 'Euro Bank',
			AccountType: 'Bank',
			CurrencyRef: { value: 'EUR' },
		});
		return ref(books, 'Account', 'Euro Bank');
	};
	const other = { code: '6000', detail: expect.stringContaining('another currency') };

	it('pays expenses and is transferred in its own currency only', () => {
		const books = open('multicurrency');
		const account = kept(books);
		const expense = { PaymentType: 'Cash', AccountRef: account, TxnDate: '2026-10-05' };
		const line = [spent(books, 'Travel', 10)];
		expect(refused(() => books.create('Purchase', { ...expense, Line: line }))).toMatchObject(
			other,
		);
		const euros = { CurrencyRef: { value: 'EUR' } };
		expect(books.create('Purchase', { ...expense, ...euros, Line: line })).toMatchObject(euros);
		const transfer = {
			TxnDate: '2026-10-05',
			FromAccountRef: account,
			ToAccountRef: ref(books, 'Account', 'Checking'),
			Amount: 5,
		};
		expect(refused(() => books.create('Transfer', transfer))).toMatchObject(other);
		expect(books.create('Transfer', { ...transfer, ...euros })).toMatchObject(euros);
	});

	it('pays bills in its own currency only', () => {
		const books = open('multicurrency');
		const vendor = { VendorRef: ref(books, 'Vendor', 'Parcel Post') };
		const day = { TxnDate: '2026-10-05' };
		const bill = books.create('Bill', { ...vendor, ...day, Line: [spent(books, 'Travel', 10)] });
		const payment = {
			...vendor,
			...day,
			TotalAmt: 10,
			PayType: 'Check',
			CheckPayment: { BankAccountRef: kept(books) },
			Line: [{ Amount: 10, LinkedTxn: [{ TxnId: bill.Id, TxnType: 'Bill' }] }],
		};
		expect(refused(() => books.create('BillPayment', payment))).toMatchObject(other);
	});
});
