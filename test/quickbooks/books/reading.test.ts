import { BooksWindow } from '../../../nodes/quickbooks/books/booksWindow';
import { bookEntries } from '../../../nodes/quickbooks/books/bookEntries';
import { booksByKeys, booksOfShop, entitiesOfKey } from '../../../nodes/quickbooks/books/byKeys';
import { accountState, registerOf } from '../../../nodes/quickbooks/books/register';
import type { Answer } from '../../../nodes/quickbooks/client';
import { openBooks, type Books } from '../books.mts';
import { creditMemo, creditRefund, invoice, orderKey } from '../allKinds';
import { fromShop, receipt, SHOP } from '../documents';
import {
	allLedgerKinds,
	CLEARING,
	deposit,
	LEDGER_COMPANIES,
	linkedDeposit,
	payoutKey,
	UNDEPOSITED,
	waiting,
} from '../ledgerKinds';

const APP = 'https://app.qbo.intuit.com/app';
const OCTOBER = { from: '2026-10-01', to: '2026-10-31' };
const [{ settings }] = LEDGER_COMPANIES;

let books: Books;
beforeEach(async () => {
	books = await openBooks();
});
afterEach(async () => await books.close());

const windowOf = async (days = OCTOBER) => new BooksWindow(await books.open(settings), days, APP);

function value<T>(answer: Answer<T>): T {
	if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
	return answer.value;
}

describe('by key', () => {
	test('all documents of a key are found, a double too, with their place in the books', async () => {
		await books.post([...allLedgerKinds(), ...waiting(1)], settings);
		const [row] = books.sandbox.company.all('Deposit').filter(({ TotalAmt }) => TotalAmt === 96.8);
		const { Id, ...copy } = row;
		books.sandbox.company.create('Deposit', copy);
		const window = await windowOf();
		const before = window.session.client.calls.reads;
		const keys = [payoutKey(1), `${payoutKey(1)}/Fees/Payment`, orderKey(1), payoutKey(77)];
		const found = value(await booksByKeys(window, keys));
		expect([...found.keys()].sort()).toEqual([...keys.slice(0, 3)].sort());
		expect(found.get(payoutKey(1))?.map(({ id }) => id)).toHaveLength(2);
		expect(found.get(payoutKey(1))?.[0]).toMatchObject({
			document: 'Deposit',
			entity: 'Deposit',
			id: Id,
			number: null,
			date: '2026-10-04',
			total: '96.8',
			currency: 'USD',
			url: `${APP}/deposit?txnId=${String(Id)}`,
		});
		expect(found.get(`${payoutKey(1)}/Fees/Payment`)?.[0]).toMatchObject({
			document: 'Bill Payment',
			party: 'Shopify',
			linked: [expect.stringMatching(/^Bill \d+$/)],
		});
		// One call for each kind that the keys may be of
		expect(window.session.client.calls.reads - before).toBe(8);
		await booksByKeys(window, keys);
		expect(window.session.client.calls.reads - before).toBe(8);
	});

	test.each([
		['Order/5', ['SalesReceipt', 'Invoice']],
		['Order/5/Edit/7', ['SalesReceipt', 'Invoice', 'RefundReceipt', 'CreditMemo']],
		['Refund/5/Applied', ['Payment']],
		['Fees/2026-10/USD/Payment', ['BillPayment']],
	])('%s may be %j', (rest, entities) => {
		expect(entitiesOfKey(`${SHOP}/${rest}`)).toEqual(entities);
	});

	test('what posting writes is among what its key may be', async () => {
		const documents = [
			...allLedgerKinds(),
			...waiting(1),
			creditMemo(5),
			creditRefund(5),
			invoice(6),
		];
		const results = await books.post(documents, settings);
		for (const [index, result] of results.entries()) {
			if (!result.ok) throw new Error(result.problem.what);
			expect(entitiesOfKey(documents[index].key)).toContain(result.booked.entity);
		}
	});
});

test('of a shop, and of no other', async () => {
	const other = { ...receipt(2), ...fromShop('other-store') };
	await books.post([receipt(1), other, deposit(3)], settings);
	books.sandbox.company.create('SalesReceipt', {
		TxnDate: '2026-10-05',
		Line: [
			{
				Amount: 5,
				DetailType: 'SalesItemLineDetail',
				SalesItemLineDetail: { ItemRef: { value: '1' } },
			},
		],
	});
	const ofShop = value(await booksOfShop(await windowOf(), SHOP));
	expect(ofShop.map(({ document }) => document)).toEqual(['Sales Receipt', 'Deposit']);
	const ofAny = value(await booksOfShop(await windowOf(), ''));
	expect(ofAny.map(({ keys }) => keys[0])).toContain(other.key);
	expect(ofAny).toHaveLength(3);
});

describe('a register', () => {
	test('holds all that touches the account, and comes to its balance', async () => {
		await books.post([...allLedgerKinds(), ...waiting(1), receipt(7)], settings);
		const window = await windowOf();
		const state = await accountState(window.session, CLEARING);
		if (!state.ok) throw new Error(state.problem.what);
		const before = window.session.client.calls.reads;
		const rows = value(await registerOf(window, state.value.id));
		expect(rows.map(({ document, amount }) => [document.document, amount])).toEqual([
			['Deposit', '-100'],
			['Transfer', '-50'],
			['Expense', '-8.25'],
			['Bill Payment', '-13'],
			['Journal Entry', '-55'],
			['Sales Receipt', '47.9'],
		]);
		expect(window.session.client.calls.reads - before).toBe(9);
		// -100 - 50 - 8.25 - 13 - 55 + 47.90, by hand
		expect(Number(state.value.balance)).toBe(-178.35);
		expect(state.value).toMatchObject({ name: CLEARING.account, type: 'Bank', currency: 'USD' });
	});

	test('says so where there is no such account', async () => {
		const { session } = await windowOf();
		const state = await accountState(session, { account: 'Nowhere', type: 'Bank' });
		expect(state).toMatchObject({ ok: false, problem: { code: 'no-account' } });
	});
});

test('entries for the proofs name accounts, parties and links', async () => {
	await books.post([linkedDeposit(1), ...waiting(1)], settings);
	const window = await windowOf();
	const found = value(await booksByKeys(window, [linkedDeposit(1).key]));
	const documents = [...found.values()].flat();
	const [entry] = value(await bookEntries(window.session, documents, [UNDEPOSITED]));
	expect(entry).toMatchObject({
		document: 'Deposit',
		keys: [linkedDeposit(1).key],
		customer: null,
		links: ['Sales Receipt 1', 'Payment 1', 'Refund Receipt 1'],
	});
	expect(entry.total.toDecimalString()).toBe('72.35');
	const moves = entry.moves.map(({ account, amount }) => [account, amount.toDecimalString()]);
	expect(moves).toEqual([
		['Payout Bank', '72.35'],
		['Undeposited Funds', '-74.35'],
		['Merchant Fees', '2.00'],
	]);
});

test('what cannot be read is an answer, not an empty book', async () => {
	const window = await windowOf();
	books.fail({ kind: 'serverError', times: 9, match: 'query' });
	expect((await booksByKeys(window, [payoutKey(1)])).kind).toBe('doubtful');
	books.sandbox.control.reset();
	expect((await booksByKeys(window, [payoutKey(1)])).kind).toBe('done');
});
