import {
	bookedSales,
	type BookedSales,
	type SoughtOrder,
} from '../../../nodes/quickbooks/inventory';
import type { SendHttp } from '../../../nodes/quickbooks/http';
import { openBooks, type Books } from '../books.mts';
import { SHOP } from '../documents';
import { NOW, StockRoom } from './stock.mts';

let books: Books;
let room: StockRoom;
let tee: string;
let mug: string;

beforeEach(async () => {
	jest.useFakeTimers({
		now: NOW,
		doNotFake: ['setTimeout', 'setImmediate', 'nextTick', 'queueMicrotask'],
	});
	books = await openBooks({ now: NOW });
	room = new StockRoom(books);
	tee = room.item('Tee', 100);
	mug = room.item('Mug', 100);
});
afterEach(async () => {
	jest.useRealTimers();
	await books.close();
});

const shop = { domain: SHOP, timeZone: 'America/New_York' };

function order(id: number, changes: Partial<SoughtOrder> = {}): SoughtOrder {
	const processedAt = changes.processedAt ?? '2026-11-10T15:00:00Z';
	return {
		id: `gid://shopify/Order/${id}`,
		legacyId: String(id),
		name: `#${1000 + id}`,
		processedAt,
		edited: false,
		paidAt: processedAt,
		refunds: [],
		...changes,
	};
}

async function booked(orders: SoughtOrder[]): Promise<BookedSales & { reads: number }> {
	const session = await books.open();
	const start = session.client.calls.reads;
	const answer = await bookedSales(session, shop, orders);
	if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
	return { ...answer.value, reads: session.client.calls.reads - start };
}

const pieces = (id: number, item: string) => `gid://shopify/Order/${id} ${item}`;

test('an order that is not in the books has neither sale nor pieces', async () => {
	const {
		booked: found,
		bySummary,
		pieces: moved,
		payoutSummaries,
		reads,
	} = await booked([order(1)]);
	expect([found.size, bySummary.size, moved.size, payoutSummaries]).toEqual([0, 0, 0, false]);
	expect(reads).toBe(4);
});

test('no orders, no calls', async () => {
	expect((await booked([])).reads).toBe(0);
});

test('sales take out, refunds put back, and an edit does either', async () => {
	room.document('SalesReceipt', '[Order/1]', { [tee]: 3, [mug]: 1 });
	room.document('Invoice', '[Order/1/Edit/7]', { [tee]: 2 }, { TxnDate: '2026-11-12' });
	room.document(
		'RefundReceipt',
		'[Refund/31] of [Order/1]',
		{ [tee]: 1 },
		{ TxnDate: '2026-11-19' },
	);
	room.document('CreditMemo', '[Order/1/Edit/8]', { [mug]: 1 }, { TxnDate: '2026-11-20' });
	const refunds = [{ legacyId: '31', processedAt: '2026-11-19T12:00:00Z' }];
	const found = await booked([order(1, { refunds }), order(2)]);
	expect([...found.booked]).toEqual(['gid://shopify/Order/1']);
	expect(found.pieces).toEqual(
		new Map([
			[pieces(1, tee), 4],
			[pieces(1, mug), 0],
		]),
	);
});

test('a refund that is not known yet is found by the sale it takes back', async () => {
	room.document('RefundReceipt', '[Refund/31] of [Order/1]', { [tee]: 1 });
	const found = await booked([order(1)]);
	expect(found.booked.size).toBe(0);
	expect(found.pieces.get(pieces(1, tee))).toBe(-1);
});

test('a refund note without its sale is found by the refund of the order', async () => {
	room.document('CreditMemo', '[Refund/31]', { [tee]: 1 });
	const refunds = [{ legacyId: '31', processedAt: '2026-11-11T12:00:00Z' }];
	expect((await booked([order(1, { refunds })])).pieces.get(pieces(1, tee))).toBe(-1);
});

test('other orders, other shops and ids that begin alike are left alone', async () => {
	room.document('SalesReceipt', '[Order/10]', { [tee]: 3 });
	room.document('SalesReceipt', '', { [tee]: 3 }, { PrivateNote: '[other.myshopify.com/Order/1]' });
	room.document('SalesReceipt', '', { [tee]: 3 }, { PrivateNote: 'entered by hand' });
	const found = await booked([order(1)]);
	expect([found.booked.size, found.pieces.size]).toEqual([0, 0]);
});

