import type { INode, INodeParameters } from 'n8n-workflow';

import { outputsOf, type WorkflowFile } from '../../../engine/index.mts';
import type { Merchant } from '../../../scripts/demo/merchant.mts';
import type { N8nRest } from '../../../scripts/n8n/rest.mts';
import { manualTrigger, type Template } from '../../../scripts/n8n/workshop.mts';

type Item = Record<string, unknown>;

/** What a run of the hourly workflow did, and the workflows that it called. */
export interface HourlyRun {
	status: string;
	/** Steps that did not run to their end. */
	failed: Item[];
	/** What each step could not book, by its name. */
	held: Item[];
	skipped: Item[];
	posted: number;
}

/** The hourly workflow and the four that it calls, set up as its own note tells its user. */
export class BooksInStep {
	private readonly seen = new Map<string, string>();
	private readonly ledgerTypes = new Set<string>();

	private constructor(
		private readonly rest: N8nRest,
		private readonly hourly: Template,
		private readonly steps: Template[],
	) {}

	static async setUp(rest: N8nRest, templates: readonly Template[]): Promise<BooksInStep> {
		const named = (name: RegExp) => {
			const found = templates.find(({ file }) => name.test(file.name));
			if (!found) throw new Error(`There is no template ${name}`);
			return found;
		};
		const hourly = named(/^Keep the books in step/);
		const orders = named(/as invoices and payments$/);
		const others = [/^Post refunds/, /^Post payouts/, /^Post Shopify fees/].map(named);
		const books = new BooksInStep(rest, hourly, [orders, ...others]);
		await rest.editNodes(String(hourly.imported.id), (node) =>
			node.name === '1 Orders' ? calling(node, String(orders.imported.id)) : node,
		);
		await books.editSteps((node) => withParameters(unscheduled(node), INVOICES));
		return books;
	}

	/** Does what the workflows say is to be done about what they hold. */
	async mend(held: readonly Item[]): Promise<void> {
		for (const { whatToDo } of held) {
			const [, type] = /with the type ([A-Z_]+)/.exec(String(whatToDo)) ?? [];
			if (type) this.ledgerTypes.add(type);
		}
		const rows = [...this.ledgerTypes].map((type) => ({ type, ...ASK_ME }));
		await this.editSteps((node) => {
			const isLedger = /[.](payoutToDeposit|feeToBill|balanceToBankEntry)$/.test(node.type);
			return isLedger ? withParameters(node, { ledgerTypes: { rows } }) : withOtherGateways(node);
		});
	}

	private async editSteps(change: (node: INode) => INode): Promise<void> {
		for (const { imported } of this.steps) {
			await this.rest.editNodes(String(imported.id), change);
			await this.rest.activate(String(imported.id));
		}
	}

	async run(): Promise<HourlyRun> {
		const { file, imported } = this.hourly;
		const execution = await this.rest.runWorkflow(String(imported.id), manualTrigger(file));
		const run: HourlyRun = {
			status: execution.status,
			failed: itemsOf(file, execution.data, /^Failed/),
			held: [],
			skipped: [],
			posted: 0,
		};
		for (const step of this.steps) await this.add(step, run);
		return run;
	}

	/** What the step says of itself in the execution of its own. */
	private async add({ file, imported }: Template, run: HourlyRun): Promise<void> {
		const id = String(imported.id);
		const [last] = await this.rest.executions(id);
		if (last === undefined || last.id === this.seen.get(id)) {
			throw new Error(`"${file.name}" was not called`);
		}
		this.seen.set(id, last.id);
		if (last.status !== 'success') run.failed.push({ step: file.name, status: last.status });
		run.held.push(...itemsOf(file, last.data, /^Held/));
		run.skipped.push(...itemsOf(file, last.data, /^Skipped/));
		run.posted += itemsOf(file, last.data, /^Post /).filter(
			({ quickBooks }) => (quickBooks as Item | undefined)?.status === 'Posted',
		).length;
	}
}

/** Orders are paid in parts and by several gateways in this shop. */
const INVOICES = { saleForm: 'Invoice and Payments' };
const ASK_ME = { book: 'account', account: 'Ask My Accountant', accountType: 'Other Expense' };
const OTHER_GATEWAYS = { gateway: '*', account: 'Other Payments', accountType: 'Bank' };

function calling(node: INode, id: string): INode {
	const workflowId = { __rl: true, mode: 'id', value: id } as const;
	return { ...node, parameters: { ...node.parameters, workflowId } };
}

const unscheduled = (node: INode): INode =>
	node.type.endsWith('.scheduleTrigger') ? { ...node, disabled: true } : node;

/** Sets those that the node has. */
function withParameters(node: INode, parameters: INodeParameters): INode {
	const isMapper = node.type.startsWith('n8n-nodes-shopify-quickbooks.');
	const own = Object.entries(parameters).filter(
		([name]) => name === 'ledgerTypes' || name in node.parameters,
	);
	if (!isMapper || own.length === 0) return node;
	return { ...node, parameters: { ...node.parameters, ...Object.fromEntries(own) } };
}

function withOtherGateways(node: INode): INode {
	const { rows } = (node.parameters.paymentAccounts ?? {}) as { rows?: INodeParameters[] };
	if (!rows || rows.some(({ gateway }) => gateway === '*')) return node;
	return withParameters(node, { paymentAccounts: { rows: [...rows, OTHER_GATEWAYS] } });
}

function itemsOf(
	{ nodes }: WorkflowFile,
	data: Parameters<typeof outputsOf>[0],
	name: RegExp,
): Item[] {
	const outputs = outputsOf(data);
	return nodes
		.filter((node) => name.test(node.name))
		.flatMap((node) => (outputs[node.name] ?? []).flat())
		.map(({ json }) => json);
}

/** The moment at which the shop's today is set, as a user's day would begin. */
export const showAt = (merchant: Merchant, moment: number): void =>
	merchant.shopify.control.setNow(new Date(moment));
