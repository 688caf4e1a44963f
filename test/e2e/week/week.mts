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

	private constructor(
		private readonly rest: N8nRest,
		private readonly hourly: Template,
		private readonly steps: Template[],
	) {}

	static async setUp(rest: N8nRest, templates: readonly Template[]): Promise<BooksInStep> {
		const hourly = templates.find(({ file }) => file.name.startsWith('Keep the books in step'));
		if (!hourly) throw new Error('There is no hourly template');
		const called = new Set(
			hourly.imported.nodes.map(({ parameters }) => {
				return (parameters.workflowId as { value?: unknown } | undefined)?.value;
			}),
		);
		const steps = templates.filter(({ imported }) => called.has(imported.id));
		for (const { imported } of steps) {
			const nodes = imported.nodes.map((node) => {
				return node.type.endsWith('.scheduleTrigger') ? { ...node, disabled: true } : node;
			});
			await rest.patch(`/rest/workflows/${imported.id}`, { ...imported, nodes });
			await rest.activate(String(imported.id));
		}
		return new BooksInStep(rest, hourly, steps);
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
