import type { AccountingDocument } from '../../../nodes/accounting/documents';
import { orderToDocuments } from '../../../nodes/accounting/orderDocuments';
import { salesReceiptPolicy, type SalesReceiptPolicy } from '../../../nodes/accounting/policy';
import type { Problem } from '../../../nodes/accounting/problems';
import { refundToRefundReceipt } from '../../../nodes/accounting/refundToRefundReceipt';
import { summaries, type SummaryPart } from '../../../nodes/accounting/summary';
import { toText } from '../../../nodes/accounting/toText';
import type { Scenario, ScenarioSettings } from './scenario.mts';

type Json = Record<string, unknown>;

/** What one run of the workflow maps: documents, and what it says of the rest. */
export interface MappedRun {
	title: string;
	documents: AccountingDocument[];
	/** "Skipped (test): ...", "Refused (...)". */
	remarks: string[];
}

/** Maps a scenario as the nodes do: orders run by run, then what is given back. */
export function mapRuns({ orders, refunds, settings }: Scenario): MappedRun[] {
	const sales = orders.length > 0 ? orders : [[soldOrder(refunds)]];
	const titles = titlesOf(sales.length, refunds.length > 0);
	const runs = sales.map((run, index) => mapOrders(titles[index], run, at(settings, index)));
	if (refunds.length === 0) return runs;
	return [...runs, mapRefunds('The refund', refunds, at(settings, runs.length))];
}

function titlesOf(sales: number, hasRefunds: boolean): string[] {
	if (sales > 1) return ['First run', 'Later run'];
	return [hasRefunds ? 'The sale' : ''];
}

/** The settings of one of the runs. */
function at({ asOf = [], mapping, ...others }: ScenarioSettings, run: number): ScenarioSettings {
	const moment = asOf[run];
	return { ...others, mapping: { ...mapping, ...(moment === undefined ? {} : { asOf: moment }) } };
}

/** The order behind refunds, as Shopify gives it to the run that books the sale. */
function soldOrder(refunds: readonly unknown[]): Json {
	const items = refunds as Array<Json & { refund?: Json }>;
	const { refund: _own, ...order } = items[0];
	const listed = (order.refunds ?? []) as Json[];
	const others = items
		.flatMap(({ refund }) => (refund === undefined ? [] : [refund]))
		.filter(({ id }) => listed.every((each) => each.id !== id));
	return { ...order, refunds: [...listed, ...others] };
}

function mapOrders(
	title: string,
	orders: readonly unknown[],
	settings: ScenarioSettings,
): MappedRun {
	const run: MappedRun = { title, documents: [], remarks: [] };
	const parts: SummaryPart[] = [];
	for (const order of orders) {
		const outcome = orderToDocuments(order, policyOf(settings, order));
		if (outcome.kind === 'documents') {
			run.documents.push(...outcome.documents);
			run.remarks.push(...outcome.waiting.map((skip) => remark('Waiting', order, skip)));
			if (outcome.part !== undefined) parts.push(outcome.part);
		} else if (outcome.kind === 'skipped') run.remarks.push(remark('Skipped', order, outcome.skip));
		else run.remarks.push(refusal(outcome.problem));
	}
	run.documents.push(...summaries(parts).map(({ document }) => document));
	return run;
}

function mapRefunds(
	title: string,
	items: readonly unknown[],
	settings: ScenarioSettings,
): MappedRun {
	const run: MappedRun = { title, documents: [], remarks: [] };
	for (const item of items) {
		const outcome = refundToRefundReceipt(item, policyOf(settings, item));
		if (outcome.kind === 'documents') run.documents.push(...outcome.documents);
		else if (outcome.kind === 'skipped') run.remarks.push(remark('Skipped', item, outcome.skip));
		else run.remarks.push(refusal(outcome.problem));
	}
	return run;
}

function policyOf(
	{ mapping, mappingOfShop }: ScenarioSettings,
	order: unknown,
): SalesReceiptPolicy {
	const { shop } = order as { shop?: { myshopifyDomain?: string } };
	return salesReceiptPolicy({ ...mapping, ...mappingOfShop?.[shop?.myshopifyDomain ?? ''] });
}

function remark(kind: string, fact: unknown, { code, reason }: { code: string; reason: string }) {
	const { name, refund } = fact as { name?: string; refund?: { id?: string } };
	const what =
		refund === undefined
			? `Order ${name}`
			: `Refund ${refund.id?.split('/').at(-1)} of order ${name}`;
	return `${what}: ${kind.toLowerCase()} (${code})\n${reason}\n`;
}

export function refusal({ code, where, what, fix }: Problem): string {
	return `${where}: refused (${code})\n${what}\n${fix}\n`;
}

/** documents.txt: what an accountant approves. A document that a later run repeats is said in a line. */
export function documentsText(runs: readonly MappedRun[]): string {
	const known = new Set<string>();
	const sections = runs.map(({ title, documents, remarks }) => {
		const texts = documents.map((document) => {
			const text = toText(document);
			const isKnown = known.has(text);
			known.add(text);
			return isKnown ? `${text.split('\n')[0]}\nThe same as before.\n` : text;
		});
		const heading = title === '' ? '' : `=== ${title} ===\n\n`;
		return `${heading}${[...texts, ...remarks].join('\n')}`;
	});
	return sections.join('\n');
}
