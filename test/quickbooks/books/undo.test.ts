import { BooksWindow } from '../../../nodes/quickbooks/books/booksWindow';
import { undoDocuments, type UndoResult } from '../../../nodes/quickbooks/books/undoDocuments';
import { allKinds, creditMemo, invoice, orderKey, payment } from '../allKinds';
import { openBooks, type Books } from '../books.mts';
import { receipt } from '../documents';
import {
	allLedgerKinds,
	bill,
	billPayment,
	deposit,
	LEDGER_COMPANIES,
	linkedDeposit,
	payoutKey,
	waiting,
} from '../ledgerKinds';

const [{ settings }] = LEDGER_COMPANIES;
let books: Books;
beforeEach(async () => {
	books = await openBooks();
});
afterEach(async () => await books.close());

const ENTITIES = [
	'SalesReceipt',
	'Invoice',
	'Payment',
	'RefundReceipt',
	'CreditMemo',
	'Purchase',
	'Deposit',
	'Transfer',
	'Bill',
	'BillPayment',
	'JournalEntry',
];
const count = () =>
	ENTITIES.reduce((sum, entity) => sum + books.sandbox.company.all(entity).length, 0);

async function undo(keys: readonly string[]): Promise<Map<string, UndoResult>> {
	const days = { from: '2026-09-01', to: '2026-11-30' };
	const window = new BooksWindow(await books.open(settings), days, 'https://app');
	const answer = await undoDocuments(window, keys);
	if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
	return answer.value;
}

const states = (results: ReadonlyMap<string, UndoResult>) =>
	[...results.values()].map((result) =>
		result.state === 'refused' ? result.problem.code : result.state,
	);

test('takes back all that was posted, the uses of credits too, and nothing else', async () => {
	books.sandbox.company.create('SalesReceipt', {
		TxnDate: '2026-10-05',
		PrivateNote: 'by hand',
		Line: [
			{
				Amount: 5,
				DetailType: 'SalesItemLineDetail',
				SalesItemLineDetail: { ItemRef: { value: '1' } },
			},
		],
	});
	const before = books.sandbox.company.journal.length;
	const documents = [...allKinds(20), ...allLedgerKinds(), ...waiting(1)];
	await books.post(documents, settings);
	expect(count()).toBeGreaterThan(documents.length);
	const results = await undo(documents.map(({ key }) => key));
	expect(states(results)).toEqual(documents.map(() => 'deleted'));
	expect(count()).toBe(1);
	expect(books.sandbox.company.journal).toHaveLength(before);
	expect(states(await undo([orderKey(1)]))).toEqual(['not in books']);
});

test('deletes every copy of a key', async () => {
	await books.post([deposit(1)], settings);
	const [{ Id, ...row }] = books.sandbox.company.all('Deposit');
	books.sandbox.company.create('Deposit', row);
	expect(Id).toBeDefined();
	const results = await undo([payoutKey(1)]);
	expect(results.get(payoutKey(1))).toMatchObject({ state: 'deleted', documents: [{}, {}] });
	expect(count()).toBe(0);
});

test('leaves what another document settles or banks, and names it', async () => {
	await books.post([bill(1), billPayment(1), ...waiting(2), linkedDeposit(2)], settings);
	const before = count();
	const results = await undo([bill(1).key, orderKey(2)]);
	expect(states(results)).toEqual(['in-use', 'in-use']);
	expect(results.get(orderKey(2))).toMatchObject({
		problem: { what: expect.stringMatching(/is used by deposit ID \d+, which stays/) },
	});
	expect(count()).toBe(before);
	expect(states(await undo([bill(1).key, billPayment(1).key]))).toEqual(['deleted', 'deleted']);
});

test('an invoice loses the use of a credit, but not its payment', async () => {
	const credit = creditMemo(3, { appliesTo: { document: 'Invoice', key: orderKey(3) } });
	await books.post([invoice(3), credit], settings);
	expect(books.sandbox.company.all('Payment')).toHaveLength(1);
	expect(states(await undo([orderKey(3)]))).toEqual(['deleted']);
	expect(books.sandbox.company.all('Payment')).toHaveLength(0);
	expect(books.sandbox.company.all('CreditMemo')).toMatchObject([{ Balance: 21.45 }]);
	await books.post([invoice(4), payment(4)], settings);
	expect(states(await undo([orderKey(4)]))).toEqual(['in-use']);
});

test('touches nothing in closed books, nor what that uses', async () => {
	await books.post([bill(1), billPayment(1, { date: '2026-10-20' }), receipt(12)], settings);
	books.prefer('AccountingInfoPrefs', { BookCloseDate: '2026-10-14' });
	const before = count();
	const results = await undo([bill(1).key, orderKey(12)]);
	expect(states(results)).toEqual(['closed-period', 'closed-period']);
	expect(count()).toBe(before);
});

test('where a payment stays, so does the bill', async () => {
	await books.post([bill(1, { date: '2026-10-20' }), billPayment(1)], settings);
	books.prefer('AccountingInfoPrefs', { BookCloseDate: '2026-10-14' });
	const results = await undo([bill(1).key, billPayment(1).key]);
	expect(states(results)).toEqual(['in-use', 'closed-period']);
	expect(count()).toBe(2);
});

test.each(['droppedBefore', 'droppedAfter', 'serverError', 'throttle'] as const)(
	'%s is overcome, and what lasts is mended by the next run',
	async (kind) => {
		const documents = [...allLedgerKinds(), ...waiting(1)];
		const keys = documents.map(({ key }) => key);
		await books.post(documents, settings);
		books.fail({ kind, times: 1, match: 'batch', after: 1 });
		await undo(keys);
		books.sandbox.control.reset();
		const again = states(await undo(keys));
		expect(again.every((state) => ['deleted', 'not in books'].includes(state))).toBe(true);
		expect(count()).toBe(0);
	},
);

test('an old token is no reason to delete: the change of somebody else is kept', async () => {
	await books.post([receipt(1)], settings);
	const days = { from: '2026-09-01', to: '2026-11-30' };
	const window = new BooksWindow(await books.open(settings), days, 'https://app');
	await window.read(['SalesReceipt']);
	const [{ Id, SyncToken }] = books.sandbox.company.all('SalesReceipt');
	books.sandbox.company.update('SalesReceipt', {
		Id,
		SyncToken,
		sparse: true,
		PrivateNote: 'Mine',
	});
	const answer = await undoDocuments(window, [orderKey(1)]);
	expect(answer.kind === 'done' && states(answer.value)).toEqual(['not-undone']);
	expect(count()).toBe(1);
});