test('two copies of a key count once, and decimals do not drift', async () => {
	room.document('SalesReceipt', '[Order/1]', { [tee]: 0.1, [mug]: 1 });
	room.document('Invoice', '[Order/1]', { [tee]: 0.1, [mug]: 1 });
	room.document('SalesReceipt', '[Order/1/Edit/7]', { [tee]: 0.2 });
	const found = await booked([order(1)]);
	expect(found.pieces).toEqual(
		new Map([
			[pieces(1, tee), 0.3],
			[pieces(1, mug), 1],
		]),
	);
});

test('what a bundle holds is counted', async () => {
	room.document('SalesReceipt', '[Order/1]', { [tee]: 3, [mug]: 1 });
	// The sandbox has no bundles
	const send: SendHttp = async (request) => {
		const answer = await books.send(request);
		const body = JSON.parse(answer.body) as { QueryResponse?: { SalesReceipt?: unknown[] } };
		for (const row of (body.QueryResponse?.SalesReceipt ?? []) as Array<{ Line: unknown[] }>) {
			row.Line = [{ DetailType: 'GroupLineDetail', GroupLineDetail: { Line: row.Line } }];
		}
		return { ...answer, body: JSON.stringify(body) };
	};
	const answer = await bookedSales(await books.open({}, send), shop, [order(1)]);
	expect(answer.kind === 'done' && answer.value.pieces).toEqual(
		new Map([
			[pieces(1, tee), 3],
			[pieces(1, mug), 1],
		]),
	);
});

test('a voided receipt is in the books and moves nothing', async () => {
	const id = room.document('SalesReceipt', '[Order/1]', { [tee]: 3 });
	books.sandbox.company.void('SalesReceipt', { Id: id, SyncToken: '0' });
	const found = await booked([order(1)]);
	expect([...found.booked]).toEqual(['gid://shopify/Order/1']);
	expect(found.pieces.get(pieces(1, tee)) ?? 0).toBe(0);
	expect(room.onHand(tee)).toBe(100);
});

test('the same where QuickBooks leaves the quantities in it', async () => {
	room.document(
		'SalesReceipt',
		'',
		{ [tee]: 0 },
		{
			PrivateNote: `Voided - [${SHOP}/Order/1]`,
			Line: [
				{
					Amount: 0,
					DetailType: 'SalesItemLineDetail',
					SalesItemLineDetail: {
						ItemRef: { value: tee },
						Qty: 3,
						UnitPrice: 0,
						TaxCodeRef: { value: 'NON' },
					},
				},
			],
		},
	);
	expect((await booked([order(1)])).pieces.get(pieces(1, tee)) ?? 0).toBe(0);
});

describe('summaries', () => {
	const summary = (key: string) => room.document('SalesReceipt', `[${key}]`, { [tee]: 50 });

	test("of the order's day in the shop's time zone count it as booked", async () => {
		summary('Day/2026-11-10/USD/Shopify Payments Clearing');
		const late = order(2, { processedAt: '2026-11-11T03:30:00Z' });
		const next = order(3, { processedAt: '2026-11-11T05:30:00Z' });
		const found = await booked([order(1), late, next]);
		expect([...found.bySummary.keys()]).toEqual(['gid://shopify/Order/1', 'gid://shopify/Order/2']);
		expect([found.booked.size, found.payoutSummaries]).toEqual([0, false]);
		expect(found.bySummary.get('gid://shopify/Order/1')).toBe('Day/2026-11-10');
		expect([...found.pieces]).toEqual([[`Day/2026-11-10 ${tee}`, 50]]);
	});

	test('of several currencies and accounts are of one day, and one that is voided moves nothing', async () => {
		summary('Day/2026-11-10/USD/Shopify Payments Clearing');
		summary('Day/2026-11-10/USD/PayPal Clearing');
		const id = summary('Day/2026-11-10/CAD/PayPal Clearing');
		books.sandbox.company.void('SalesReceipt', { Id: id, SyncToken: '0' });
		const { pieces: moved } = await booked([order(1)]);
		expect(moved.get(`Day/2026-11-10 ${tee}`)).toBe(100);
	});

	test('hold what was paid on their day, whenever it was ordered', async () => {
		summary('Day/2026-11-10/USD/Shopify Payments Clearing');
		const paidLater = order(1, { paidAt: '2026-11-13T15:00:00Z' });
		const orderedBefore = order(2, {
			processedAt: '2026-11-07T15:00:00Z',
			paidAt: '2026-11-10T15:00:00Z',
		});
		const found = await booked([paidLater, orderedBefore]);
		expect([...found.bySummary.keys()]).toEqual(['gid://shopify/Order/2']);
	});

	test('do not hold what is edited, unpaid, or booked by itself', async () => {
		summary('Day/2026-11-10/USD/Shopify Payments Clearing');
		room.document('SalesReceipt', '[Order/3]', { [tee]: 1 });
		const found = await booked([order(1, { edited: true }), order(2, { paidAt: null }), order(3)]);
		expect(found.bySummary.size).toBe(0);
		expect([...found.booked]).toEqual(['gid://shopify/Order/3']);
	});

	test('of payouts are told', async () => {
		summary('Payout/99/Sales/2026-11/USD/Clearing');
		const found = await booked([order(1)]);
		expect([found.bySummary.size, found.payoutSummaries]).toEqual([0, true]);
	});
});

