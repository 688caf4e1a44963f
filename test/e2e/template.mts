import assert from 'node:assert/strict';

import { outputsOf } from '../../engine/index.mts';
import { judge } from '../../scripts/demo/judge.mts';
import { outcomeOf, type Outcome } from '../../scripts/demo/outcome.mts';
import { paymentAccounts } from '../../scripts/demo/template.mts';
import { manualTrigger } from '../../scripts/n8n/workshop.mts';
import type { Stage } from './stage.mts';

/** Template 1 over the month, twice. */
export async function templateChecks({ checks, merchant, workshop }: Stage, from: string) {
	const [{ file, imported }] = workshop.templates;
	const { shopify, quickBooks } = merchant;
	const runTemplate = async (): Promise<Outcome> => {
		const execution = await workshop.rest.runWorkflow(String(imported.id), manualTrigger(file));
		assert.equal(execution.status, 'success', execution.data.resultData.error?.message);
		return outcomeOf(file, outputsOf(execution.data));
	};
	let first: Outcome | undefined;
	await checks.check('template 1 books the month, and the books tie out', async () => {
		first = await runTemplate();
		assert.ok(first.posted.length > 0, 'nothing was booked');
		const { faults } = judge({
			truth: shopify.shop.truth,
			company: quickBooks.company,
			shopDomain: shopify.shopDomain,
			from,
			accounts: paymentAccounts(file),
			outcome: first,
		});
		assert.deepEqual(faults, []);
	});
	await checks.check('a second run books nothing twice', async () => {
		const receipts = quickBooks.company.all('SalesReceipt').length;
		const second = await runTemplate();
		assert.deepEqual(second.posted, []);
		assert.equal(second.alreadyPosted.length, first?.posted.length);
		assert.equal(quickBooks.company.all('SalesReceipt').length, receipts);
	});
}
