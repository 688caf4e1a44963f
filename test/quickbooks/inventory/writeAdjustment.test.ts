import {
	type Adjustment,
	type AdjustmentResult,
	LINES_PER_ADJUSTMENT,
	nextAdjustmentKey,
	writeAdjustment,
} from '../../../nodes/quickbooks/inventory';
import type { HttpResponse, SendHttp } from '../../../nodes/quickbooks/http';
import { openBooks, type Books } from '../books.mts';
import { SHOP } from '../documents';
import { StockRoom } from './stock.mts';

let books: Books;
let room: StockRoom;
let tee: string;
let mug: string;

beforeEach(async () => {
	books = await openBooks();
	room = new StockRoom(books);
	tee = room.item('Tee', 10);
	mug = room.item('Mug', 10);
	books.sandbox.company.create('Account', {
		Name: 'Inventory Shrinkage',
		AccountType: 'Cost of Goods Sold',
	});
});
afterEach(async () => await books.close());

const KEY = `${SHOP}/Inventory/2026-11-10/1`;

function adjustment(changes: Partial<Adjustment> = {}): Adjustment {
	return {
		key: KEY,
		date: '2026-11-10',
		account: 'Inventory Shrinkage',
		memo: 'Shopify stock',
		lines: [
			{ itemId: tee, change: -3 },
			{ itemId: mug, change: 1.5 },
		],
		...changes,
	};
}

async function write(
	changes: Partial<Adjustment> = {},
	send?: SendHttp,
): Promise<AdjustmentResult> {
	return await writeAdjustment(await books.open({}, send), adjustment(changes));
}

const codes = ({ refused }: AdjustmentResult) => refused.map(({ problem }) => problem.code);
const stock = () => [room.onHand(tee), room.onHand(mug)];
const isCreate = (url: string) =>
	url.includes('/inventoryadjustment?') && !url.includes('operation=delete');

test('an adjustment is a difference, with its key in the note', async () => {
	const { written, refused } = await write();
	expect(refused).toEqual([]);
	expect(written).toEqual([
		{
			id: expect.any(String),
			number: expect.any(String),
			key: KEY,
			lines: [
				{ itemId: tee, change: -3 },
				{ itemId: mug, change: 1.5 },
			],
			byOther: false,
		},
	]);
	expect(stock()).toEqual([7, 11.5]);
	const [row] = room.adjustments();
	expect(row).toMatchObject({
		PrivateNote: `Shopify stock [${KEY}]`,
		TxnDate: '2026-11-10',
		AdjustAccountRef: { value: room.account('Inventory Shrinkage') },
	});
});

test('the value goes between the account and the inventory asset', async () => {
	const { written } = await write({ lines: [{ itemId: tee, change: -3 }] });
	const journal = books.journal({ entity: 'InventoryAdjustment', id: written[0].id });
	expect(journal.sort()).toEqual(['Inventory Asset: -1500', 'Inventory Shrinkage: 1500']);
});

test('no lines, no calls', async () => {
	const session = await books.open();
	const before = session.client.calls.http;
	expect(await writeAdjustment(session, adjustment({ lines: [] }))).toEqual({
		written: [],
		refused: [],
	});
	expect(session.client.calls.http).toBe(before);
});

describe('the next key', () => {
	const next = async (date = '2026-11-10') =>
		await nextAdjustmentKey(await books.open(), SHOP, date);

	test('counts the adjustments of the day, and not those of others', async () => {
		expect(await next()).toEqual({ kind: 'done', value: KEY });
		await write({ key: `${SHOP}/Inventory/2026-11-10/9` });
		await write({ key: KEY.replace('demo-store', 'other').replace(/1$/, '20') });
		expect(await next()).toEqual({ kind: 'done', value: `${SHOP}/Inventory/2026-11-10/10` });
		expect(await next('2026-11-11')).toEqual({
			kind: 'done',
			value: `${SHOP}/Inventory/2026-11-11/1`,
		});
	});
});

