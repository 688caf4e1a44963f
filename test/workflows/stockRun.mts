import type { IDataObject, INodeType, IRun } from 'n8n-workflow';

import { attachCredentials } from '../../engine/attachCredentials.mts';
import { CredentialsInMemory } from '../../engine/credentials.mts';
import n8n from '../../engine/n8n.cjs';
import { loadPackages, type NodeTypes } from '../../engine/nodeTypes.mts';
import {
	additionalData,
	outputsOf,
	runWorkflow,
	type RunResult,
	type WorkflowFile,
} from '../../engine/run.mts';
import { InventorySync } from '../../nodes/InventorySync/InventorySync.node';
import { CREDENTIAL_TYPES, type Stores } from '../InventorySync/stores.mts';
import { readTemplates } from './templates.mts';

const TYPE = 'n8n-nodes-shopify-quickbooks.inventorySync';
export const PREVIEW = 'Preview stock';
export const APPROVE = 'Approve';

/** Template 10 as it is in the repository, with other settings of the preview. */
function template10(settings: IDataObject): WorkflowFile {
	const template = readTemplates().find(({ file }) => file.startsWith('10-'));
	if (template === undefined) throw new Error('Template 10 is not there');
	const workflow = JSON.parse(template.text) as WorkflowFile;
	for (const node of workflow.nodes) {
		if (node.type === TYPE) node.parameters.authentication = 'accessToken';
		if (node.name === PREVIEW) Object.assign(node.parameters, settings);
	}
	return workflow;
}

/** Runs the template in n8n's own engine, up to the form where it has something to ask. */
export async function runTemplate10(
	stores: Stores,
	settings: IDataObject = {},
): Promise<RunResult & { workflow: WorkflowFile }> {
	const workflow = template10(settings);
	const credentials = stores.credentials();
	const result = await runWorkflow({ nodeTypes: await nodeTypes(), workflow, credentials });
	return { ...result, workflow };
}

/**
 * Goes on with what somebody filled in, as n8n does when a form is sent (packages/cli, waiting-webhooks
 * and webhook-helpers): the node that waited is switched off and hands on what the form gave it.
 */
export async function answerForm(
	stores: Stores,
	{ run, workflow: file }: { run: IRun; workflow: WorkflowFile },
	answer: IDataObject,
): Promise<RunResult['outputs']> {
	const types = await nodeTypes();
	const store = new Map(Object.entries(stores.credentials()));
	const named = new Map([...store.keys()].map((type) => [type, { id: type, name: type }]));
	const nodes = attachCredentials(file.nodes, named, types);
	const { data } = structuredClone(run);
	const [waiting] = data.executionData?.nodeExecutionStack ?? [];
	if (waiting?.node.name !== APPROVE) throw new Error('The workflow does not wait for a form');
	waiting.node.disabled = true;
	waiting.data.main = [
		[{ json: { ...answer, submittedAt: '2026-11-24T12:00:00', formMode: 'test' } }],
	];
	for (const node of nodes) if (node.name === APPROVE) node.disabled = true;
	data.resultData.runData[APPROVE].pop();
	delete data.waitTill;
	const workflow = new n8n.workflow.Workflow({
		id: 'workflow',
		name: file.name,
		nodes,
		connections: file.connections,
		active: false,
		nodeTypes: types,
		settings: file.settings ?? {},
	});
	const additional = additionalData(new CredentialsInMemory(store, types), hooksOf(file));
	const execution = new n8n.core.WorkflowExecute(additional, 'manual', data);
	const resumed = await execution.processRunExecutionData(workflow);
	if (resumed.data.resultData.error) throw resumed.data.resultData.error;
	return outputsOf(resumed.data);
}

/** n8n runs nothing without them. */
function hooksOf(file: WorkflowFile) {
	const date = new Date();
	return new n8n.core.ExecutionLifecycleHooks('manual', '1', {
		...file,
		id: 'workflow',
		active: false,
		isArchived: false,
		activeVersionId: null,
		createdAt: date,
		updatedAt: date,
	});
}

let known: Promise<NodeTypes> | undefined;

async function nodeTypes(): Promise<NodeTypes> {
	known ??= loadPackages([n8n.builtInFolder()]);
	const builtIn = await known;
	const own: INodeType = new InventorySync();
	const types = Object.create(builtIn) as NodeTypes;
	types.getByName = (name) => (name === TYPE ? own : builtIn.getByName(name));
	types.getByNameAndVersion = (name, version) =>
		name === TYPE ? own : builtIn.getByNameAndVersion(name, version);
	types.credential = (name) =>
		CREDENTIAL_TYPES.find((each) => each.name === name) ?? builtIn.credential(name);
	return types;
}
