import type { AccountingDocument } from '../../nodes/accounting/documents';
import { KINDS } from '../../nodes/quickbooks/entities';
import type { SendHttp } from '../../nodes/quickbooks/http';
import { post } from '../../nodes/quickbooks/post';
import { openBooks, statuses, type Books } from './books.mts';
import {
	allLedgerKinds,
	bill,
	billPayment,
	deposit,
	LEDGER_COMPANIES,
	transfer,
	waiting,
} from './ledgerKinds';

/** Every document of the ledger stands in the books once, whatever happens and however many runs. */

let books: Books;
afterEach(async () => await books.close());

const FAILURES = [
	'droppedBefore',
	'droppedAfter',
	'serverError',
	'htmlError',
	'throttle',
	'malformed',
] as const;
const ALL_POSTED = Array(11).fill('Posted');
const ONCE = Array(11).fill(1);
const inputsOf = (n: number, currency: string) => [
	...allLedgerKinds(n, currency),
	...waiting(n, currency),
];

function copies(of: readonly AccountingDocument[]): number[] {
	return of.map(
		({ document, key }) =>
			books.sandbox.company
				.all(KINDS[document].entity)
				.filter(({ PrivateNote }) => String(PrivateNote).includes(`[${key}]`)).length,
	);
}

describe.each(LEDGER_COMPANIES)(
	'in a company of kind $company',
	({ company, currency, settings }) => {
		const documents = inputsOf(1, currency);

		beforeEach(async () => {
			books = await openBooks({ company });
			await books.post(inputsOf(11, currency), settings);
			books.sandbox.control.reset();
		});

		test.each(FAILURES)('%s at any write is overcome', async (kind) => {
			for (const after of [0, 1, 2]) {
				const inputs = inputsOf(2 + after * 3, currency);
				books.sandbox.control.reset();
				books.fail({ kind, times: 1, match: 'batch', after });
				expect(statuses(await books.post(inputs, settings))).toEqual(ALL_POSTED);
				expect(copies(inputs)).toEqual(ONCE);
			}
		});

		test.each(FAILURES)('%s that lasts is mended by the next run', async (kind) => {
			for (const after of [0, 1, 2]) {
				const inputs = inputsOf(2 + after * 3, currency);
				books.sandbox.control.reset();
				books.fail({ kind, times: 5, match: 'batch', after });
				for (const result of await books.post(inputs, settings)) {
					if (!result.ok) expect(result.problem.fix).toMatch(/run again|first, or together/i);
				}
				books.sandbox.control.reset();
				const again = statuses(await books.post(inputs, settings));
				expect(again.every((status) => /Posted$/.test(status))).toBe(true);
				expect(copies(inputs)).toEqual(ONCE);
			}
		});

		test('an answer that is too late is looked up', async () => {
			books.fail({ kind: 'slow', times: 1, match: 'batch', after: 2, delayMs: 1900 });
			await books.post(documents, settings);
			expect(copies(documents)).toEqual(ONCE);
		});

		test('two runs at once leave one of each, and both are told of the one that stays', async () => {
			const gate = meetBeforeWriting(2);
			const runs = [documents, [...documents].reverse()].map(async (inputs) => {
				const answer = await post(await books.open(settings, gate), inputs);
				return answer.kind === 'done' ? answer.value.results : [];
			});
			const all = (await Promise.all(runs)).flat();
			expect(copies(documents)).toEqual(ONCE);
			expect(all).toHaveLength(22);
			for (const result of all) {
				expect(result.ok ? 'ok' : result.problem).toBe('ok');
				if (!result.ok) continue;
				const { entity, id } = result.booked;
				expect(books.sandbox.company.all(entity).some(({ Id }) => Id === id)).toBe(true);
			}
			expect(books.sandbox.company.all('Bill').map(({ Balance }) => Balance)).toEqual([0, 0]);
		});
	},
);

/** Holds every run at its first write (of the kind) until all have looked and found nothing. */
function meetBeforeWriting(runs: number, entity = ''): SendHttp {
	let waitingRuns = 0;
	let open: () => void = () => undefined;
	const all = new Promise<void>((resolve) => {
		open = resolve;
	});
	return async (request) => {
		if (request.method === 'POST' && request.body?.includes(entity)) {
			waitingRuns += 1;
			if (waitingRuns >= runs) open();
			await all;
		}
		return await books.send(request);
	};
}

const [{ settings }] = LEDGER_COMPANIES;

test.each(['"Deposit":', '"BillPayment":'])(
	'two runs that write %s at the same moment are both told of the one that stays',
	async (entity) => {
		books = await openBooks();
		const linking = inputsOf(1, 'USD');
		await books.post([...waiting(1), bill(1), bill(5)], settings);
		const inputs = linking.slice(0, 2);
		// Other batches get other request ids: else QuickBooks itself would write only once
		const more = [billPayment(5), deposit(5)];
		const gate = meetBeforeWriting(2, entity);
		const runs = [inputs, [...inputs, ...more]].map(async (each) => {
			const answer = await post(await books.open(settings, gate), each);
			return answer.kind === 'done' ? answer.value.results : [];
		});
		const [first, second] = await Promise.all(runs);
		const placeOf = (results: typeof first) =>
			results.slice(0, 2).map((each) => (each.ok ? each.booked.id : each.problem));
		expect(placeOf(first)).toEqual(placeOf(second));
		expect(copies(inputs)).toEqual([1, 1]);
		expect(books.sandbox.company.all('Bill').map(({ Balance }) => Balance)).toEqual([0, 0]);
		expect(books.sandbox.company.all('BillPayment')).toHaveLength(2);
	},
);

test('a deposit and a transfer are found when the bank date was put in by hand', async () => {
	books = await openBooks();
	const documents = [deposit(1), transfer(1)];
	await books.post(documents, settings);
	for (const entity of ['Deposit', 'Transfer']) {
		const [row] = books.sandbox.company.all(entity);
		books.sandbox.company.update(entity, { ...row, TxnDate: '2026-10-20' });
	}
	const again = await books.post(documents, settings);
	expect(statuses(again)).toEqual(['Already Posted', 'Already Posted']);
	expect(again[0]).toMatchObject({
		differences: [{ field: 'date', document: '2026-10-04', quickBooks: '2026-10-20' }],
	});
	expect(copies(documents)).toEqual([1, 1]);
});

test('what was deleted in QuickBooks is posted anew', async () => {
	books = await openBooks();
	const documents = inputsOf(1, 'USD');
	await books.post(documents, settings);
	for (const entity of ['Deposit', 'BillPayment', 'Bill', 'Transfer', 'Purchase', 'JournalEntry']) {
		for (const row of books.sandbox.company.all(entity)) books.sandbox.company.remove(entity, row);
	}
	const again = statuses(await books.post(documents, settings));
	expect(again).toEqual([...Array(7).fill('Posted'), ...Array(4).fill('Already Posted')]);
	expect(copies(documents)).toEqual(ONCE);
});
