import assert from 'node:assert/strict';

import { DAY } from '../../../sandbox/shopify/shop/calendar.mts';
import { manualTrigger, type Template } from '../../../scripts/n8n/workshop.mts';
import type { Stage } from '../stage.mts';
import { balanceOf, sumOfTrialBalance } from '../week/books.mts';
import type { Warehouse } from './goods.mts';
import { succeeded, told } from './told.mts';

const COST = 'Cost of Goods Sold';
const INVENTORY = 'Inventory Asset';

/** Template 12: a day of goods that QuickBooks does not count is booked, a day of counted ones is not. */
export async function costChecks(
	{ checks, workshop: { rest } }: Stage,
	warehouse: Warehouse,
	{ file, imported }: Template,
): Promise<void> {
	const { till, quickBooks } = warehouse;
	const sell = (sku: string, quantity: number, days: number) =>
		till.sell({ lines: [{ variant: sku, quantity }], at: Date.now() - days * DAY });
	const run = async () =>
		succeeded(await rest.runWorkflow(String(imported.id), manualTrigger(file)));
	const journals = () => quickBooks.company.all('JournalEntry').length;
	const balances = () => [balanceOf(warehouse, COST), balanceOf(warehouse, INVENTORY)];
	const [cost, inventory] = balances();
	const booked = [cost + 900, inventory - 900];
	await checks.check('template 12 books the cost of a day: two vases of 4.50', async () => {
		sell('VASE', 2, 4);
		const before = journals();
		const done = await run();
		assert.deepEqual(told(done, 'Held: what to do'), []);
		assert.deepEqual(balances(), booked);
		assert.equal(journals(), before + 1);
		assert.equal(sumOfTrialBalance(warehouse), 0);
	});
	await checks.check('a second run books nothing', async () => {
		const before = journals();
		await run();
		assert.deepEqual([journals(), balances()], [before, booked]);
	});
	await checks.check('a day of goods that QuickBooks counts is refused, and says so', async () => {
		sell('LAMP', 1, 3);
		const before = journals();
		const [held, ...others] = told(await run(), 'Held: what to do');
		assert.match(String(held.whatHappened), /QuickBooks counts the stock of/);
		assert.match(String(held.whatToDo), /Cost Booked Elsewhere/);
		assert.deepEqual(others, []);
		assert.deepEqual([journals(), balances()], [before, booked]);
	});
}
