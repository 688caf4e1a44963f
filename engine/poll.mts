import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeExecutionData,
	IPollFunctions,
} from 'n8n-workflow';

import { attachCredentials } from './attachCredentials.mts';
import { CredentialsInMemory } from './credentials.mts';
import n8n from './n8n.cjs';
import { loadNodeTypes, type NodeTypes } from './nodeTypes.mts';
import { additionalData, type WorkflowFile } from './run.mts';

export interface PollerOptions {
	workflow: WorkflowFile;
	/** Name of the polling trigger. */
	node: string;
	credentials?: Record<string, ICredentialDataDecryptedObject>;
	nodeTypes?: NodeTypes;
	/**
	 * As with N8N_POLLER_DURABLE_CURSORS_ENABLED: the memory is staged while the trigger polls, and saved
	 * in one go with the hand-over of its items, or by itself when there are none.
	 */
	durable?: boolean;
}

export interface PollOutcome {
	/** Undefined when the poll found nothing, or failed. */
	items?: INodeExecutionData[];
	error?: Error & { description?: string | null };
}

export interface Poller {
	poll(): Promise<PollOutcome>;
	/** What n8n's database holds for the trigger. */
	saved(): IDataObject;
	/** n8n stops and starts again: only what was saved is left. */
	restart(): void;
	/** The user opens the node and changes its settings. */
	set(parameters: IDataObject): void;
}

/** An active workflow's polling trigger in n8n's own engine, polled when it is told to. */
export async function openPoller(options: PollerOptions): Promise<Poller> {
	const nodeTypes = options.nodeTypes ?? (await loadNodeTypes());
	const store = new Map(Object.entries(structuredClone(options.credentials ?? {})));
	const named = new Map([...store.keys()].map((type) => [type, { id: type, name: type }]));
	const nodes = attachCredentials(options.workflow.nodes, named, nodeTypes);
	const data = additionalData(new CredentialsInMemory(store, nodeTypes));
	let saved: IDataObject = {};
	const load = () =>
		new n8n.workflow.Workflow({
			id: 'workflow',
			name: options.workflow.name,
			nodes,
			connections: options.workflow.connections,
			active: true,
			nodeTypes,
			settings: options.workflow.settings ?? {},
			staticData: { [`node:${options.node}`]: structuredClone(saved) } as IDataObject,
		});
	let workflow = load();
	const node = () => {
		const found = workflow.getNode(options.node);
		if (!found) throw new Error(`No node "${options.node}" in "${options.workflow.name}"`);
		return found;
	};
	const memory = () => workflow.getStaticData('node', node());
	const poll = async (): Promise<PollOutcome> => {
		const outcome: PollOutcome = {};
		// a copy while n8n saves memory and items in one go, else what lives as long as n8n runs
		const staged = options.durable ? structuredClone(saved) : memory();
		const save = () => {
			saved = structuredClone(JSON.parse(JSON.stringify(staged)) as IDataObject);
		};
		const context = new n8n.core.PollContext(
			workflow,
			node(),
			data,
			'trigger',
			'activate',
			(items) => {
				outcome.items = items[0];
				save();
			},
			(error) => {
				outcome.error = error;
			},
			async () => {
				if (options.durable) save();
			},
			async (run) => await run(),
			() => staged,
			() => 45_000,
		);
		await tick(context, async () => await pollOnce(workflow, options.node, context));
		return outcome;
	};
	return {
		poll,
		saved: () => saved,
		restart: () => {
			workflow = load();
		},
		set: (parameters) => {
			Object.assign(node().parameters, parameters);
		},
	};
}

async function pollOnce(
	workflow: InstanceType<typeof n8n.workflow.Workflow>,
	name: string,
	context: IPollFunctions,
): Promise<INodeExecutionData[][] | null> {
	const node = workflow.getNode(name);
	if (!node) return null;
	const type = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	if (!type.poll) throw new Error(`${node.type} is no polling trigger`);
	return await type.poll.call(context);
}

/** What n8n does around a poll (its poll-trigger-executor). */
async function tick(
	context: IPollFunctions,
	poll: () => Promise<INodeExecutionData[][] | null>,
): Promise<void> {
	const { runPollInStagingScope, commitStagedCursor } = n8n.core;
	await runPollInStagingScope(context, async () => {
		const items = await poll();
		if (items !== null) context.__emit(items);
		else await commitStagedCursor(context);
	}).catch((error: Error) => context.__emitError(error));
}
