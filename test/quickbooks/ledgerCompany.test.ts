import { openBooks, statuses, type Books } from './books.mts';
import {
	bill,
	billPayment,
	deposit,
	expense,
	journalEntry,
	LEDGER_COMPANIES,
	transfer,
} from './ledgerKinds';

/** The company that ledger documents meet: its lists, its closed books, its plan. */

let books: Books;
beforeEach(async () => {
	books = await openBooks();
});
afterEach(async () => await books.close());

const [{ settings }] = LEDGER_COMPANIES;
const last = (entity: string): Record<string, unknown> =>
	books.sandbox.company.all(entity).at(-1) ?? {};
const post = async (documents: readonly unknown[]) => await books.post(documents, settings);
const problemOf = async (...documents: unknown[]) => {
	const [result] = await post(documents);
	return result.ok ? result.status : result.problem;
};

describe('names', () => {
	test('that are missing are held unless they may be created', async () => {
		const vendor = 'Shopify International';
		const barred = { ...settings, create: new Set(['Account'] as const) };
		const [result] = await books.post([expense(1, { vendor })], barred);
		expect(result).toMatchObject({
			problem: {
				code: 'missing-in-quickbooks',
				what: expect.stringContaining(`vendor "${vendor}"`),
			},
		});
		expect(statuses(await post([expense(1, { vendor })]))).toEqual(['Posted']);
		expect(last('Vendor')).toMatchObject({ DisplayName: vendor });
	});

	test('of a vendor that a customer has get a mark', async () => {
		const vendor = 'Walk-in Customer';
		expect(statuses(await post([expense(1, { vendor })]))).toEqual(['Posted']);
		expect(last('Vendor')).toMatchObject({ DisplayName: 'Walk-in Customer (V)' });
	});

	test('of accounts must have the type that the document needs', async () => {
		const payFrom = { account: 'Visa', type: 'Bank' } as const;
		expect(await problemOf(expense(1, { payFrom }))).toMatchObject({ code: 'wrong-account-type' });
	});

	test('of a credit card pay an expense and a bill by card', async () => {
		const payFrom = { account: 'Visa', type: 'Credit Card' } as const;
		const inputs = [expense(1, { payFrom }), bill(2), billPayment(2, { payFrom })];
		expect(statuses(await post(inputs))).toEqual(Array(3).fill('Posted'));
		expect(last('Purchase')).toMatchObject({ PaymentType: 'CreditCard' });
		expect(last('BillPayment')).toMatchObject({ PayType: 'CreditCard' });
	});

	test('of classes and locations go where QuickBooks has them', async () => {
		books.sandbox.company.create('Class', { Name: 'Online' });
		books.sandbox.company.create('Department', { Name: 'Web' });
		const both = { class: 'Online', location: 'Web' };
		const inputs = [deposit(1, both), transfer(2, both), bill(3, both), journalEntry(4, both)];
		expect(statuses(await post(inputs))).toEqual(Array(4).fill('Posted'));
		const lines = (entity: string) => last(entity).Line as Array<Record<string, unknown>>;
		expect(lines('Deposit')[0].DepositLineDetail).toMatchObject({ ClassRef: { name: 'Online' } });
		expect(last('Deposit')).toMatchObject({ DepartmentRef: { name: 'Web' } });
		expect(last('Bill')).toMatchObject({ DepartmentRef: { name: 'Web' } });
		expect(lines('JournalEntry')[0].JournalEntryLineDetail).toMatchObject({
			ClassRef: { name: 'Online' },
			DepartmentRef: { name: 'Web' },
		});
	});
});

describe('closed books', () => {
	const documents = [deposit(1), transfer(1), bill(1), billPayment(1), expense(1), journalEntry(1)];
	beforeEach(() => books.prefer('AccountingInfoPrefs', { BookCloseDate: '2026-10-31' }));

	test('hold what is dated in them', async () => {
		expect(statuses(await post(documents))).toEqual(Array(6).fill('closed-period'));
	});

	test('or are left for the next open day, and found again there', async () => {
		const open = { ...settings, closedPeriod: 'nextOpenDay' as const };
		expect(statuses(await books.post(documents, open))).toEqual(Array(6).fill('Posted'));
		expect(last('Deposit')).toMatchObject({
			TxnDate: '2026-11-01',
			PrivateNote: expect.stringContaining('dated 2026-10-04'),
		});
		expect(statuses(await books.post(documents, open))).toEqual(Array(6).fill('Already Posted'));
	});
});

describe('a plan without bills', () => {
	beforeEach(() => {
		const { info } = books.sandbox.company;
		const NameValue = [{ Name: 'OfferingSku', Value: 'QuickBooks Online Simple Start' }];
		books.sandbox.company.info = { ...info, NameValue };
	});

	test('gets an expense for a bill and its payment, once, and is told', async () => {
		const documents = [bill(1), billPayment(1, { total: bill(1).total })];
		expect(statuses(await post(documents))).toEqual(['Posted', 'Already Posted']);
		expect(books.sandbox.company.all('Bill')).toEqual([]);
		const { payFrom } = billPayment(1);
		expect(last('Purchase')).toMatchObject({
			TotalAmt: Number(bill(1).total),
			AccountRef: { name: payFrom.account },
			PrivateNote: expect.stringContaining(bill(1).key),
		});
		const [again] = await post(documents);
		expect(again).toMatchObject({ ok: true, status: 'Already Posted' });
		expect(books.sandbox.company.all('Purchase')).toHaveLength(1);
	});

	test('says so in the plan', async () => {
		const answer = await books.plan([bill(1), billPayment(1, { total: bill(1).total })]);
		expect(answer).toMatchObject({
			value: [
				{ action: 'Create', note: expect.stringContaining('no bills') },
				{ action: 'Same As' },
			],
		});
	});

	test('holds a bill that is not paid in full, before anything is written, and names the setting', async () => {
		const part = billPayment(1, { total: '1.00' });
		const results = await post([bill(1), part, expense(1)]);
		expect(statuses(results)).toEqual(['plan-without-bills', 'plan-without-bills', 'Posted']);
		expect(results[0]).toMatchObject({
			problem: {
				what: expect.stringContaining('QuickBooks Online Simple Start'),
				fix: expect.stringContaining("'Fee to Bill'"),
			},
		});
	});
});