describe.each([
	'droppedBefore',
	'droppedAfter',
	'serverError',
	'htmlError',
	'throttle',
	'malformed',
] as const)('%s', (kind) => {
	test.each([0, 1, 2, 3, 4, 5])('at call %i is overcome, and stock moves once', async (call) => {
		books.fail({ kind, times: 1, after: call });
		expect(codes(await write())).toEqual([]);
		expect(room.adjustments()).toHaveLength(1);
		expect(stock()).toEqual([7, 11.5]);
	});

	test('that lasts is reported, and the next run moves what is left to move', async () => {
		books.fail({ kind, times: 4, match: 'inventoryadjustment' });
		const first = await write();
		books.sandbox.control.reset();
		const again = await write();
		expect(codes(again)).toEqual([]);
		expect(room.adjustments()).toHaveLength(1);
		expect(stock()).toEqual([7, 11.5]);
		for (const { problem } of first.refused) expect(problem.fix).toMatch(/run again/i);
	});
});

test('an answer that is lost for good is looked for in the books', async () => {
	const send: SendHttp = async (request) => {
		const answer = await books.send(request);
		if (isCreate(request.url)) throw new Error('lost');
		return answer;
	};
	const { written, refused } = await write({}, send);
	expect(refused).toEqual([]);
	expect(written).toMatchObject([{ key: KEY, byOther: false }]);
	expect(stock()).toEqual([7, 11.5]);
});

test('a request that never arrives is not taken for booked', async () => {
	const send: SendHttp = async (request) => {
		if (isCreate(request.url)) throw new Error('lost');
		return await books.send(request);
	};
	const result = await write({}, send);
	expect(codes(result)).toEqual(['not-posted']);
	expect(result.refused[0].lines).toEqual(adjustment().lines);
	expect(stock()).toEqual([10, 10]);
});

test('what was written before a crash is not written again', async () => {
	await write();
	expect((await write()).written).toMatchObject([{ key: KEY, byOther: true }]);
	expect(stock()).toEqual([7, 11.5]);
});

test("QuickBooks' old answer for an adjustment that was deleted is not believed", async () => {
	for (const round of [1, 2, 3]) {
		const { written, refused } = await write();
		expect([round, refused]).toEqual([round, []]);
		expect(room.adjustments().map(({ Id }) => Id)).toEqual([written[0].id]);
		const [{ Id, SyncToken }] = room.adjustments();
		if (round < 3) books.sandbox.company.remove('InventoryAdjustment', { Id, SyncToken });
	}
	expect(stock()).toEqual([7, 11.5]);
});

