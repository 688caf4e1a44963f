import { readFile } from 'node:fs/promises';

import type {
	ExecutionStatus,
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeExecutionData,
	IPinData,
	IRun,
	IRunExecutionData,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import { attachCredentials } from './attachCredentials.mts';
import { CredentialsInMemory } from './credentials.mts';
import n8n from './n8n.cjs';
import { loadNodeTypes, type NodeTypes } from './nodeTypes.mts';
import { subWorkflows } from './subWorkflows.mts';

/** A workflow as n8n exports it to a file. */
export type WorkflowFile = Pick<IWorkflowBase, 'name' | 'nodes' | 'connections'> &
	Partial<Pick<IWorkflowBase, 'id' | 'settings' | 'staticData'>>;

export interface Progress {
	node: string;
	phase: 'started' | 'finished';
	/** When finished: items per output, e.g. [12, 1] = 12 by the first output, 1 by the error output. */
	items: number[];
	/** When finished. */
	milliseconds: number;
	error?: string;
}

export interface RunOptions {
	workflow: WorkflowFile;
	/** Credential data by credential type, as a user types them in; a connected one has `oauthTokenData`. */
	credentials?: Record<string, ICredentialDataDecryptedObject>;
	/** Name of the trigger to start from; default: the manual trigger, else the first trigger. */
	startNode?: string;
	/** What the trigger brings, such as the file of a form; default: one empty item. */
	items?: INodeExecutionData[];
	/** What Execute Sub-workflow nodes can call, by their ids. */
	subWorkflows?: WorkflowFile[];
	onProgress?: (progress: Progress) => void;
	mode?: WorkflowExecuteMode;
	nodeTypes?: NodeTypes;
}

export interface RunResult {
	status: ExecutionStatus;
	/** Why the workflow stopped, when it did; a node's own text. */
	error?: Error & { description?: string | null; node?: INode };
	/** By node name: items by output; runs of a node in a loop follow one another. */
	outputs: Record<string, INodeExecutionData[][]>;
	/** The credentials after the run: refreshed tokens are in it. */
	credentials: Record<string, ICredentialDataDecryptedObject>;
	/** The runs of sub-workflows, in their order. */
	called: Array<{ workflow: string; result: RunResult }>;
	/** n8n's own record of the run. */
	run: IRun;
}

/** Runs a workflow file, unchanged, in n8n's own engine within this process. */
export async function runWorkflowFile(
	file: string,
	options: Omit<RunOptions, 'workflow'> = {},
): Promise<RunResult> {
	const workflow = JSON.parse(await readFile(file, 'utf8')) as WorkflowFile;
	return await runWorkflow({ ...options, workflow });
}

/**
 * Runs a workflow in n8n's own engine within this process. A node that fails is in the result, as in n8n;
 * @throws Error when the workflow cannot start at all (unknown node type, no trigger).
 */
export async function runWorkflow(options: RunOptions): Promise<RunResult> {
	const nodeTypes = options.nodeTypes ?? (await loadNodeTypes());
	const store = new Map(Object.entries(structuredClone(options.credentials ?? {})));
	return await runWith(options, nodeTypes, store);
}

/** @param store the credentials, which runs of sub-workflows share */
async function runWith(
	options: RunOptions,
	nodeTypes: NodeTypes,
	store: Map<string, ICredentialDataDecryptedObject>,
): Promise<RunResult> {
	const named = new Map([...store.keys()].map((type) => [type, { id: type, name: type }]));
	const nodes = attachCredentials(options.workflow.nodes, named, nodeTypes);
	const mode = options.mode ?? 'manual';
	const workflow = new n8n.workflow.Workflow({
		id: 'workflow',
		name: options.workflow.name,
		nodes,
		connections: options.workflow.connections,
		active: false,
		nodeTypes,
		settings: options.workflow.settings ?? {},
		staticData: (options.workflow.staticData ?? {}) as IDataObject,
	});
	const startNode = workflow.getNode(startNodeName(options, nodeTypes));
	if (!startNode) throw new Error(`No node "${options.startNode}" in "${options.workflow.name}"`);
	const hooks = progressHooks(options, mode, nodes);
	const helper = new CredentialsInMemory(store, nodeTypes);
	const called: RunResult['called'] = [];
	const additional = additionalData(helper, hooks);
	const runSub = async (sub: RunOptions) => await runWith(sub, nodeTypes, store);
	Object.assign(additional, subWorkflows(options, runSub, called));
	const execution = new n8n.core.WorkflowExecute(additional, mode);
	const pinData = options.items && { [startNode.name]: options.items as IPinData[string] };
	const run = await execution.run({ workflow, startNode, pinData });
	return {
		status: run.status,
		error: run.data.resultData.error as RunResult['error'],
		outputs: outputsOf(run.data),
		credentials: Object.fromEntries(store),
		called,
		run,
	};
}

function startNodeName({ workflow, startNode }: RunOptions, nodeTypes: NodeTypes): string {
	if (startNode !== undefined) return startNode;
	const enabled = workflow.nodes.filter(({ disabled }) => !disabled);
	const manual = enabled.find(({ type }) => type === 'n8n-nodes-base.manualTrigger');
	const trigger = enabled.find(({ type, typeVersion }) =>
		nodeTypes.getByNameAndVersion(type, typeVersion).description.group.includes('trigger'),
	);
	const found = manual ?? trigger;
	if (!found) throw new Error(`Workflow "${workflow.name}" has no trigger to start from`);
	return found.name;
}

type Hooks = InstanceType<typeof n8n.core.ExecutionLifecycleHooks>;

function progressHooks(
	{ workflow, onProgress }: RunOptions,
	mode: WorkflowExecuteMode,
	nodes: INode[],
): Hooks {
	const date = new Date();
	const described = { ...workflow, id: 'workflow', nodes, active: false, isArchived: false };
	const hooks = new n8n.core.ExecutionLifecycleHooks(mode, '1', {
		...described,
		activeVersionId: null,
		createdAt: date,
		updatedAt: date,
	});
	if (!onProgress) return hooks;
	hooks.addHandler('nodeExecuteBefore', (node) => {
		onProgress({ node, phase: 'started', items: [], milliseconds: 0 });
	});
	hooks.addHandler('nodeExecuteAfter', (node, { data, executionTime, error }) => {
		onProgress({
			node,
			phase: 'finished',
			items: (data?.main ?? []).map((items) => items?.length ?? 0),
			milliseconds: executionTime,
			...(error ? { error: error.message } : {}),
		});
	});
	return hooks;
}

/** n8n builds links from these; none is ever called, but they must be valid URLs. */
export function additionalData(
	credentialsHelper: CredentialsInMemory,
	hooks?: Hooks,
): IWorkflowExecuteAdditionalData {
	const base = 'http://127.0.0.1:5678/';
	const url = (path: string) => `${base}${path}`;
	return {
		credentialsHelper,
		hooks,
		currentNodeExecutionIndex: 0,
		executionId: '1',
		restApiUrl: url('rest'),
		instanceBaseUrl: base,
		webhookBaseUrl: url('webhook'),
		webhookWaitingBaseUrl: url('webhook-waiting'),
		webhookTestBaseUrl: url('webhook-test'),
		formBaseUrl: url('form'),
		formWaitingBaseUrl: url('form-waiting'),
		formTestBaseUrl: url('form-test'),
		mcpBaseUrl: url('mcp'),
		mcpTestBaseUrl: url('mcp-test'),
		variables: {},
		setExecutionStatus() {},
	} as unknown as IWorkflowExecuteAdditionalData;
}

/** Items by node and output, from n8n's record of a run. */
export function outputsOf({ resultData }: IRunExecutionData): RunResult['outputs'] {
	const outputs: RunResult['outputs'] = {};
	for (const [node, runs] of Object.entries(resultData.runData)) {
		const byOutput: INodeExecutionData[][] = [];
		for (const { data } of runs) {
			(data?.main ?? []).forEach((items, output) => {
				byOutput[output] = [...(byOutput[output] ?? []), ...(items ?? [])];
			});
		}
		outputs[node] = byOutput;
	}
	return outputs;
}
