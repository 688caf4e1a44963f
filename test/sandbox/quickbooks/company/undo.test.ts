import { Company } from '../../../../sandbox/quickbooks/company/company.mts';
import { DAY, open, outOfBalance, posted, ref, sold, spent } from './helpers.mts';

type Books = ReturnType<typeof open>;

const NON = { TaxCodeRef: { value: 'NON' } };
const customer = (books: Books) => ({ CustomerRef: ref(books, 'Customer', 'Northwind Retail') });
const account = (books: Books, name: string) => ref(books, 'Account', name);
const line = (books: Books) => [sold(books, 'Enamel Mug', 24, { Qty: 1, UnitPrice: 24, ...NON })];
const link = (id: unknown, type: string) => [{ TxnId: id, TxnType: type, TxnLineId: '0' }];

const invoiced = (books: Books) =>
	books.create('Invoice', { TxnDate: DAY, ...customer(books), Line: line(books) });
const paid = (books: Books, id: unknown, amount = 24) =>
	books.create('Payment', {
		TxnDate: DAY,
		...customer(books),
		TotalAmt: amount,
		Line: [{ Amount: amount, LinkedTxn: link(id, 'Invoice') }],
	});

describe('void', () => {
	it('keeps the document with zero amounts and takes postings and stock back', () => {
		const books = open();
		const before = books.trialBalance('9999-12-31');
		const { Id } = books.create('SalesReceipt', { PrivateNote: 'Order 1', Line: line(books) });
		const row = books.void('SalesReceipt', { Id, SyncToken: '0', sparse: true });

		expect(row).toMatchObject({ SyncToken: '1', TotalAmt: 0, PrivateNote: 'Voided - Order 1' });
		expect(row.Line).toEqual([
			{
				Id: '1',
				LineNum: 1,
				Amount: 0,
				DetailType: 'SalesItemLineDetail',
				SalesItemLineDetail: {
					ItemRef: { value: '5', name: 'Enamel Mug' },
					TaxCodeRef: { value: 'NON' },
				},
			},
			{ Amount: 0, DetailType: 'SubTotalLineDetail', SubTotalLineDetail: {} },
		]);
		expect(books.trialBalance('9999-12-31')).toEqual(before);
		expect(books.read('Item', '5')).toMatchObject({ QtyOnHand: 100 });
	});

	it('of an invoice leaves its payment unapplied', () => {
		const books = open();
		const { Id } = invoiced(books);
		const payment = paid(books, Id);
		expect(books.read('Invoice', String(Id))).toMatchObject({
			Balance: 0,
			LinkedTxn: [{ TxnId: '1', TxnType: 'Payment' }],
		});

		expect(books.void('Invoice', { Id, SyncToken: '0' })).toMatchObject({
			PrivateNote: 'Voided',
			LinkedTxn: [],
		});
		expect(books.read('Payment', String(payment.Id))).toMatchObject({ UnappliedAmt: 24, Line: [] });
		expect(books.read('Customer', '3')).toMatchObject({ Balance: -24 });
	});
});

