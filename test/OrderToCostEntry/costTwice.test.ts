import type { JournalEntryDocument } from '../../nodes/accounting/documents';
import { post, type PostResult } from '../../nodes/quickbooks/post';
import { ALL, openBooks, statuses, type Books } from '../quickbooks/books.mts';
import { receipt } from '../quickbooks/documents';
import { documentsOf } from './costDocuments';

let books: Books;
afterEach(async () => await books.close());

const problemsOf = (results: readonly PostResult[]) =>
	results.flatMap((result) => (result.ok ? [] : [result.problem]));
const entriesInBooks = () => books.sandbox.company.all('JournalEntry');

describe('a cost that QuickBooks books itself', () => {
	beforeEach(async () => (books = await openBooks({ company: 'us-automated' })));

	/** What a run asks QuickBooks about items. */
	const itemQueriesOf = async (documents: readonly unknown[], withoutStock = false) => {
		const asked: string[] = [];
		const session = await books.open(ALL, async (request) => {
			const query = new URL(request.url).searchParams.get('query') ?? '';
			if (query.includes('FROM Item ')) asked.push(query);
			// The sandbox's companies all have an inventory item
			return withoutStock && query.includes('count(*)')
				? { status: 200, headers: {}, body: '{"QueryResponse":{"totalCount":0}}' }
				: await books.send(request);
		});
		await post(session, documents);
		return asked;
	};

	function stocked(name: string, sku: string, more: Record<string, unknown> = {}) {
		const { company } = books.sandbox;
		const account = (Name: string, AccountType: string, AccountSubType: string) => {
			const known = company.all('Account').find((row) => row.Name === Name);
			const row = known ?? company.create('Account', { Name, AccountType, AccountSubType });
			return { value: (row as { Id: string }).Id };
		};
		company.create('Item', {
			Name: name,
			Sku: sku,
			Type: 'Inventory',
			TrackQtyOnHand: true,
			QtyOnHand: 10,
			InvStartDate: '2026-01-01',
			IncomeAccountRef: account('Product Sales', 'Income', 'SalesOfProductIncome'),
			AssetAccountRef: account('Counted Stock', 'Other Current Asset', 'Inventory'),
			ExpenseAccountRef: account('Counted Cost', 'Cost of Goods Sold', 'SuppliesMaterialsCogs'),
			...more,
		});
	}

	it('is refused, in a plan and when posting, and the products are named', async () => {
		stocked('A mug', 'mug');
		const documents = documentsOf('01');
		const [problem] = problemsOf(await books.post(documents));
		expect(problem).toMatchObject({
			code: 'stock-already-costs',
			what: expect.stringContaining('"Mug" (SKU MUG)'),
			where: 'Journal Entry COGS-20261005',
			fix: expect.stringContaining('Cost Booked Elsewhere'),
		});
		expect(problem.what).not.toContain('Shirt');
		const plan = await books.plan(documents);
		expect(plan).toMatchObject({ value: [{ action: 'Held', problem }] });
		expect(entriesInBooks()).toEqual([]);
	});

	it('is refused for goods that cost nothing or came back, too', async () => {
		stocked('Sticker', 'STICKER');
		stocked('Shirt', 'SHIRT-M');
		const results = await books.post([...documentsOf('11'), ...documentsOf('21')]);
		expect(problemsOf(results).map(({ code }) => code)).toEqual([
			'stock-already-costs',
			'stock-already-costs',
		]);
	});

	it('is told with five names at most', async () => {
		const [entry] = documentsOf('01');
		const goods = Array.from({ length: 7 }, (_, index) => ({
			...(entry.goods ?? [])[0],
			sku: `S${index}`,
			name: `Thing ${index}`,
			cost: index === 0 ? entry.total : '0.00',
		}));
		for (const { name, sku } of goods) stocked(name, sku);
		const [{ what }] = problemsOf(await books.post([{ ...entry, goods }]));
		expect(what).toMatch(/"Thing 4" \(SKU S4\) and 2 more/);
	});

	it('is none before the stock of the item begins, nor of items without stock', async () => {
		stocked('Mug', 'MUG', { InvStartDate: '2026-10-06' });
		const { company } = books.sandbox;
		const income = company.all('Account').find(({ AccountType }) => AccountType === 'Income');
		company.create('Item', {
			Name: 'Shirt',
			Sku: 'SHIRT-M',
			Type: 'NonInventory',
			IncomeAccountRef: { value: income?.Id },
		});
		expect(statuses(await books.post(documentsOf('01')))).toEqual(['Posted']);
	});

	it('holds no other document of the run', async () => {
		stocked('Mug', 'MUG');
		const results = await books.post([
			...documentsOf('01'),
			...documentsOf('16', inDollars),
			receipt(1),
		]);
		expect(statuses(results)).toEqual(['stock-already-costs', 'Posted', 'Posted']);
	});

	it('costs one question in a company without stock, and none in a run without costs', async () => {
		expect(await itemQueriesOf(documentsOf('02'), true)).toEqual([
			expect.stringContaining('count(*)'),
		]);
		expect((await itemQueriesOf([receipt(1)])).join()).not.toContain('count(*)');
	});

	it('is told of an entry that was booked before its product became an inventory item', async () => {
		await books.post(documentsOf('01'));
		expect(await books.plan(documentsOf('01'))).toMatchObject({ value: [{ differences: [] }] });
		stocked('Mug', 'MUG');
		const differences = [
			{
				field: 'stockAlreadyCosts',
				document: expect.any(String),
				quickBooks: expect.stringContaining('"Mug" (SKU MUG)'),
			},
		];
		expect(await books.plan(documentsOf('01'))).toMatchObject({
			value: [{ action: 'Already Posted', differences }],
		});
		const [result] = await books.post(documentsOf('01'));
		expect(result).toMatchObject({ ok: true, status: 'Already Posted', differences });
		expect(entriesInBooks()).toHaveLength(1);
	});
});

