import type { ItemValues } from '../../../nodes/accounting/products';
import type { SendHttp } from '../../../nodes/quickbooks/http';
import type { Json } from '../../../nodes/quickbooks/json';
import {
	type AccountIds,
	createItems,
	readCatalogue,
	updateItems,
	type WrittenItem,
} from '../../../nodes/quickbooks/products';
import type { Session } from '../../../nodes/quickbooks/session';
import { openBooks, type Books } from '../books.mts';

let books: Books;
let session: Session;
let accounts: AccountIds;

beforeEach(async () => {
	books = await openBooks();
	session = await books.open();
	const idOf = (name: string) =>
		String(books.sandbox.company.all('Account').find((each) => each.Name === name)?.Id);
	accounts = {
		income: idOf('Sales of Product Income'),
		cost: idOf('Cost of Goods Sold'),
		asset: idOf('Inventory Asset'),
	};
});
afterEach(async () => await books.close());

const items = () => books.sandbox.company.all('Item') as Json[];
const named = (name: string) => items().filter(({ Name }) => Name === name);

const values = (sku: string, more: ItemValues = {}): ItemValues => ({
	name: `Shirt ${sku}`,
	sku,
	type: 'NonInventory',
	price: '19.90',
	accounts: ['income'],
	...more,
});
const newItem = (sku: string, more: ItemValues = {}) => ({
	values: values(sku, more),
	otherName: `Shirt ${sku} (${sku})`,
	where: `Product "${sku}"`,
});
const codes = (written: Map<unknown, WrittenItem>) =>
	[...written.values()].map((each) => (each.ok ? 'done' : each.problem.code));

/** Hands every batch to `before`, which may change the books or answer itself. */
function meddling(before: (nth: number) => void, answer?: (body: Json) => Json): SendHttp {
	let batches = 0;
	return async (request) => {
		if (!request.url.includes('/batch')) return await books.send(request);
		before((batches += 1));
		const response = await books.send(request);
		return answer === undefined
			? response
			: { ...response, body: JSON.stringify(answer(JSON.parse(response.body) as Json)) };
	};
}

async function change(id: string, more: ItemValues, send?: SendHttp) {
	const other = await books.open(undefined, send);
	const catalogue = await readCatalogue(session.client);
	if (catalogue.kind !== 'done') throw new Error(JSON.stringify(catalogue));
	const one = { id, values: more, where: `Item ${id}` };
	return await updateItems(other, [one], catalogue.value.rows, accounts);
}

const mug = () => items().find(({ Sku }) => Sku === 'MUG-1') as Json;
const edit = (row: Json, more: Json) =>
	books.sandbox.company.update('Item', {
		sparse: true,
		Id: row.Id,
		SyncToken: row.SyncToken,
		...more,
	});

describe('creating items', () => {
	it('sends 30 in a call', async () => {
		const news = Array.from({ length: 65 }, (_, index) => newItem(`S-${index}`));
		const written = await createItems(session, news, accounts);
		expect(new Set(codes(written))).toEqual(new Set(['done']));
		expect(books.sandbox.control.log().filter(({ label }) => label === 'batch')).toHaveLength(3);
	});

	it.each(['droppedAfter', 'serverError', 'malformed', 'droppedBefore'] as const)(
		'makes no double after answers that are lost (%s)',
		async (kind) => {
			books.fail({ kind, times: 3, match: 'batch' });
			const written = await createItems(session, [newItem('A'), newItem('B')], accounts);
			expect(codes(written)).toEqual(['done', 'done']);
			expect(items().filter(({ Sku }) => Sku === 'A' || Sku === 'B')).toHaveLength(2);
		},
	);

	it('leaves one item where two runs create it at once', async () => {
		const other = await books.open();
		const runs = await Promise.all([
			createItems(session, [newItem('A'), newItem('B')], accounts),
			createItems(other, [newItem('A'), newItem('B')], accounts),
		]);
		expect(runs.map(codes)).toEqual([
			['done', 'done'],
			['done', 'done'],
		]);
		expect(items().filter(({ Sku }) => Sku === 'A')).toHaveLength(1);
	});

	it('takes the name with the SKU where another product took the first meanwhile', async () => {
		await createItems(session, [newItem('X', { name: 'Shirt A' })], accounts);
		const written = await createItems(session, [newItem('A')], accounts);
		expect([...written.values()]).toMatchObject([{ ok: true, name: 'Shirt A (A)' }]);
	});

	it('says so where both names are taken, by a category too', async () => {
		books.sandbox.company.create('Item', { Name: 'Shirt A', Type: 'Category' });
		await createItems(session, [newItem('X', { name: 'Shirt A (A)' })], accounts);
		const written = await createItems(session, [newItem('A')], accounts);
		expect(codes(written)).toEqual(['name-taken']);
		expect(items().filter(({ Sku }) => Sku === 'A')).toEqual([]);
	});

	it('one refused item does not stop the others', async () => {
		const bad = newItem('A', { type: 'Inventory', stockStart: '2026-01-01', accounts: ['income'] });
		const written = await createItems(session, [bad, newItem('B')], accounts);
		expect(codes(written)[0]).toMatch(/^quickbooks-/);
		expect(codes(written)[1]).toBe('done');
	});

	it('sends nothing more once the connection is refused', async () => {
		books.fail({ kind: 'expiredToken', times: 50, match: 'batch' });
		const news = Array.from({ length: 90 }, (_, index) => newItem(`S-${index}`));
		const written = await createItems(session, news, accounts);
		expect(new Set(codes(written))).toEqual(new Set(['quickbooks-3200']));
		expect(books.sandbox.control.log().filter(({ label }) => label === 'batch')).toHaveLength(1);
	});
});