describe('delete', () => {
	it('opens an invoice again when its payment goes', () => {
		const books = open();
		const { Id } = invoiced(books);
		const payment = paid(books, Id, 20);
		expect(books.read('Invoice', String(Id))).toMatchObject({ Balance: 4 });

		expect(books.remove('Payment', { Id: payment.Id, SyncToken: '0' })).toEqual({
			status: 'Deleted',
			domain: 'QBO',
			Id: '1',
		});
		expect(books.read('Invoice', String(Id))).toMatchObject({ Balance: 24 });
	});

	it('of a deposit frees what it had locked', () => {
		const books = open();
		const receipt = books.create('SalesReceipt', { TxnDate: DAY, Line: line(books) });
		const deposit = books.create('Deposit', {
			TxnDate: DAY,
			DepositToAccountRef: account(books, 'Checking'),
			Line: [{ Amount: 24, LinkedTxn: link(receipt.Id, 'SalesReceipt') }],
		});
		expect(books.read('SalesReceipt', '1')).toMatchObject({
			LinkedTxn: [{ TxnId: deposit.Id, TxnType: 'Deposit' }],
			SyncToken: '0',
		});

		books.remove('Deposit', deposit);
		expect(books.read('SalesReceipt', '1').LinkedTxn).toBeUndefined();
		books.remove('SalesReceipt', { Id: '1', SyncToken: '0' });
		expect(books.balance(account(books, 'Undeposited Funds').value)).toBe(0);
		expect(books.balance(account(books, 'Checking').value)).toBe(0);
	});

	it('is told to those who ask for changes, after the living rows', () => {
		const books = open();
		const since = new Date('2026-11-01T20:00:00.900Z');
		books.create('SalesReceipt', { Line: line(books) });
		books.create('SalesReceipt', { Line: line(books) });
		books.remove('SalesReceipt', { Id: '1', SyncToken: '0' });
		const changes = books.changes(since).filter((change) => change.entity === 'SalesReceipt');

		expect(changes.map((change) => [change.row.Id, change.row.status])).toEqual([
			['2', undefined],
			['1', 'Deleted'],
		]);
		expect(books.changes(new Date('2026-11-02T00:00:00Z'))).toEqual([]);
	});
});

describe('payments', () => {
	it('of a paid bill come back empty and voided', () => {
		const books = open();
		const vendor = { VendorRef: ref(books, 'Vendor', 'Shopify') };
		const { Id } = books.create('Bill', {
			TxnDate: DAY,
			...vendor,
			Line: [spent(books, 'Travel', 8)],
		});
		const pay = () =>
			books.create('BillPayment', {
				TxnDate: DAY,
				...vendor,
				TotalAmt: 8,
				PayType: 'Check',
				CheckPayment: { BankAccountRef: account(books, 'Checking') },
				Line: [{ Amount: 8, LinkedTxn: link(Id, 'Bill') }],
			});
		pay();

		expect(books.read('Bill', String(Id))).toMatchObject({
			Balance: 0,
			LinkedTxn: [{ TxnId: '1', TxnType: 'BillPaymentCheck' }],
		});
		expect(pay()).toMatchObject({ TotalAmt: 0, Line: [], PrivateNote: 'Voided' });
		expect(posted(books, 'BillPayment', '2')).toEqual([]);
	});

	it('of more than is open leave the rest unapplied', () => {
		const books = open();
		const { Id } = invoiced(books);

		expect(paid(books, Id, 30)).toMatchObject({ UnappliedAmt: 6, TotalAmt: 30 });
	});

	it('of nothing apply a credit memo to an invoice', () => {
		const books = open();
		const { Id } = invoiced(books);
		const credit = books.create('CreditMemo', {
			TxnDate: DAY,
			...customer(books),
			Line: [sold(books, 'Services', 4, NON)],
		});
		books.create('Payment', {
			TxnDate: DAY,
			...customer(books),
			TotalAmt: 0,
			Line: [
				{ Amount: 4, LinkedTxn: link(Id, 'Invoice') },
				{ Amount: 4, LinkedTxn: link(credit.Id, 'CreditMemo') },
			],
		});

		expect(books.read('Invoice', String(Id))).toMatchObject({ Balance: 20 });
		expect(books.read('CreditMemo', String(credit.Id))).toMatchObject({ RemainingCredit: 0 });
		expect(books.read('Customer', '3')).toMatchObject({ Balance: 20 });
	});
});

describe('kept books', () => {
	it('open again as they were and go on', () => {
		const books = open();
		invoiced(books);
		const kept = JSON.parse(JSON.stringify(books)) as Record<string, unknown>;
		const again = Company.fromJSON(kept, { now: () => new Date('2026-11-02T20:00:00Z') });

		expect(again.trialBalance('9999-12-31')).toEqual(books.trialBalance('9999-12-31'));
		expect(again.all('Invoice')).toEqual(books.all('Invoice'));
		paid(again, '1');
		expect(again.read('Invoice', '1')).toMatchObject({ Balance: 0 });
		expect(invoiced(again).Id).toBe('2');
		expect(outOfBalance(again)).toBe(0);
	});
});
