/** The demo proper; scripts/demo.mjs installs and builds first. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { runWorkflow, type WorkflowFile } from '../../engine/index.mts';
import { Failure, main, say, since } from '../lib/console.mjs';
import { ROOT } from '../lib/dependencies.mjs';
import { optionsOf } from '../lib/options.mjs';
import { judge, type Verdict } from './judge.mts';
import { lastMonth, startMerchant, type Merchant, type MerchantOptions } from './merchant.mts';
import { outcomeOf, type Outcome } from './outcome.mts';
import { watch } from './progress.mts';
import { reportBooks, reportCalls, reportRun, reportVerdict } from './report.mts';
import { bookingOf, readTemplate, refundsFor } from './template.mts';

const KEPT = join(ROOT, '.demo');
const BOOKS = join(KEPT, 'quickbooks.json');
const SHOP = join(KEPT, 'shop.json');

const values = optionsOf('demo', {
	keep: { type: 'boolean', default: false },
	orders: { type: 'string', default: '400' },
	seed: { type: 'string', default: '1' },
	workflow: { type: 'string' },
});

await main(async () => {
	const shop = shopOptions();
	const load = values.keep && existsSync(BOOKS) ? BOOKS : undefined;
	say(`• Opening the shop (${shop.orders} orders of ${shop.month}) and the QuickBooks company`);
	if (load) say(`  with the books kept in .demo/quickbooks.json`);
	const merchant = await startMerchant({ ...shop, load });
	try {
		const verdict = await keepBooks(merchant, `${shop.month}-01`);
		if (values.keep) keep(merchant, shop);
		return verdict.faults.length === 0 ? 0 : 1;
	} finally {
		await merchant.close();
	}
});

async function keepBooks(merchant: Merchant, from: string): Promise<Verdict> {
	const orders = readTemplate(values.workflow);
	const start = Date.now();
	const outcomes = [await runOne(merchant, orders)];
	// What was sold must be in the books before it is given back.
	const refunds = await runOne(merchant, refundsFor(orders));
	outcomes.push(refunds);
	const took = since(start);
	const { shopify, quickBooks } = merchant;
	const verdict = judge({
		truth: shopify.shop.truth,
		company: quickBooks.company,
		shopDomain: shopify.shopDomain,
		from,
		booking: bookingOf(orders, true),
		outcomes,
	});
	reportRun('Orders', outcomes[0]);
	reportRun('Refunds', refunds);
	reportBooks(verdict, quickBooks.company);
	reportCalls(merchant, took);
	reportVerdict(verdict);
	return verdict;
}

async function runOne(merchant: Merchant, workflow: WorkflowFile): Promise<Outcome> {
	say(`• Running the workflow "${workflow.name}" in n8n's engine`);
	const { onProgress, end } = watch(merchant);
	const run = await runWorkflow({ workflow, credentials: merchant.credentials, onProgress });
	end();
	if (run.error) {
		const where = run.error.node ? ` in "${run.error.node.name}"` : '';
		throw new Failure(
			`The workflow stopped${where}: ${run.error.message}`,
			run.error.description ?? '',
		);
	}
	return outcomeOf(workflow, run.outputs);
}

/** Kept books belong to the shop they were kept for. */
function shopOptions(): MerchantOptions {
	if (values.keep && existsSync(SHOP) && existsSync(BOOKS)) {
		return JSON.parse(readFileSync(SHOP, 'utf8')) as MerchantOptions;
	}
	return { month: lastMonth(), orders: whole('orders'), seed: whole('seed') };
}

function whole(name: 'orders' | 'seed'): number {
	const number = Number(values[name]);
	if (Number.isInteger(number) && number > 0) return number;
	throw new Failure(`--${name} takes a whole number above 0, not "${values[name]}".`);
}

function keep(merchant: Merchant, shop: MerchantOptions): void {
	mkdirSync(KEPT, { recursive: true });
	merchant.quickBooks.save(BOOKS);
	writeFileSync(SHOP, JSON.stringify(shop));
	say(
		'\nThe books are kept in .demo/quickbooks.json: run it again with --keep, and nothing is posted twice.',
	);
}
