import type { JournalEntryDocument } from '../../nodes/accounting/documents';
import { readCostScenarios, type HandEntry } from '../accounting/costOfGoods/scenarios.mts';
import { openBooks, statuses, type Books } from '../quickbooks/books.mts';
import { documentsOf } from './costDocuments';

const scenarios = readCostScenarios();
let books: Books;
afterEach(async () => await books.close());

const entriesInBooks = () => books.sandbox.company.all('JournalEntry');

describe('the journal that was written by hand stands in the ledger', () => {
	const posted = scenarios
		.map((scenario) => ({ ...scenario, documents: documentsOf(scenario.name) }))
		.filter(({ documents }) => documents.length > 0)
		.map((scenario) => [scenario.name, scenario] as const);

	it.each(posted)('%s', async (_name, { documents, journal }) => {
		const [{ currency }] = documents;
		const isHome = currency === 'USD';
		books = await openBooks({ company: isHome ? 'us-automated' : 'multicurrency' });
		const { company } = books.sandbox;
		company.create('Class', { Name: 'Web' });
		const known = company.all('CompanyCurrency').some(({ Code }) => Code === currency);
		if (!isHome && !known) {
			company.create('CompanyCurrency', { Code: currency });
			const rate = { SourceCurrencyCode: currency, Rate: 1, AsOfDate: '2024-01-01' };
			company.create('ExchangeRate', rate);
		}
		const results = await books.post(documents.map(withNumberOfItsShop));
		expect(statuses(results)).toEqual(documents.map(() => 'Posted'));
		if (!isHome) return;
		for (const [index, result] of results.entries()) {
			if (!result.ok) continue;
			expect(result.booked.date).toBe(journal[index].date);
			expect(sums(books.journal(result.booked).map(movedLine))).toEqual(byHand(journal[index]));
		}
	});
});

it('two shops with one number prefix do not get one number', async () => {
	books = await openBooks({ company: 'us-automated' });
	expect(statuses(await books.post(documentsOf('28')))).toEqual(['Posted', 'number-taken']);
});

/** As with a number prefix for each shop. */
function withNumberOfItsShop(entry: JournalEntryDocument): JournalEntryDocument {
	return entry.source.shop.startsWith('southwind')
		? { ...entry, number: entry.number?.replace('COGS', 'SW') }
		: entry;
}

type Moved = readonly [account: string, cents: number];

function movedLine(line: string): Moved {
	const [, account, cents] = /^(.*): (-?\d+)$/.exec(line) ?? [];
	return [account, Number(cents)];
}

function byHand({ lines }: HandEntry): Record<string, number> {
	const cents = (text: string) => (text === '' ? 0 : Math.round(Number(text) * 100));
	return sums(lines.map(({ account, debit, credit }) => [account, cents(debit) - cents(credit)]));
}

function sums(moved: readonly Moved[]): Record<string, number> {
	const total: Record<string, number> = {};
	for (const [account, cents] of moved) total[account] = (total[account] ?? 0) + cents;
	return total;
}

interface OrderItem {
	lineItems: Array<{ variant: { inventoryItem: { unitCost: { amount: string } | null } } }>;
}

/** What the merchant pays for every product rises. */
const dearer = (orders: unknown[]) => {
	for (const { lineItems } of orders as OrderItem[]) {
		for (const { variant } of lineItems) variant.inventoryItem.unitCost = dearerCost(variant);
	}
	return orders;
};
const dearerCost = ({ inventoryItem: { unitCost } }: OrderItem['lineItems'][number]['variant']) =>
	unitCost && { ...unitCost, amount: String(Number(unitCost.amount) + 1) };

describe('a day that is in the books', () => {
	beforeEach(async () => {
		books = await openBooks({ company: 'us-automated' });
		await books.post(documentsOf('01'));
	});

	const again = async (documents: readonly unknown[]) => {
		const [result] = await books.post(documents);
		const plan = await books.plan(documents);
		expect(entriesInBooks()).toHaveLength(1);
		if (!result.ok || plan.kind !== 'done') throw new Error(JSON.stringify([result, plan]));
		expect(result.status).toBe('Already Posted');
		expect(plan.value[0].differences).toEqual(result.differences);
		return result.differences;
	};

	it('stays as it is when it comes again', async () => {
		expect(await again(documentsOf('01'))).toEqual([]);
	});

	it('keeps the cost it was booked with, and tells that costs are others now', async () => {
		expect(await again(documentsOf('01', dearer))).toEqual([
			{ field: 'unitCosts', document: '47.80', quickBooks: '41.80' },
		]);
	});

	it('tells when it would hold other goods now, such as those of an order that was held', async () => {
		const late = documentsOf('01', ([first]) => [first]);
		const differences = await again(late);
		expect(differences).toEqual([
			{ field: 'total', document: '29.20', quickBooks: '41.80' },
			{
				field: 'goods',
				document: expect.stringContaining('3 pieces of 1 order'),
				quickBooks: expect.stringContaining('6 pieces of 2 orders'),
			},
		]);
		expect(JSON.stringify(differences)).not.toContain('/Costs/');
	});

	it('tells of other goods that cost the same', async () => {
		const [{ goods = [], ...entry }] = documentsOf('01');
		const swapped = goods.map((each) => ({ ...each, sku: `${each.sku}-NEW` }));
		const differences = await again([{ ...entry, goods: swapped }]);
		expect(differences.map(({ field }) => field)).toEqual(['goods']);
	});

	it('tells the plain total where somebody wrote another memo', async () => {
		const [entry] = entriesInBooks();
		const note = String(entry.PrivateNote).replace(/goods check \w+/, 'checked by Ann');
		books.sandbox.company.update('JournalEntry', { ...entry, PrivateNote: note });
		const differences = await again(documentsOf('01', dearer));
		expect(differences.map(({ field }) => field)).toEqual(['total']);
	});
});
