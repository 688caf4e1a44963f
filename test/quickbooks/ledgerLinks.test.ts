import { openBooks, statuses, type Books } from './books.mts';
import {
	bill,
	billPayment,
	CLEARING,
	deposit,
	expense,
	journalEntry,
	LEDGER_COMPANIES,
	linkedDeposit,
	payoutKey,
	transfer,
	waiting,
} from './ledgerKinds';
import { receipt } from './documents';

/** What documents of the ledger need of the books: what they settle or bank, open books, the plan. */

let books: Books;
beforeEach(async () => {
	books = await openBooks();
});
afterEach(async () => await books.close());

const [{ settings }] = LEDGER_COMPANIES;
const rows = (entity: string) => books.sandbox.company.all(entity);
const last = (entity: string): Record<string, unknown> => rows(entity).at(-1) ?? {};
const post = async (documents: readonly unknown[]) => await books.post(documents, settings);
const problemOf = async (...documents: unknown[]) => {
	const [result] = await post(documents);
	return result.ok ? result.status : result.problem;
};

describe('a deposit of what waits in Undeposited Funds', () => {
	test('banks what an earlier run posted', async () => {
		await post(waiting(1));
		expect(statuses(await post([linkedDeposit(1)]))).toEqual(['Posted']);
		expect(last('Deposit')).toMatchObject({ TotalAmt: 72.35 });
		expect(last('SalesReceipt').LinkedTxn).toEqual([
			{ TxnId: last('Deposit').Id, TxnType: 'Deposit' },
		]);
	});

	test('banks receipts of long before', async () => {
		const [sale, invoiced, paid, refunded] = waiting(1);
		const old = { date: '2026-02-01' };
		await post([{ ...sale, ...old }, invoiced, { ...paid, date: '2026-09-01' }, refunded]);
		expect(statuses(await post([linkedDeposit(1)]))).toEqual(['Posted']);
	});

	test('is held where a receipt is not in the books', async () => {
		await post(waiting(1).slice(1));
		expect(await problemOf(linkedDeposit(1))).toMatchObject({ code: 'sales-receipt-not-posted' });
		expect(rows('Deposit')).toHaveLength(0);
	});

	test('is held where a receipt of this run is refused', async () => {
		const [sale, ...others] = waiting(1);
		const results = await post([linkedDeposit(1), { ...sale, total: '47.91' }, ...others]);
		expect(results[0]).toMatchObject({ problem: { code: 'sales-receipt-not-posted' } });
	});

	test('is held where a receipt went to the clearing account, and names the way out', async () => {
		const [, ...others] = waiting(1);
		await post([receipt(1), ...others]);
		expect(await problemOf(linkedDeposit(1))).toMatchObject({
			code: 'not-in-undeposited-funds',
			fix: expect.stringContaining('Payout to Deposit'),
		});
	});

	test('is held where somebody has banked a receipt by hand', async () => {
		await post(waiting(1));
		await post([linkedDeposit(1)]);
		const other = linkedDeposit(1, { key: payoutKey(99) });
		expect(await problemOf(other)).toMatchObject({
			code: 'already-deposited',
			what: expect.stringContaining(`deposit already (ID ${String(last('Deposit').Id)})`),
			fix: expect.stringContaining(`[${payoutKey(99)}]`),
		});
	});

	test('is held where a receipt is over another amount', async () => {
		await post(waiting(1));
		const { lines } = linkedDeposit(1);
		const other = linkedDeposit(1, {
			lines: [{ ...lines[0], amount: '47.80' }, ...lines.slice(1)],
			total: '72.25',
		});
		expect(await problemOf(other)).toMatchObject({ code: 'receipt-amount' });
	});

	test('locks what it has banked: the receipt says so when it is to be deleted', async () => {
		await post([linkedDeposit(1), ...waiting(1)]);
		const [row] = rows('SalesReceipt');
		expect(() => books.sandbox.company.remove('SalesReceipt', row)).toThrow(/Deposited/);
	});
});

describe('a bill payment', () => {
	test('follows its bill in another run, and takes its vendor', async () => {
		await post([bill(1)]);
		expect(statuses(await post([billPayment(1, { vendor: 'Somebody Else' })]))).toEqual(['Posted']);
		expect(last('Bill')).toMatchObject({ Balance: 0, DocNumber: 'F-6660001' });
		expect(last('BillPayment')).toMatchObject({
			TotalAmt: 13,
			PayType: 'Check',
			VendorRef: last('Bill').VendorRef,
		});
	});

	test('without its bill is held', async () => {
		expect(await problemOf(billPayment(1))).toMatchObject({ code: 'bill-not-posted' });
	});

	test('never pays more than is open, nor a bill that is paid', async () => {
		await post([bill(1)]);
		expect(await problemOf(billPayment(1, { total: '13.01' }))).toMatchObject({
			code: 'bill-overpaid',
		});
		await post([billPayment(1)]);
		const second = billPayment(1, { key: `${payoutKey(1)}/Fees/Second` });
		expect(await problemOf(second)).toMatchObject({ code: 'bill-settled' });
		expect(rows('BillPayment')).toHaveLength(1);
	});

	test('in the same run never pays more than the bill', async () => {
		const results = await post([bill(1), billPayment(1, { total: '14.00' })]);
		expect(statuses(results)).toEqual(['Posted', 'bill-overpaid']);
	});
});

describe('documents that QuickBooks would refuse say so before', () => {
	const line = journalEntry(1).lines;
	const taxPayable = { account: 'Import Tax', type: 'Other Current Liability' } as const;
	const receivable = { account: 'Accounts Receivable (A/R)', type: 'Accounts Receivable' } as const;

	test.each([
		[
			'a liability on a deposit',
			deposit(1, {
				lines: [{ ...deposit(1).lines[0], account: taxPayable }] as never,
				total: '100.00',
			}),
			/journal entry/,
		],
		[
			'a transfer from income',
			transfer(1, { from: { account: 'Sales', type: 'Income' } }),
			/'from'/,
		],
		[
			'a bill paid from an asset',
			billPayment(1, { payFrom: { account: 'Undeposited Funds', type: 'Other Current Asset' } }),
			/'payFrom'/,
		],
		[
			'a receivable without a customer',
			journalEntry(1, { lines: [{ ...line[0], account: receivable }, ...line.slice(1)] }),
			/needs a customer/,
		],
		['a long number', bill(1, { number: 'X'.repeat(22) }), /longer than 21/],
		['lines that differ from the total', expense(1, { total: '8.26' }), /8\.26/],
		['debits unlike credits', journalEntry(1, { lines: line.slice(1) }), /debits/],
		[
			'a negative bill',
			bill(1, { lines: [{ ...bill(1).lines[0], amount: '-1.00' }], total: '-1.00' }),
			/negative/,
		],
		['a transfer of nothing', transfer(1, { total: '0.00' }), /no money moves/],
		['a transfer to itself', transfer(1, { to: CLEARING }), /to itself/],
		['a deposit without lines', deposit(1, { lines: [], total: '0.00' }), /lines/],
	])('%s', async (_, document, text) => {
		const problem = await problemOf(document);
		expect(typeof problem === 'string' ? problem : problem.what).toMatch(text);
		expect(rows('Deposit').length + rows('Transfer').length + rows('JournalEntry').length).toBe(0);
	});
});
