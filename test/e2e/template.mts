import assert from 'node:assert/strict';

import { outputsOf } from '../../engine/index.mts';
import type { Company } from '../../sandbox/quickbooks/company/company.mts';
import { judge } from '../../scripts/demo/judge.mts';
import { outcomeOf, type Outcome } from '../../scripts/demo/outcome.mts';
import { bookingOf } from '../../scripts/demo/template.mts';
import { manualTrigger, type Workshop } from '../../scripts/n8n/workshop.mts';
import { exportChecks } from './export.mts';
import type { Stage } from './stage.mts';

type Imported = Workshop['templates'][number];

/** What the templates write; what is paid by another document goes after it. */
const WRITTEN = [
	...['BillPayment', 'Bill', 'VendorCredit', 'Deposit', 'Transfer', 'JournalEntry'],
	...['Purchase', 'Payment', 'RefundReceipt', 'CreditMemo', 'Invoice', 'SalesReceipt'],
];

/** Every template over the month, by its manual trigger; the first one twice. */
export async function templateChecks(stage: Stage, from: string) {
	const { checks, merchant, workshop } = stage;
	const { company } = merchant.quickBooks;
	const [first, second, refunds, daily, payouts, fees] = workshop.templates;
	const balanceExport = workshop.templates[8];
	const outcomes: Outcome[] = [];
	const run = async (template: Imported) => {
		const outcome = await runTemplate(workshop, template);
		outcomes.push(outcome);
		assert.ok(outcome.posted.length > 0, 'nothing was booked');
		return outcome;
	};
	const expectTrue = ({ file }: Imported, withRefunds: boolean) => {
		const { shop, shopDomain } = merchant.shopify;
		const booking = bookingOf(file, withRefunds);
		const { faults } = judge({ truth: shop.truth, company, shopDomain, from, booking, outcomes });
		assert.deepEqual(faults, []);
	};
	await checks.check('n8n knows every node of every template', async () => {
		const types = await workshop.rest.raw<Array<{ name: string }>>('/types/nodes.json');
		const known = new Set(types.map(({ name }) => name));
		const used = workshop.templates.flatMap(({ file }) => file.nodes.map(({ type }) => type));
		assert.deepEqual(
			used.filter((type) => !known.has(type)),
			[],
		);
	});
	await checks.check('template 1 books the month, and the books tie out', async () => {
		await run(first);
		expectTrue(first, false);
	});
	await checks.check('a second run books nothing twice', async () => {
		const receipts = company.all('SalesReceipt').length;
		const again = await runTemplate(workshop, first);
		assert.deepEqual(again.posted, []);
		assert.equal(again.alreadyPosted.length, outcomes[0].posted.length);
		assert.equal(company.all('SalesReceipt').length, receipts);
	});
	await checks.check(
		'template 3 books the refunds of the month, and the books tie out',
		async () => {
			await run(refunds);
			expectTrue(first, true);
		},
	);
	for (const [name, template] of [
		['template 5 books the payouts of the month', payouts],
		['template 6 books their fees', fees],
	] as const) {
		await checks.check(`${name}, and nothing twice`, async () => {
			await run(template);
			assert.deepEqual((await runTemplate(workshop, template)).posted, []);
		});
	}
	await exportChecks(stage, balanceExport);
	for (const [name, template] of [
		['template 2 books the month as invoices and payments', second],
		['template 4 books the month by its days', daily],
	] as const) {
		await checks.check(`${name}, and the books tie out`, async () => {
			emptyBooks(company, merchant.shopify.shopDomain);
			outcomes.length = 0;
			await run(template);
			expectTrue(template, false);
		});
	}
	// What follows finds the books as template 1 keeps them.
	emptyBooks(company, merchant.shopify.shopDomain);
}

async function runTemplate(workshop: Workshop, { file, imported }: Imported): Promise<Outcome> {
	const execution = await workshop.rest.runWorkflow(String(imported.id), manualTrigger(file));
	assert.equal(execution.status, 'success', execution.data.resultData.error?.message);
	return outcomeOf(file, outputsOf(execution.data));
}

/** Takes the documents of the shop out of the books, so that another template may book its orders. */
function emptyBooks(company: Company, shopDomain: string): void {
	for (const entity of WRITTEN) {
		const rows = company.all(entity);
		for (const row of rows.filter((each) => String(each.PrivateNote).includes(shopDomain))) {
			company.remove(entity, row);
		}
	}
}
