import { readItems, stockOff } from '../../../nodes/quickbooks/inventory';
import type { BooksItem } from '../../../nodes/accounting/inventory/types';
import { openBooks, type Books } from '../books.mts';
import { StockRoom } from './stock.mts';

let books: Books;
let room: StockRoom;

beforeEach(async () => {
	books = await openBooks();
	room = new StockRoom(books);
});
afterEach(async () => await books.close());

async function read(ids?: string[]): Promise<BooksItem[]> {
	const answer = await readItems(await books.open(), ids ? { ids } : {});
	if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
	return answer.value;
}

test('an item comes with its stock, signed and with decimals', async () => {
	const sold = room.item('Sold Short', 0, { Sku: ' TEE-1 ' });
	room.document('SalesReceipt', '[Order/1]', { [sold]: 3 });
	const weighed = room.item('Tea', 2.345678);
	expect(await read([sold, weighed])).toEqual([
		{
			id: sold,
			name: 'Sold Short',
			sku: 'TEE-1',
			type: 'Inventory',
			active: true,
			onHand: -3,
			stockedFrom: '2026-01-01',
		},
		expect.objectContaining({ id: weighed, onHand: 2.345678 }),
	]);
});

test('what has no stock has none, and no SKU is null', async () => {
	const id = room.unstocked('Engraving', { Sku: '  ' });
	expect(await read([id])).toEqual([
		expect.objectContaining({ type: 'NonInventory', onHand: 0, stockedFrom: null, sku: null }),
	]);
});

test('categories are left out, inactive items are not', async () => {
	const { company } = books.sandbox;
	const category = String(company.create('Item', { Name: 'Shirts', Type: 'Category' }).Id);
	const id = room.item('Old Shirt', 0);
	const { SyncToken } = company.read('Item', id);
	company.update('Item', { Id: id, SyncToken, sparse: true, Active: false });
	const all = await read();
	expect(all.map((item) => item.id)).not.toContain(category);
	expect(all.find((item) => item.id === id)).toMatchObject({ active: false });
	expect(await read([id, category])).toHaveLength(1);
});

test('1,000 items are one call, and so are 100 ids', async () => {
	for (let n = 0; n < 1000; n++) room.unstocked(`Thing ${n}`, { Sku: `T-${n}` });
	const session = await books.open();
	const start = session.client.calls.reads;
	const all = await readItems(session);
	expect(all.kind === 'done' && all.value.length).toBeGreaterThan(1000);
	expect(session.client.calls.reads - start).toBe(2);
	const ids = all.kind === 'done' ? all.value.map(({ id }) => id).slice(0, 150) : [];
	const some = await readItems(session, { ids });
	expect(some.kind === 'done' && some.value).toHaveLength(150);
	expect(session.client.calls.reads - start).toBe(4);
});

test('nothing is read for no ids', async () => {
	const session = await books.open();
	const start = session.client.calls.http;
	expect(await readItems(session, { ids: [] })).toEqual({ kind: 'done', value: [] });
	expect(session.client.calls.http).toBe(start);
});

describe('a company without stock', () => {
	test('is told which of plan and setting it lacks', async () => {
		expect(stockOff((await books.open()).company)).toBeUndefined();
		books.prefer('ProductAndServicesPrefs', { QuantityOnHand: false });
		const { company } = await books.open();
		expect(stockOff(company)).toMatchObject({ code: 'stock-not-tracked' });
		expect(stockOff(company)?.fix).toMatch(/^Turn on 'Track inventory/);
		const small = stockOff({ ...company, plan: 'QuickBooks Online Essentials' });
		expect(small?.what).toContain('its plan is QuickBooks Online Essentials');
		expect(small?.fix).toMatch(/^Change the plan/);
	});
});
