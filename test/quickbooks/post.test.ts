import { post } from '../../nodes/quickbooks/post';
import { ALL, openBooks, statuses, type Books } from './books.mts';
import { fromShop, receipt, receipts, shippingLine } from './documents';

let books: Books;

beforeEach(async () => {
	books = await openBooks();
});
afterEach(async () => await books.close());

const numbersInBooks = () =>
	books
		.receipts()
		.map(({ DocNumber }) => String(DocNumber))
		.filter((number) => /^1\d{3}$/.test(number) && Number(number) > 1000);

test('posts each document once, with number, key, accounts and tax; a rerun posts nothing', async () => {
	expect(statuses(await books.post(receipts(3)))).toEqual(['Posted', 'Posted', 'Posted']);
	const row = books.receipts().find(({ PrivateNote }) => String(PrivateNote).includes('5550001'));
	expect(row).toMatchObject({
		DocNumber: '1001',
		TotalAmt: 47.9,
		TxnDate: '2026-10-02',
		PrivateNote: 'Shopify order #1001 [demo-store.myshopify.com/Order/5550001]',
		PrintStatus: 'NotSet',
		TxnTaxDetail: { TotalTax: 2.9 },
		DepositToAccountRef: { name: 'Shopify Payments Clearing' },
	});
	const before = books.receipts().length;
	expect(statuses(await books.post(receipts(3)))).toEqual(Array(3).fill('Already Posted'));
	expect(books.receipts()).toHaveLength(before);
});

test('names the id, number and total that are in the books', async () => {
	const [result] = await books.post([receipt(7)]);
	expect(result).toMatchObject({ ok: true, booked: { number: '1007', total: '47.9' } });
});

test('one bad document never stops the others', async () => {
	const bad = [
		{ hello: 'world' },
		receipt(2, { total: '99.00' }),
		receipt(3, { currency: 'EUR' }),
		receipt(4, { depositTo: { account: 'Sales of Product Income', type: 'Bank' } }),
	];
	const results = await books.post([bad[0], receipt(1), ...bad.slice(1), receipt(5)]);
	expect(statuses(results)).toEqual([
		'not-a-document',
		'Posted',
		'inconsistent-document',
		'foreign-currency',
		'wrong-account-type',
		'Posted',
	]);
	expect(numbersInBooks().sort()).toEqual(['1001', '1005']);
});

test('QuickBooks refusing one document of a batch leaves the rest posted', async () => {
	await books.post([receipt(1)]);
	const onlyShipping = { lines: [shippingLine('47.90')], taxes: [], taxTotal: '0.00' };
	const session = await books.open(ALL, async (request) => {
		if (request.method === 'POST') retire('Blue T-Shirt');
		return await books.send(request);
	});
	const answer = await post(session, [receipt(2), receipt(3, onlyShipping)]);
	expect(answer).toMatchObject({
		value: {
			results: [
				{ ok: false, problem: { where: 'Sales Receipt 1002', code: 'quickbooks-610' } },
				{ ok: true, status: 'Posted' },
			],
		},
	});
});

function retire(name: string): void {
	const item = books.sandbox.company.all('Item').find(({ Name }) => Name === name);
	if (item) books.sandbox.company.update('Item', { ...item, Active: false });
}

test('the same document twice among the inputs is posted once', async () => {
	const results = await books.post([receipt(1), receipt(1)]);
	expect(statuses(results)).toEqual(['Posted', 'Already Posted']);
	expect(numbersInBooks()).toEqual(['1001']);
	const changed = receipt(2, {
		lines: [shippingLine('1.00')],
		taxes: [],
		taxTotal: '0.00',
		total: '1.00',
	});
	expect(statuses(await books.post([receipt(2), changed]))).toEqual(['Posted', 'contradiction']);
});

test('a number that belongs to another document is held, also among new documents', async () => {
	const other = receipt(1, fromShop('other-store'));
	expect(statuses(await books.post([receipt(1), other]))).toEqual(['Posted', 'number-taken']);
	const [again] = await books.post([other]);
	expect(again).toMatchObject({
		ok: false,
		problem: {
			code: 'number-taken',
			what: expect.stringContaining('demo-store.myshopify.com/Order/5550001'),
		},
	});
});

