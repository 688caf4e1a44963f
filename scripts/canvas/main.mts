/** The canvas demo proper; scripts/canvas.mjs installs and builds first. */

import { outputsOf, type WorkflowFile } from '../../engine/index.mts';
import { judge, type Verdict } from '../demo/judge.mts';
import { lastMonth, startMerchant, type Merchant } from '../demo/merchant.mts';
import { outcomeOf, type Outcome } from '../demo/outcome.mts';
import { watch } from '../demo/progress.mts';
import { reportBooks, reportCalls, reportRun, reportVerdict } from '../demo/report.mts';
import { bookingOf } from '../demo/template.mts';
import { Failure, main, say, since } from '../lib/console.mjs';
import { optionsOf } from '../lib/options.mjs';
import { OWNER } from '../n8n/rest.mts';
import { manualTrigger, openWorkshop, type Workshop } from '../n8n/workshop.mts';

const values = optionsOf('demo:canvas', {
	/** Ends after the run, with the demo's exit code. */
	once: { type: 'boolean', default: false },
	orders: { type: 'string', default: '400' },
});

/** Resolves at Ctrl-C; a second one changes nothing, so that n8n is always ended. */
const interrupted = new Promise<void>((resolve) => {
	process.on('SIGINT', resolve);
	process.on('SIGTERM', resolve);
});

await main(async () => {
	const month = lastMonth();
	const merchant = await startMerchant({ month, orders: Number(values.orders) });
	try {
		const workshop = await openWorkshop(merchant);
		try {
			return await show(merchant, workshop, `${month}-01`);
		} finally {
			say('\nEnding n8n');
			await workshop.server.close();
		}
	} finally {
		await merchant.close();
	}
});

async function show(merchant: Merchant, workshop: Workshop, from: string): Promise<number> {
	const { server, templates } = workshop;
	say(`\nn8n is at    ${server.url}/workflow/${templates[0].imported.id}`);
	say(`Sign in as   ${OWNER.email}   password ${OWNER.password}\n`);
	const verdict = await Promise.race([keepBooks(merchant, workshop, from), interrupted]);
	if (!verdict) return 1;
	if (!values.once) {
		say(`\nLook at it: ${server.url}/workflow/${templates[0].imported.id}`);
		say(`Sign in as ${OWNER.email} with the password ${OWNER.password}. Ctrl-C ends everything.`);
		await interrupted;
	}
	return verdict.faults.length === 0 ? 0 : 1;
}

async function keepBooks(merchant: Merchant, workshop: Workshop, from: string): Promise<Verdict> {
	const [orders] = workshop.templates;
	const refunds = workshop.templates.find(({ file }) => isRefunds(file)) ?? orders;
	const start = Date.now();
	const outcomes = [await runOne(merchant, workshop, orders)];
	outcomes.push(await runOne(merchant, workshop, refunds));
	const took = since(start);
	const { shopify, quickBooks } = merchant;
	const { company } = quickBooks;
	const booking = bookingOf(orders.file, true);
	const { shopDomain, shop } = shopify;
	const verdict = judge({ truth: shop.truth, company, shopDomain, from, booking, outcomes });
	reportRun('Orders', outcomes[0]);
	reportRun('Refunds', outcomes[1]);
	reportBooks(verdict, company);
	reportCalls(merchant, took);
	reportVerdict(verdict);
	return verdict;
}

const isRefunds = ({ nodes }: WorkflowFile): boolean =>
	nodes.some(({ type }) => type.endsWith('.refundToRefundReceipt'));

async function runOne(
	merchant: Merchant,
	{ rest }: Workshop,
	{ file, imported }: Workshop['templates'][number],
): Promise<Outcome> {
	say(`• Running "${file.name}" there`);
	const { end } = watch(merchant);
	const execution = await rest.runWorkflow(String(imported.id), manualTrigger(file)).finally(end);
	if (execution.status !== 'success') {
		const { error } = execution.data.resultData;
		throw new Failure(`The workflow ended with "${execution.status}": ${error?.message ?? ''}`);
	}
	return outcomeOf(file, outputsOf(execution.data));
}
