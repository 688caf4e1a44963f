import type { ItemReference, SalesReceiptDocument } from '../../nodes/accounting/documents';
import { post, type PostResult } from '../../nodes/quickbooks/post';
import { ALL, openBooks, statuses, type Books } from '../quickbooks/books.mts';
import { productLine, receipt, shippingLine } from '../quickbooks/documents';
import { documentsOf } from './costDocuments';

let books: Books;
beforeEach(async () => (books = await openBooks({ company: 'us-automated' })));
afterEach(async () => await books.close());

const [entry] = documentsOf('01');
const problemOf = (result: PostResult) => (result.ok ? undefined : result.problem);

/** A sale of a product that posting creates as inventory. */
function sold(startDate: string, changes: Partial<ItemReference> = {}): SalesReceiptDocument {
	const { item } = productLine();
	const stock: ItemReference['stock'] = {
		asset: { account: 'Stock on Hand', type: 'Other Current Asset', detail: 'Inventory' },
		cost: { account: 'Cost of Goods', type: 'Cost of Goods Sold' },
		startDate,
	};
	const own = { ...item, sku: 'CUP', name: 'Cup', type: 'Inventory' as const, stock, ...changes };
	const one = receipt(20, { lines: [productLine({ item: own }), shippingLine()] });
	return { ...one, source: { ...one.source, shop: entry.source.shop } };
}

const items = () => books.sandbox.company.all('Item').map(({ Name }) => Name);

it('an inventory item is not created while cost entries stand on its days', async () => {
	expect(statuses(await books.post([entry]))).toEqual(['Posted']);
	const [result] = await books.post([sold('2026-10-01')]);
	expect(problemOf(result)).toMatchObject({
		code: 'cost-journals-exist',
		what: expect.stringContaining('2026-10-05'),
		where: 'Sales Receipt 1020',
		fix: expect.stringContaining('Inventory Start Date'),
	});
	const plan = await books.plan([sold('2026-10-01')]);
	expect(plan).toMatchObject({ value: [{ action: 'Held', problem: problemOf(result) }] });
	expect(items()).not.toContain('Cup');
});

it('nor while this run is to book one', async () => {
	const results = await books.post([sold('2026-10-01'), entry]);
	expect(statuses(results)).toEqual(['cost-journals-exist', 'Posted']);
});

it('is created where its stock begins after the last of them, or they are of another shop', async () => {
	await books.post([entry]);
	expect(statuses(await books.post([sold('2026-10-06')]))).toEqual(['Posted']);
	const other = sold('2026-10-01', { sku: 'BOWL', name: 'Bowl' });
	const source = { ...other.source, shop: 'other.myshopify.com' };
	const results = await books.post([{ ...other, key: 'other/Order/1', number: '7', source }]);
	expect(statuses(results)).toEqual(['Posted']);
});

it('items without stock are created, and so are the sales of those that are there', async () => {
	await books.post([sold('2026-10-01')]);
	await books.post([entry]);
	const again = { ...sold('2026-10-01'), key: 'demo/Order/2', number: '8' };
	const plain = sold('', { sku: 'JUG', name: 'Jug', type: 'NonInventory', stock: undefined });
	const results = await books.post([again, { ...plain, key: 'demo/Order/3', number: '9' }]);
	expect(statuses(results)).toEqual(['Posted', 'Posted']);
});

it('nothing is asked about it where no item with a stock is to be created', async () => {
	const asked: string[] = [];
	const session = await books.open(ALL, async (request) => {
		asked.push(new URL(request.url).searchParams.get('query') ?? '');
		return await books.send(request);
	});
	await post(session, [receipt(1)]);
	expect(asked.filter((query) => query.includes('JournalEntry'))).toEqual([]);
});