test('numbers are not sent where QuickBooks counts by itself; the key alone finds the document', async () => {
	books.prefer('SalesFormsPrefs', { CustomTxnNumbers: false });
	const [posted] = await books.post([receipt(700)]);
	expect(posted).toMatchObject({ ok: true, status: 'Posted' });
	expect(posted.ok && posted.booked.number).not.toBe('1700');
	expect(statuses(await books.post([receipt(700)]))).toEqual(['Already Posted']);
});

test('a closed period holds the document before anything is sent', async () => {
	books.prefer('AccountingInfoPrefs', { BookCloseDate: '2026-10-15' });
	const results = await books.post([receipt(1), receipt(20)]);
	expect(statuses(results)).toEqual(['closed-period', 'Posted']);
});

test('creates nothing that is not allowed, and says what is missing', async () => {
	const lists = ['Account', 'Customer', 'Item', 'PaymentMethod'];
	const count = () => lists.map((list) => books.sandbox.company.all(list).length);
	const before = count();
	const [result] = await books.post([receipt(1)], { create: new Set(['Customer', 'Account']) });
	expect(result).toMatchObject({ ok: false, problem: { code: 'missing-in-quickbooks' } });
	expect(!result.ok && result.problem.what).toContain('item "Blue T-Shirt (SKU TEE-BLUE)"');
	expect(count()).toEqual(before);
});

test('a list entry that QuickBooks refuses is named in the problem of its document', async () => {
	const session = await books.open(ALL, async (request) => {
		const answer = await books.send(request);
		if (!request.body?.includes('"Item"')) return answer;
		const fault = { Error: [{ Message: 'Business Validation Error', code: '6000' }] };
		const items = JSON.parse(request.body) as { BatchItemRequest: Array<{ bId: string }> };
		const BatchItemResponse = items.BatchItemRequest.map(({ bId }) => ({ bId, Fault: fault }));
		return { ...answer, body: JSON.stringify({ BatchItemResponse }) };
	});
	const answer = await post(session, [receipt(1)]);
	expect(answer).toMatchObject({
		value: {
			results: [
				{
					problem: {
						where: 'Sales Receipt 1001',
						what: expect.stringMatching(/^Account "Shopify Payments Clearing": QuickBooks refused/),
					},
				},
			],
		},
	});
});

test('a bookkeeper may change number or date: the document is still found', async () => {
	await books.post([receipt(1), receipt(2)]);
	for (const row of books
		.receipts()
		.filter(({ DocNumber }) => /^100[12]$/.test(String(DocNumber)))) {
		const change = row.DocNumber === '1001' ? { DocNumber: 'X-1' } : { TxnDate: '2026-07-01' };
		books.sandbox.company.update('SalesReceipt', {
			Id: row.Id,
			SyncToken: row.SyncToken,
			sparse: true,
			...change,
		});
	}
	const results = await books.post([receipt(1), receipt(2)]);
	expect(statuses(results)).toEqual(['Already Posted', 'Already Posted']);
	expect(results.map((each) => each.ok && each.differences.at(0)?.field)).toEqual([
		'number',
		'date',
	]);
});

test('a document deleted in QuickBooks is posted anew, though the request id was seen before', async () => {
	await books.post([receipt(1)]);
	const [row] = books.receipts().filter(({ DocNumber }) => DocNumber === '1001');
	books.sandbox.company.remove('SalesReceipt', { Id: row.Id, SyncToken: row.SyncToken });
	const [result] = await books.post([receipt(1)]);
	expect(result).toMatchObject({ ok: true, status: 'Posted' });
	expect(numbersInBooks()).toEqual(['1001']);
});

test('100 documents cost few reads', async () => {
	const session = await books.open(ALL);
	const answer = await post(session, receipts(100));
	expect(answer.kind === 'done' && new Set(statuses(answer.value.results))).toEqual(
		new Set(['Posted']),
	);
	expect(answer.kind === 'done' && answer.value.calls).toEqual({
		http: 16,
		reads: 11,
		writes: 105,
	});
});