describe('two runs at the same time', () => {
	/** Another run writes its adjustment just before (or after) this one's is created. */
	function racing(other: Partial<Adjustment>, when: 'before' | 'after'): SendHttp {
		let raced = false;
		const race = async () => {
			raced = true;
			const session = await books.open();
			const row = {
				TxnDate: '2026-11-10',
				AdjustAccountRef: { value: room.account('Inventory Shrinkage') },
				PrivateNote: `Other run [${KEY}]`,
				Line: (other.lines ?? adjustment().lines).map(({ itemId, change }) => ({
					DetailType: 'ItemAdjustmentLineDetail',
					ItemAdjustmentLineDetail: { ItemRef: { value: itemId }, QtyDiff: change },
				})),
			};
			await session.client.write('inventoryadjustment', row, `race-${when}`);
		};
		return async (request): Promise<HttpResponse> => {
			const now = isCreate(request.url) && request.method === 'POST' && !raced;
			if (now && when === 'before') await race();
			const answer = await books.send(request);
			if (now && when === 'after') await race();
			return answer;
		};
	}

	test('the later one takes its own back and counts as done', async () => {
		const { written, refused } = await write({}, racing({}, 'before'));
		expect(refused).toEqual([]);
		expect(written).toMatchObject([{ byOther: true }]);
		expect(room.adjustments()).toMatchObject([{ PrivateNote: `Other run [${KEY}]` }]);
		expect(stock()).toEqual([7, 11.5]);
	});

	test('the earlier one stays', async () => {
		const { written } = await write({}, racing({}, 'after'));
		expect(written).toMatchObject([{ byOther: false }]);
		expect(room.adjustments()).toMatchObject([{ Id: written[0].id }]);
		expect(stock()).toEqual([7, 11.5]);
	});

	test('with other quantities is no success for the one that yields', async () => {
		const lines = [{ itemId: tee, change: -1 }];
		const result = await write({}, racing({ lines }, 'before'));
		expect(codes(result)).toEqual(['changed-meanwhile']);
		expect(result.written).toEqual([]);
		expect(stock()).toEqual([9, 10]);
	});

	test('an answer that is lost does not make the other run’s adjustment this one’s', async () => {
		const race = racing({ lines: [{ itemId: tee, change: -1 }] }, 'before');
		const send: SendHttp = async (request) => {
			if (!isCreate(request.url) || request.method !== 'POST') return await books.send(request);
			if (room.adjustments().length === 0) {
				await race(request);
				const [, { Id, SyncToken }] = room.adjustments();
				books.sandbox.company.remove('InventoryAdjustment', { Id, SyncToken });
			}
			throw new Error('lost');
		};
		expect(codes(await write({}, send))).toEqual(['changed-meanwhile']);
		expect(stock()).toEqual([9, 10]);
	});

	test('an answer that the request is known already is looked after in the books', async () => {
		const race = racing({}, 'before');
		const send: SendHttp = async (request) => {
			const answer = await race(request);
			if (!isCreate(request.url) || request.method !== 'POST') return answer;
			const { InventoryAdjustment: own } = JSON.parse(answer.body) as {
				InventoryAdjustment: { Id: string; SyncToken: string };
			};
			books.sandbox.company.remove('InventoryAdjustment', own);
			return {
				status: 400,
				headers: {},
				body: '{"Fault":{"Error":[{"Message":"Duplicate Request ID","code":"600"}]}}',
			};
		};
		const { written, refused } = await write({}, send);
		expect(refused).toEqual([]);
		expect(written).toMatchObject([{ key: KEY }]);
		expect(stock()).toEqual([7, 11.5]);
	});

	test('really at once: one adjustment stays', async () => {
		const results = await Promise.all([write(), write(), write()]);
		expect(results.flatMap(codes)).toEqual([]);
		expect(room.adjustments()).toHaveLength(1);
		expect(stock()).toEqual([7, 11.5]);
	});

	test('a copy that cannot be deleted is named', async () => {
		const race = racing({}, 'before');
		const send: SendHttp = async (request) =>
			request.url.includes('operation=delete')
				? { status: 400, headers: {}, body: '{"Fault":{"Error":[{"Message":"No","code":"6480"}]}}' }
				: await race(request);
		expect(codes(await write({}, send))).toEqual(['posted-twice']);
	});
});

describe('what QuickBooks makes differently', () => {
	function answering(change: (row: Record<string, unknown>) => void): SendHttp {
		return async (request) => {
			const answer = await books.send(request);
			if (!isCreate(request.url) || request.method !== 'POST') return answer;
			const body = JSON.parse(answer.body) as Record<string, Record<string, unknown>>;
			change(body.InventoryAdjustment);
			return { ...answer, body: JSON.stringify(body) };
		};
	}

	test('is deleted again, and said', async () => {
		const result = await write(
			{},
			answering((row) => Object.assign(row, { TxnDate: '2026-11-11' })),
		);
		expect(codes(result)).toEqual(['wrong-quantities']);
		expect(result.refused[0].problem.what).toContain('It was deleted again');
		expect(stock()).toEqual([10, 10]);
	});

	test('also where it keeps no note', async () => {
		const result = await write(
			{},
			answering((row) => delete row.PrivateNote),
		);
		expect(codes(result)).toEqual(['note-not-kept']);
		expect(stock()).toEqual([10, 10]);
	});
});

