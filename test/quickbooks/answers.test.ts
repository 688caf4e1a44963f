import type { HttpRequest, HttpResponse, SendHttp } from '../../nodes/quickbooks/http';
import { post } from '../../nodes/quickbooks/post';
import { ALL, openBooks, statuses, type Books } from './books.mts';
import { receipt, receipts, SHOP } from './documents';

/** Answers that the sandbox would not give by itself: the books are altered on the way. */

let books: Books;

beforeEach(async () => {
	books = await openBooks();
	await books.post([receipt(50)]);
});
afterEach(async () => await books.close());

const isBatch = ({ url }: HttpRequest) => url.includes('/batch?');

function notes(): string[] {
	return books.receipts().map(({ PrivateNote }) => String(PrivateNote));
}

async function postThrough(send: SendHttp, documents = receipts(2)) {
	const answer = await post(await books.open(ALL, send), documents);
	if (answer.kind !== 'done') throw new Error(answer.kind);
	return answer.value.results;
}

/** Changes the document of one key while it is being sent. */
function alter(key: string, change: (document: Record<string, unknown>) => void): SendHttp {
	return async (request) => {
		if (!isBatch(request)) return await books.send(request);
		const body = JSON.parse(request.body ?? '') as {
			BatchItemRequest: Array<{ SalesReceipt?: Record<string, unknown> }>;
		};
		for (const { SalesReceipt } of body.BatchItemRequest) {
			if (String(SalesReceipt?.PrivateNote).includes(`[${key}]`)) change(SalesReceipt ?? {});
		}
		return await books.send({ ...request, body: JSON.stringify(body) });
	};
}

const FIRST = receipt(1);

test('a total or tax that QuickBooks made differently is deleted again, with both figures', async () => {
	const dearer = alter(FIRST.key, (document) => {
		document.TxnTaxDetail = { TotalTax: 3.01 };
	});
	const [wrong, right] = await postThrough(dearer);
	expect(wrong).toMatchObject({
		ok: false,
		problem: {
			code: 'wrong-total',
			what: expect.stringMatching(/48\.01.*3\.01.*47\.90.*2\.90.*deleted again/),
		},
	});
	expect(right).toMatchObject({ ok: true, status: 'Posted' });
	expect(notes().some((note) => note.includes(FIRST.key))).toBe(false);
	expect(statuses(await books.post([FIRST]))).toEqual(['Posted']);
});

test('the same total with another tax is wrong too', async () => {
	const shifted = alter(FIRST.key, (document) => {
		document.TxnTaxDetail = { TotalTax: 3 };
		const [line] = document.Line as Array<Record<string, unknown>>;
		line.Amount = 39.9;
		delete (line.SalesItemLineDetail as Record<string, unknown>).UnitPrice;
		delete (line.SalesItemLineDetail as Record<string, unknown>).Qty;
	});
	expect(statuses(await postThrough(shifted))).toEqual(['wrong-total', 'Posted']);
});

test('a wrong document that cannot be deleted is named with its id', async () => {
	const dearer = alter(FIRST.key, (document) => {
		document.TxnTaxDetail = { TotalTax: 3.01 };
	});
	const results = await postThrough(async (request) => {
		if (request.body?.includes('"delete"')) return { status: 403, headers: {}, body: '' };
		return await dearer(request);
	});
	expect(results[0]).toMatchObject({
		ok: false,
		problem: {
			what: expect.stringMatching(/NOT be deleted.*ID \d+/),
			fix: expect.stringMatching(/^Delete it/),
		},
	});
});

test.each([
	['HTML', '<html><head><title>Down</title></head></html>'],
	['nothing', ''],
	['JSON of another shape', '[1, 2]'],
	['a batch without items', '{"BatchItemResponse":[]}'],
])('%s in place of the answer is looked up', async (_title, body) => {
	let spoiled = false;
	const results = await postThrough(async (request) => {
		const answer = await books.send(request);
		if (spoiled || !isBatch(request)) return answer;
		spoiled = true;
		return { ...answer, body };
	});
	expect(statuses(results)).toEqual(['Posted', 'Posted']);
	for (const { key } of receipts(2)) {
		expect(notes().filter((note) => note.includes(`[${key}]`))).toHaveLength(1);
	}
});

test('a token that stops to work after an answer was lost leaves nothing guessed', async () => {
	const sequence: Array<(request: HttpRequest) => Promise<HttpResponse>> = [
		async (request) => {
			await books.send(request);
			throw new Error('socket hang up');
		},
		async () => ({ status: 401, headers: {}, body: '' }),
	];
	const results = await postThrough(async (request) => {
		const step = isBatch(request) ? sequence.shift() : undefined;
		return await (step ?? books.send)(request);
	});
	expect(statuses(results)).toEqual(['Posted', 'Posted']);
});

test('books that cannot be read after a lost answer make the outcome unknown, and say so', async () => {
	let lost = false;
	const results = await postThrough(async (request) => {
		if (isBatch(request)) {
			if (!lost) await books.send(request);
			lost = true;
		}
		if (lost) throw new Error('socket hang up');
		return await books.send(request);
	});
	expect(results).toMatchObject([
		{ ok: false, problem: { code: 'unknown-outcome', fix: expect.stringContaining('Run again') } },
		{ ok: false, problem: { code: 'unknown-outcome' } },
	]);
	expect(statuses(await books.post(receipts(2)))).toEqual(['Already Posted', 'Already Posted']);
});

test('a company that cannot be read stops the run before anything is written', async () => {
	const session = await books.open(ALL, async (request) => {
		if (request.url.includes('/query')) throw new Error('socket hang up');
		return await books.send(request);
	});
	const before = books.receipts().length;
	expect(await post(session, receipts(2))).toMatchObject({ kind: 'doubtful' });
	expect(books.receipts()).toHaveLength(before);
});

test('a note that names another key in its words is not taken for that document', async () => {
	const exchange = receipt(3, { memo: `Exchange for [${FIRST.key}]` });
	expect(statuses(await books.post([exchange, FIRST]))).toEqual(['Posted', 'Posted']);
	expect(notes().filter((note) => note.includes(`(${SHOP}`))).toHaveLength(1);
});
