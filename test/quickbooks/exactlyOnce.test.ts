import type { SendHttp } from '../../nodes/quickbooks/http';
import { post } from '../../nodes/quickbooks/post';
import { ALL, openBooks, statuses, type Books } from './books.mts';
import { receipt, receipts } from './documents';

let books: Books;

beforeEach(async () => {
	books = await openBooks();
});
afterEach(async () => await books.close());

/** How often each of the documents stands in the books. */
function copies(count: number): number[] {
	const notes = books.receipts().map(({ PrivateNote }) => String(PrivateNote));
	return receipts(count).map(({ key }) => notes.filter((note) => note.includes(`[${key}]`)).length);
}

const KINDS = [
	'droppedBefore',
	'droppedAfter',
	'serverError',
	'htmlError',
	'throttle',
	'malformed',
] as const;
/** A run with everything to create makes this many calls. */
const CALLS = 14;

describe.each(KINDS)('%s', (kind) => {
	test.each(Array.from({ length: CALLS }, (_, call) => call))(
		'at call %i is overcome, and every document stands in the books once',
		async (call) => {
			books.fail({ kind, times: 1, after: call });
			expect(statuses(await books.post(receipts(3)))).toEqual(['Posted', 'Posted', 'Posted']);
			expect(copies(3)).toEqual([1, 1, 1]);
		},
	);

	test('that lasts through the writes is reported, and the next run completes', async () => {
		await books.post([receipt(50)]);
		books.fail({ kind, times: 4, match: 'batch' });
		const results = await books.post(receipts(3));
		for (const result of results) {
			if (!result.ok) expect(result.problem.fix).toMatch(/run again/i);
		}
		books.sandbox.control.reset();
		const again = statuses(await books.post(receipts(3)));
		expect(again.every((status) => /Posted$/.test(status))).toBe(true);
		expect(copies(3)).toEqual([1, 1, 1]);
	});
});

test('answers that never come in time are looked up, not guessed', async () => {
	books.fail({ kind: 'slow', times: 1, match: 'batch', delayMs: 1900 });
	await books.post(receipts(2));
	expect(copies(2)).toEqual([1, 1]);
});

describe.each([
	['numbers that QuickBooks lets nobody use twice', true],
	["QuickBooks' own numbers", false],
])('two runs at the same time with %s', (_title, ownNumbers) => {
	beforeEach(() => books.prefer('SalesFormsPrefs', { CustomTxnNumbers: ownNumbers }));

	test.each([
		['the same documents', receipts(5), receipts(5)],
		['overlapping documents', receipts(5), [receipt(4), receipt(5), receipt(3)]],
		['the same documents in another order', receipts(5), [...receipts(5)].reverse()],
	])('with %s leave one of each', async (_name, mine, theirs) => {
		await books.post([receipt(50)]);
		const gate = meetBeforeWriting(2);
		const runs = [mine, theirs].map(async (documents) => {
			const answer = await post(await books.open(ALL, gate), documents);
			return answer.kind === 'done' ? answer.value.results : [];
		});
		const [first, second] = await Promise.all(runs);
		expect(copies(5)).toEqual([1, 1, 1, 1, 1]);
		for (const result of [...first, ...second]) expect(result.ok).toBe(true);
		const idsInBooks = new Set(books.receipts().map(({ Id }) => Id));
		for (const each of [...first, ...second]) {
			expect(each.ok && idsInBooks.has(each.booked.id)).toBe(true);
		}
	});

	test('with everything to create at first make each list entry once', async () => {
		const runs = [receipts(4), [...receipts(4)].reverse()].map(
			async (documents) => await books.post(documents),
		);
		const results = (await Promise.all(runs)).flat();
		expect(results.map((each) => (each.ok ? 'ok' : each.problem))).toEqual(Array(8).fill('ok'));
		expect(copies(4)).toEqual([1, 1, 1, 1]);
		for (const [list, field, name] of [
			['Item', 'Name', 'Blue T-Shirt'],
			['Customer', 'DisplayName', 'Shopify Customer'],
			['Account', 'Name', 'Shipping Income'],
		]) {
			const rows = books.sandbox.company
				.all(list)
				.filter((row) => String(row[field]).startsWith(name));
			expect([name, rows.length]).toEqual([name, 1]);
		}
	});

	/** Holds every run at its first write until all have looked and found nothing. */
	function meetBeforeWriting(runs: number): SendHttp {
		let waiting = 0;
		let open: () => void = () => undefined;
		const all = new Promise<void>((resolve) => {
			open = resolve;
		});
		return async (request) => {
			if (request.method === 'POST') {
				waiting += 1;
				if (waiting >= runs) open();
				await all;
			}
			return await books.send(request);
		};
	}
});