describe('many lines', () => {
	function many(count: number) {
		const items = Array.from({ length: count }, (_, n) => room.item(`Thing ${n}`, 5));
		return items.map((itemId) => ({ itemId, change: 2 }));
	}

	test('become several adjustments, each with a key of its own', async () => {
		const lines = many(LINES_PER_ADJUSTMENT + 1);
		const { written, refused } = await write({ lines });
		expect(refused).toEqual([]);
		expect(written.map(({ key, lines: own }) => [key, own.length])).toEqual([
			[KEY, LINES_PER_ADJUSTMENT],
			[`${SHOP}/Inventory/2026-11-10/2`, 1],
		]);
		expect(lines.map(({ itemId }) => room.onHand(itemId))).toEqual(lines.map(() => 7));
	});

	test('stop where it is not known what became of a part', async () => {
		const lines = many(LINES_PER_ADJUSTMENT + 1);
		books.fail({ kind: 'droppedBefore', times: 3, match: 'inventoryadjustment' });
		const result = await write({ lines });
		expect(result.written).toEqual([]);
		expect(result.refused.map((each) => [each.problem.code, each.lines.length])).toEqual([
			['not-posted', LINES_PER_ADJUSTMENT],
			['not-posted', 1],
		]);
		expect(room.adjustments()).toEqual([]);
	});
});

describe('what cannot be booked', () => {
	test('an account that is not there', async () => {
		const result = await write({ account: 'Nowhere' });
		expect(codes(result)).toEqual(['missing-in-quickbooks']);
		expect(result.refused[0].problem.fix).toContain('Inventory Shrinkage');
	});

	test('an account of another type; an expense account is none', async () => {
		const result = await write({ account: 'Checking' });
		expect(codes(result)).toEqual(['wrong-account-type']);
		expect(result.refused[0].problem.fix).toBe(
			'Choose an account of type Cost of Goods Sold or Expense for adjustments',
		);
		const { company } = books.sandbox;
		company.create('Account', { Name: 'Shrinkage', AccountType: 'Expense' });
		expect(codes(await write({ account: 'shrinkage' }))).toEqual([]);
	});

	test('a day in closed books', async () => {
		books.prefer('AccountingInfoPrefs', { BookCloseDate: '2026-11-10' });
		const result = await write();
		expect(codes(result)).toEqual(['closed-period']);
		expect(result.refused[0].lines).toHaveLength(2);
	});

	test('an item before its first day of stock is named, and the others are adjusted', async () => {
		const late = room.item('New Cap', 4, { InvStartDate: '2026-11-15' });
		const first = room.item('First Day', 4, { InvStartDate: '2026-11-10' });
		const more = [late, first].map((itemId) => ({ itemId, change: 2 }));
		const result = await write({ lines: [...adjustment().lines, ...more] });
		expect(result.refused).toEqual([
			{
				lines: [{ itemId: late, change: 2 }],
				problem: expect.objectContaining({
					code: 'before-stock-start',
					what: expect.stringContaining('"New Cap" begins on 2026-11-15'),
				}),
			},
		]);
		expect(stock()).toEqual([7, 11.5]);
		expect([room.onHand(late), room.onHand(first)]).toEqual([4, 6]);
	});

	test('items of another type, inactive ones and ones that are not there', async () => {
		const { company } = books.sandbox;
		const engraving = room.unstocked('Engraving');
		const old = room.item('Old', 0);
		const { SyncToken } = company.read('Item', old);
		company.update('Item', { Id: old, SyncToken, sparse: true, Active: false });
		const lines = [engraving, old, '99999', tee].map((itemId) => ({ itemId, change: 1 }));
		const result = await write({ lines });
		expect(codes(result)).toEqual(['not-inventory', 'inactive-item', 'not-in-quickbooks']);
		expect(stock()).toEqual([11, 10]);
	});

	test('nothing but bad items writes nothing', async () => {
		const result = await write({ lines: [{ itemId: '99999', change: 1 }] });
		expect(codes(result)).toEqual(['not-in-quickbooks']);
		expect(room.adjustments()).toEqual([]);
	});

	test('a company that has no adjustments is told where they are to be had', async () => {
		const plan = { NameValue: [{ Name: 'OfferingSku', Value: 'QuickBooks Online Essentials' }] };
		books.sandbox.company.info = { ...books.sandbox.company.info, ...plan };
		const result = await write();
		expect(codes(result)).toEqual(['quickbooks-5030']);
		expect(result.refused[0].problem.fix).toContain('Plus and Advanced');
	});
});
