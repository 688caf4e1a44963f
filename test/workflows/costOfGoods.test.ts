import type { RunResult } from '../../engine/index.mts';
import { costInCents, runTemplate12 } from './costShop.mts';
import { itemsOf, postedBy } from './ledgerMonth.mts';
import { startMerchant, type Merchant } from './merchant.mts';
import { changedAgo, placedAgo } from './moments.mts';

const POST = 'Post costs to QuickBooks';
const LEAVE_OUT = { missingCosts: 'Leave Out and List' };

let merchant: Merchant;

/** What all journal entries have moved, in cents by account. */
function journal(): Record<string, number> {
	const { company } = merchant.quickBooks;
	const names = new Map(company.all('Account').map(({ Id, Name }) => [Id, String(Name)]));
	const sums: Record<string, number> = {};
	for (const { accountId, amount, txnType } of company.journal) {
		const name = names.get(accountId) ?? accountId;
		if (txnType === 'JournalEntry') sums[name] = (sums[name] ?? 0) + amount;
	}
	return sums;
}

const entries = () => merchant.quickBooks.company.all('JournalEntry').length;
const orders = () => merchant.shopify.shop.orders;
const costOf = (some = orders()) =>
	some.filter(({ test }) => !test).reduce((sum, order) => sum + costInCents(order), 0);

function succeeded(result: RunResult): RunResult {
	expect([result.status, result.error?.message]).toEqual(['success', undefined]);
	return result;
}

describe('template 12, by hand, over a month', () => {
	beforeAll(async () => (merchant = await startMerchant({ orders: 60 })));
	afterAll(async () => await merchant.close());

	it('unchanged, it books the days whose costs are known, and names the products of the others', async () => {
		const result = succeeded(await runTemplate12(merchant));
		const held = itemsOf(result, 'Held: what to do');
		expect(held.length).toBeGreaterThan(3);
		for (const { costs, whatHappened, whatToDo } of held) {
			expect(costs).toMatch(/^Costs of \d{4}-\d{2}-\d{2}$/);
			expect(whatHappened).toMatch(/Shopify has no unit cost for '.+'/);
			expect(whatToDo).toContain('Cost per item');
		}
		expect(postedBy(result, POST)).toEqual({ 'Journal Entry': entries() });
		expect(entries()).toBeGreaterThan(10);
		expect(journal()['Cost of Goods Sold']).toBeLessThan(costOf());
	});

	it('without the products that have no cost, the books hold the cost of all goods, to the cent', async () => {
		const result = succeeded(await runTemplate12(merchant, { settings: LEAVE_OUT }));
		expect(itemsOf(result, 'Held: what to do')).toEqual([]);
		expect(journal()).toEqual({ 'Cost of Goods Sold': costOf(), 'Inventory Asset': -costOf() });
		const skipped = itemsOf(result, 'Skipped: no cost to book (yet)');
		expect(skipped.map(({ reason }) => reason)).toEqual(
			expect.arrayContaining([expect.stringContaining('no unit cost')]),
		);
	});

	it('run again, it books nothing, also when products cost more now', async () => {
		const before = [entries(), journal()];
		const again = succeeded(await runTemplate12(merchant, { settings: LEAVE_OUT }));
		expect(postedBy(again, POST)).toEqual({});
		const costs = orders().flatMap(({ lineItems }) =>
			lineItems.flatMap(({ variant }) => variant?.inventoryItem.unitCost ?? []),
		);
		for (const cost of new Set(costs)) cost.amount = String(Number(cost.amount) + 1);
		const dearer = succeeded(await runTemplate12(merchant, { settings: LEAVE_OUT }));
		expect(postedBy(dearer, POST)).toEqual({});
		const [posted] = itemsOf(dearer, POST);
		expect(posted.quickBooks).toMatchObject({
			status: 'Already Posted',
			differences: [{ field: 'unitCosts' }],
		});
		expect(itemsOf(dearer, 'Changed: compare')).toEqual([]);
		expect([entries(), journal()]).toEqual(before);
	});
});

describe('template 12, every night', () => {
	beforeAll(async () => (merchant = await startMerchant({ orders: 40 })));
	afterAll(async () => await merchant.close());

	const plain = () =>
		orders().filter(
			(order) =>
				!order.test &&
				order.cancelledAt === null &&
				order.refunds.length === 0 &&
				order.agreements.length === 1 &&
				order.lineItems.every(({ variant }) => variant?.inventoryItem.unitCost),
		);
	const night = async () =>
		succeeded(await runTemplate12(merchant, { startNode: 'Every night', mode: 'trigger' }));

	it('books days that are over and whole, and leaves today for tomorrow', async () => {
		const [first, today, old] = plain();
		placedAgo(first, 60);
		placedAgo(today, 0);
		changedAgo(old, 1);
		const result = await night();
		expect(itemsOf(result, 'Held: what to do')).toEqual([]);
		expect(journal()).toEqual({
			'Cost of Goods Sold': costOf([first]),
			'Inventory Asset': -costOf([first]),
		});
		const skipped = itemsOf(result, 'Skipped: no cost to book (yet)');
		const reasons = new Map(skipped.map(({ order, reason }) => [order, reason]));
		expect(reasons.get(today.name)).toContain('is not over');
		expect(reasons.get(old.name)).toContain('other days');
	});

	it('shows a day that would hold more goods now than the books do', async () => {
		const before = entries();
		const [, , , late] = plain();
		placedAgo(late, 60);
		const result = await night();
		expect(entries()).toBe(before);
		expect(itemsOf(result, 'Changed: compare')).toEqual([
			{
				day: expect.stringMatching(/^Costs of \d{4}-\d{2}-\d{2}$/),
				whatHappened: expect.stringMatching(/goods .+ of 1 order;.+ of 2 orders;/),
				whatToDo: expect.stringContaining('delete journal entry COGS-'),
			},
		]);
	});

	it('holds a day with goods whose stock QuickBooks counts', async () => {
		const [, , , , counted] = plain();
		placedAgo(counted, 110);
		const { company } = merchant.quickBooks;
		const { AssetAccountRef, ExpenseAccountRef, IncomeAccountRef } = company
			.all('Item')
			.find(({ Type }) => Type === 'Inventory') as Record<string, unknown>;
		company.create('Item', {
			Name: 'Counted',
			Sku: counted.lineItems[0].sku,
			Type: 'Inventory',
			TrackQtyOnHand: true,
			QtyOnHand: 5,
			InvStartDate: '2026-01-01',
			...{ AssetAccountRef, ExpenseAccountRef, IncomeAccountRef },
		});
		const before = entries();
		const result = await night();
		expect(entries()).toBe(before);
		expect(itemsOf(result, 'Held: what to do')).toEqual([
			{
				costs: expect.stringMatching(/^Costs of \d{4}-\d{2}-\d{2}$/),
				whatHappened: expect.stringContaining('QuickBooks counts the stock of'),
				whatToDo: expect.stringContaining('Cost Booked Elsewhere'),
			},
		]);
	});
});
