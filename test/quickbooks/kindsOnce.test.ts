import type { AccountingDocument } from '../../nodes/accounting/documents';
import { KINDS } from '../../nodes/quickbooks/entities';
import type { SendHttp } from '../../nodes/quickbooks/http';
import { post } from '../../nodes/quickbooks/post';
import { allKinds, COMPANIES, creditMemo, invoice, orderKey, payment } from './allKinds';
import { ALL, openBooks, statuses, type Books } from './books.mts';
import { receipt } from './documents';

/** Every kind stands in the books once, whatever happens on the way and however many runs there are. */

let books: Books;

beforeEach(async () => {
	books = await openBooks();
	await books.post([receipt(50), invoice(51), payment(51)]);
	books.sandbox.control.reset();
});
afterEach(async () => await books.close());

const documents: readonly AccountingDocument[] = allKinds();

/** How often each document stands in the books. */
function copies(of: readonly AccountingDocument[] = documents): number[] {
	return of.map(({ document, key }) => notes(KINDS[document].entity, key).length);
}

function notes(entity: string, key: string): string[] {
	const rows = books.sandbox.company.all(entity);
	return rows
		.map(({ PrivateNote }) => String(PrivateNote))
		.filter((note) => note.includes(`[${key}]`));
}

const ONCE = Array(6).fill(1);

const KINDS_OF_FAILURE = [
	'droppedBefore',
	'droppedAfter',
	'serverError',
	'htmlError',
	'throttle',
	'malformed',
] as const;

describe.each(KINDS_OF_FAILURE)('%s', (kind) => {
	/** Three stages, and the use of the credit. */
	test.each([0, 1, 2, 3])('at write %i is overcome', async (after) => {
		books.fail({ kind, times: 1, match: 'batch', after });
		expect(statuses(await books.post(documents))).toEqual(Array(6).fill('Posted'));
		expect(copies()).toEqual(ONCE);
	});

	test.each([0, 1, 2])('that lasts from write %i is mended by the next run', async (after) => {
		books.fail({ kind, times: 5, match: 'batch', after });
		for (const result of await books.post(documents)) {
			if (!result.ok) expect(result.problem.fix).toMatch(/run again|first, or together/i);
		}
		books.sandbox.control.reset();
		const again = statuses(await books.post(documents));
		expect(again.every((status) => /Posted$/.test(status))).toBe(true);
		expect(copies()).toEqual(ONCE);
	});
});

test.each([0, 1, 2])('an answer to write %i that is too late is looked up', async (after) => {
	books.fail({ kind: 'slow', times: 1, match: 'batch', after, delayMs: 1900 });
	await books.post(documents);
	expect(copies()).toEqual(ONCE);
});

describe.each([true, false])('two runs at once, with numbers that are ours: %s', (ownNumbers) => {
	beforeEach(() => {
		books.prefer('SalesFormsPrefs', { CustomTxnNumbers: ownNumbers });
		const { preferences } = books.sandbox.company;
		const rows = [
			{ Name: 'VendorAndPurchasesPrefs.UseCustomTxnNumbers', Value: String(ownNumbers) },
		];
		books.sandbox.company.preferences = { ...preferences, OtherPrefs: { NameValue: rows } };
	});

	test('leave one document of each kind, and nobody is told of one that is gone', async () => {
		const gate = meetBeforeWriting(2);
		const runs = [documents, [...documents].reverse()].map(async (inputs) => {
			const answer = await post(await books.open(ALL, gate), inputs);
			return answer.kind === 'done' ? answer.value.results : [];
		});
		const all = (await Promise.all(runs)).flat();
		expect(copies()).toEqual(ONCE);
		for (const result of all) {
			expect(result.ok ? 'ok' : result.problem).toBe('ok');
			if (!result.ok) continue;
			const { entity, id } = result.booked;
			expect(books.sandbox.company.all(entity).some(({ Id }) => Id === id)).toBe(true);
		}
		const [sold] = books.sandbox.company
			.all('Invoice')
			.filter(({ PrivateNote }) => String(PrivateNote).includes(orderKey(2)));
		expect(sold.Balance).toBe(0);
	});

	test('use a credit once', async () => {
		const inputs = [
			invoice(3),
			creditMemo(3, { appliesTo: { document: 'Invoice', key: orderKey(3) } }),
		];
		const runs = [books.open(), books.open()].map(async (session) => post(await session, inputs));
		await Promise.all(runs);
		expect(copies(inputs)).toEqual([1, 1]);
		expect(notes('Payment', `${inputs[1].key}/Applied`)).toHaveLength(1);
		expect(books.sandbox.company.all('Invoice').at(-1)?.Balance).toBe(26.45);
	});
});

describe.each(COMPANIES.slice(1))(
	'in a company of kind $company',
	({ company, currency, settings }) => {
		beforeEach(async () => {
			await books.close();
			books = await openBooks({ company });
			await books.post(allKinds(40, currency), settings);
			books.sandbox.control.reset();
		});

		test.each(KINDS_OF_FAILURE)('%s at any write is overcome', async (kind) => {
			for (const after of [0, 1, 2, 3]) {
				const inputs = allKinds(after * 2, currency);
				books.sandbox.control.reset();
				books.fail({ kind, times: 1, match: 'batch', after });
				expect(statuses(await books.post(inputs, settings))).toEqual(Array(6).fill('Posted'));
				expect(copies(inputs)).toEqual(ONCE);
			}
		});

		test('an answer that is too late is looked up', async () => {
			const inputs = allKinds(0, currency);
			books.fail({ kind: 'slow', times: 1, match: 'batch', after: 1, delayMs: 1900 });
			await books.post(inputs, settings);
			expect(copies(inputs)).toEqual(ONCE);
		});

		test('two runs at once leave one document of each kind', async () => {
			const inputs = allKinds(0, currency);
			const gate = meetBeforeWriting(2);
			const runs = [inputs, [...inputs].reverse()].map(
				async (each) => await post(await books.open(settings, gate), each),
			);
			await Promise.all(runs);
			expect(copies(inputs)).toEqual(ONCE);
		});
	},
);

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

test('a document deleted in QuickBooks is posted anew, whatever its kind', async () => {
	await books.post(documents);
	for (const entity of ['Payment', 'Purchase', 'CreditMemo', 'RefundReceipt']) {
		for (const { Id, SyncToken } of books.sandbox.company.all(entity)) {
			books.sandbox.company.remove(entity, { Id, SyncToken });
		}
	}
	expect(statuses(await books.post(documents))).toEqual([
		'Posted',
		'Posted',
		'Posted',
		'Posted',
		'Already Posted',
		'Already Posted',
	]);
	expect(copies()).toEqual(ONCE);
});

test('a payment whose day a bookkeeper changed is found by its reference', async () => {
	await books.post(documents);
	const [row] = books.sandbox.company
		.all('Payment')
		.filter(({ PaymentRefNum }) => PaymentRefNum === '7770002');
	const { Id, SyncToken } = row;
	books.sandbox.company.update('Payment', { Id, SyncToken, sparse: true, TxnDate: '2026-07-01' });
	const [result] = await books.post([payment(2)]);
	expect(result).toMatchObject({
		status: 'Already Posted',
		differences: [{ field: 'date', document: '2026-10-03', quickBooks: '2026-07-01' }],
	});
});