/** Of yen, so that the company takes them. */
const inDollars = (orders: unknown[]) =>
	JSON.parse(
		JSON.stringify(orders).replaceAll('"JPY"', '"USD"').replaceAll('2026-10-05T', '2026-10-09T'),
	) as unknown[];

describe('an entry that was edited on the canvas', () => {
	beforeEach(async () => (books = await openBooks({ company: 'us-automated' })));

	const refusalOf = async (change: (entry: JournalEntryDocument) => unknown) => {
		const [entry] = documentsOf('01');
		const [problem] = problemsOf(await books.post([change(structuredClone(entry))]));
		expect(entriesInBooks()).toEqual([]);
		return problem;
	};

	it.each([
		['is taken away', (entry: JournalEntryDocument) => ({ ...entry, goods: undefined })],
		['is empty', (entry: JournalEntryDocument) => ({ ...entry, goods: [] })],
		[
			'is taken away with the category',
			(entry: JournalEntryDocument) => ({
				...entry,
				goods: undefined,
				lines: entry.lines.map((line) => ({ ...line, category: 'Other' })),
			}),
		],
		[
			'is taken away with the source',
			(entry: JournalEntryDocument) => ({
				...entry,
				goods: undefined,
				key: 'mine',
				source: { ...entry.source, type: 'Day' },
			}),
		],
	])('is refused where the list of goods %s', async (_how, change) => {
		expect(await refusalOf(change)).toMatchObject({
			code: 'not-a-document',
			what: expect.stringContaining("the field 'goods' is empty"),
		});
	});

	it('is refused where goods and amounts do not agree', async () => {
		const problem = await refusalOf((entry) => ({ ...entry, goods: entry.goods?.slice(1) }));
		expect(problem).toMatchObject({
			code: 'inconsistent-document',
			what: expect.stringContaining('its goods come to'),
		});
	});

	it.each([
		['no list', 'all of them'],
		['no products', ['MUG']],
		['without a name', [{ sku: 'MUG', pieces: 1, cost: '41.80' }]],
		['without pieces', [{ name: 'Mug', sku: null, cost: '41.80' }]],
		['without cost', [{ name: 'Mug', sku: null, pieces: 1 }]],
	])('is refused where the goods are %s', async (_how, goods) => {
		const problem = await refusalOf((entry) => ({ ...entry, goods }));
		expect(problem.code).toBe('not-a-document');
	});
});