describe('changing items', () => {
	it('keeps all else, and never sends a quantity or a date', async () => {
		const before = edit(mug(), { ReorderPoint: 5, PurchaseDesc: 'Six weeks', Description: 'Mine' });
		const bodies: string[] = [];
		const spy: SendHttp = async (request) => {
			if (request.url.includes('/batch')) bodies.push(request.body ?? '');
			return await books.send(request);
		};
		expect(codes(await change(String(before.Id), { price: '25.00' }, spy))).toEqual(['done']);
		expect(bodies).toHaveLength(1);
		expect(bodies[0]).not.toMatch(/"QtyOnHand"|InvStartDate/);
		expect(bodies[0]).toMatch(/"sparse":true/);
		const { SyncToken, MetaData, ...after } = mug();
		expect(after).toEqual({ ...before, UnitPrice: 25, SyncToken: undefined, MetaData: undefined });
		expect([SyncToken, typeof MetaData]).toEqual([String(Number(before.SyncToken) + 1), 'object']);
	});

	it('is not undone by a sale between reading and writing', async () => {
		const sell = () =>
			books.sandbox.company.create('SalesReceipt', {
				TxnDate: '2026-05-05',
				Line: [
					{
						Amount: 24,
						DetailType: 'SalesItemLineDetail',
						SalesItemLineDetail: { ItemRef: { value: mug().Id }, Qty: 1, UnitPrice: 24 },
					},
				],
			});
		const written = await change(String(mug().Id), { price: '25.00' }, meddling(sell));
		expect([...written.values()]).toMatchObject([{ ok: true }]);
		expect(mug()).toMatchObject({ UnitPrice: 25, QtyOnHand: 99 });
	});

	it('reads an item again that somebody changed elsewhere, and keeps that change', async () => {
		const meddle = (nth: number) => {
			if (nth === 1) edit(mug(), { Description: 'Written meanwhile' });
		};
		const written = await change(String(mug().Id), { price: '25.00' }, meddling(meddle));
		expect(codes(written)).toEqual(['done']);
		expect(mug()).toMatchObject({ UnitPrice: 25, Description: 'Written meanwhile' });
	});

	it('leaves an item alone whose very field somebody changed', async () => {
		const meddle = (nth: number) => {
			if (nth === 1) edit(mug(), { UnitPrice: 26 });
		};
		const written = await change(String(mug().Id), { price: '25.00' }, meddling(meddle));
		expect(codes(written)).toEqual(['changed-meanwhile']);
		expect(mug()).toMatchObject({ UnitPrice: 26 });
	});

	it.each(['droppedAfter', 'droppedBefore', 'serverError'] as const)(
		'knows after a lost answer what is written (%s)',
		async (kind) => {
			books.fail({ kind, times: 3, match: 'batch' });
			const token = Number(mug().SyncToken);
			expect(codes(await change(String(mug().Id), { price: '25.00' }))).toEqual(['done']);
			expect(mug()).toMatchObject({ UnitPrice: 25, SyncToken: String(token + 1) });
		},
	);

	it('renames, and says so where the name is taken', async () => {
		expect(codes(await change(String(mug().Id), { name: 'Mug, white' }))).toEqual(['done']);
		expect(named('Mug, white')).toHaveLength(1);
		expect(codes(await change(String(mug().Id), { name: 'Canvas Tote' }))).toEqual([
			'quickbooks-6240',
		]);
	});

	it('stops after the first item whose other fields come back changed', async () => {
		const lose = (body: Json) =>
			JSON.parse(JSON.stringify(body).replace(/"Taxable":true/g, '"Taxable":false')) as Json;
		const stocked = items().filter(({ Type }) => Type === 'Inventory');
		const other = await books.open(
			undefined,
			meddling(() => undefined, lose),
		);
		const rows = new Map(stocked.map((row) => [String(row.Id), row]));
		const changes = stocked.map(({ Id }) => ({
			id: String(Id),
			values: { price: '1.00' },
			where: `Item ${String(Id)}`,
		}));
		const written = await updateItems(other, changes, rows, accounts);
		expect(codes(written)).toEqual(['fields-lost', 'stopped-by-lost-fields']);
		expect(items().filter(({ UnitPrice }) => UnitPrice === 1)).toHaveLength(1);
	});

	it('sends no field back that an update would refuse', async () => {
		const bodies: string[] = [];
		const spy: SendHttp = async (request) => {
			bodies.push(request.body ?? '');
			return await books.send(request);
		};
		const other = await books.open(undefined, spy);
		const row: Json = {
			...mug(),
			HasPicture: true,
			ItemImage: { Id: '1' },
			FullyQualifiedName: 'x',
		};
		const one = { id: String(row.Id), values: { price: '25.00' }, where: 'Mug' };
		const rows = new Map([[one.id, row]]);
		expect(codes(await updateItems(other, [one], rows, accounts))).toEqual(['done']);
		expect(bodies.join()).not.toMatch(/HasPicture|ItemImage|FullyQualifiedName|MetaData/);
	});

	it('does not escape a description once more', async () => {
		const row = edit(mug(), { Description: 'For tea &amp; coffee' });
		await change(String(row.Id), { price: '25.00' });
		expect(mug()).toMatchObject({ Description: 'For tea & coffee' });
	});
});