describe('orders from before the window', () => {
	const old = (id: number, changes: Partial<SoughtOrder> = {}) =>
		order(id, { processedAt: '2026-03-05T15:00:00Z', ...changes });

	test('are found by number, also with a prefix that the recent ones show', async () => {
		books.prefer('SalesFormsPrefs', { CustomTxnNumbers: true });
		room.document(
			'SalesReceipt',
			'[Order/1]',
			{ [tee]: 3 },
			{ TxnDate: '2026-06-01', DocNumber: 'DS-1001' },
		);
		room.document(
			'RefundReceipt',
			'[Refund/31] of [Order/1]',
			{ [tee]: 1 },
			{ TxnDate: '2026-06-20', DocNumber: 'DS-1001-R1' },
		);
		room.document('SalesReceipt', '[Order/2]', { [tee]: 1 }, { DocNumber: 'DS-1002' });
		const refunds = [{ legacyId: '31', processedAt: '2026-06-20T12:00:00Z' }];
		const found = await booked([old(1, { refunds }), order(2), old(4)]);
		expect([...found.booked]).toEqual(['gid://shopify/Order/1', 'gid://shopify/Order/2']);
		expect(found.pieces.get(pieces(1, tee))).toBe(2);
		// Four of the window, four by number
		expect(found.reads).toBe(8);
	});

	test('are found by their days where numbers are QuickBooks’ own', async () => {
		books.prefer('SalesFormsPrefs', { CustomTxnNumbers: false });
		room.document('Invoice', '[Order/1]', { [tee]: 3 }, { TxnDate: '2026-03-10' });
		room.document(
			'CreditMemo',
			'[Refund/31] of [Order/1]',
			{ [tee]: 1 },
			{ TxnDate: '2026-04-02' },
		);
		const refunds = [{ legacyId: '31', processedAt: '2026-04-01T12:00:00Z' }];
		const found = await booked([old(1, { refunds }), order(2)]);
		expect(found.pieces.get(pieces(1, tee))).toBe(2);
		expect(found.reads).toBe(8);
	});

	test('are found in the summary of their day', async () => {
		room.document(
			'SalesReceipt',
			'[Day/2026-03-05/USD/Clearing]',
			{ [tee]: 50 },
			{ TxnDate: '2026-03-05' },
		);
		expect([...(await booked([old(1)])).bySummary.keys()]).toEqual(['gid://shopify/Order/1']);
	});

	test('are found where they were paid within the window', async () => {
		books.prefer('SalesFormsPrefs', { CustomTxnNumbers: false });
		room.document('SalesReceipt', '[Order/1]', { [tee]: 3 }, { TxnDate: '2026-11-18' });
		const found = await booked([old(1)]);
		expect([...found.booked]).toEqual(['gid://shopify/Order/1']);
		expect(found.reads).toBe(4);
	});

	test('are found on the first open day after the closed books', async () => {
		books.prefer('SalesFormsPrefs', { CustomTxnNumbers: false });
		room.document('SalesReceipt', '[Order/1]', { [tee]: 3 }, { TxnDate: '2026-07-01' });
		books.prefer('AccountingInfoPrefs', { BookCloseDate: '2026-06-30' });
		expect([...(await booked([old(1)])).booked]).toEqual(['gid://shopify/Order/1']);
	});
});

test('a refusal of QuickBooks is passed on', async () => {
	const session = await books.open();
	books.sandbox.control.expireAccessTokens();
	expect(await bookedSales(session, shop, [order(1)])).toMatchObject({ kind: 'refused' });
});
