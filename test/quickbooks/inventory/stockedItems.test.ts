import { stockedItems, type Goods } from '../../../nodes/quickbooks/inventory';
import type { SendHttp } from '../../../nodes/quickbooks/http';
import type { PostingSettings } from '../../../nodes/quickbooks/settings';
import { openBooks, type Books } from '../books.mts';
import { StockRoom } from './stock.mts';

let books: Books;
let room: StockRoom;

beforeEach(async () => {
	books = await openBooks();
	room = new StockRoom(books);
});
afterEach(async () => await books.close());

async function stocked(goods: Goods[], settings?: Partial<PostingSettings>) {
	const session = await books.open(settings);
	const start = session.client.calls.reads;
	const answer = await stockedItems(session, goods);
	if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
	return {
		reads: session.client.calls.reads - start,
		found: answer.value.map(({ name, sku, item }) => [name, sku, item.id]),
	};
}

/** The seeded company has inventory items of its own. */
function withoutStock(): void {
	const { company } = books.sandbox;
	const all = company.all.bind(company);
	for (const { Id, SyncToken } of all('Item').filter(({ Type }) => Type === 'Inventory')) {
		company.update('Item', { Id, SyncToken, sparse: true, Active: false });
	}
}

test('goods are found by SKU without case, and by name where one side has no SKU', async () => {
	const bySku = room.item('Blue T-Shirt', 5, { Sku: 'tee-blue' });
	const byName = room.item('Mug: Large'.replace(':', '-'), 5);
	room.item('Red T-Shirt', 5, { Sku: 'OTHER' });
	room.unstocked('Poster', { Sku: 'POSTER' });
	const { found } = await stocked([
		{ name: 'Something Else', sku: ' TEE-BLUE ' },
		{ name: 'Mug: Large', sku: 'MUG' },
		{ name: 'Red T-Shirt', sku: 'TEE-RED' },
		{ name: 'Poster', sku: 'POSTER' },
	]);
	expect(found).toEqual([
		['Something Else', ' TEE-BLUE ', bySku],
		['Mug: Large', 'MUG', byName],
	]);
});

test('where items are found by name only, another SKU does not matter', async () => {
	const id = room.item('Red T-Shirt', 5, { Sku: 'OTHER' });
	const goods = [{ name: 'Red T-Shirt', sku: 'TEE-RED' }];
	expect((await stocked(goods)).found).toEqual([]);
	expect((await stocked(goods, { itemMatch: 'name' })).found).toEqual([
		['Red T-Shirt', 'TEE-RED', id],
	]);
});

test('an inactive inventory item still has its cost in the books', async () => {
	const id = room.item('Old Shirt', 0, { Sku: 'OLD' });
	withoutStock();
	expect((await stocked([{ name: 'Old Shirt', sku: 'OLD' }])).found).toEqual([
		['Old Shirt', 'OLD', id],
	]);
});

test('a company that counts no stock costs one call', async () => {
	const queries: string[] = [];
	// The sandbox's companies all have an inventory item
	const send: SendHttp = async (request) => {
		const query = new URL(request.url).searchParams.get('query');
		if (query) queries.push(query);
		return query
			? { status: 200, headers: {}, body: '{"QueryResponse":{"totalCount":0}}' }
			: await books.send(request);
	};
	const session = await books.open({}, send);
	const goods = [{ name: 'Blue T-Shirt', sku: 'TEE-BLUE' }];
	expect(await stockedItems(session, goods)).toEqual({ kind: 'done', value: [] });
	expect(queries).toEqual([
		"SELECT count(*) FROM Item WHERE Type = 'Inventory' AND Active IN (true, false)",
	]);
});

test('a small list is read whole: two calls, however many goods', async () => {
	room.item('Blue T-Shirt', 5, { Sku: 'TEE-BLUE' });
	const goods = Array.from({ length: 400 }, (_, n) => ({ name: `Thing ${n}`, sku: `T-${n}` }));
	expect(await stocked(goods)).toEqual({ reads: 2, found: [] });
	expect(await stocked([])).toEqual({ reads: 0, found: [] });
});
