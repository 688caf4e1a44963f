import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeType,
} from 'n8n-workflow';

import { runWorkflow, type RunResult } from '../../engine/index.mts';
import n8n from '../../engine/n8n.cjs';
import { loadPackages, type NodeTypes } from '../../engine/nodeTypes.mts';

const PACKAGE = 'n8n-nodes-shopify-quickbooks';
const SOURCE = 'test.source';

/** One node of the package, from its sources, behind a node that hands out these items. */
export interface NodeRun {
	/** The node's name on the canvas, by which its outputs are found. */
	name: string;
	node: INodeType;
	items: readonly unknown[];
	parameters?: object;
	onError?: INode['onError'];
	credentialTypes?: readonly ICredentialType[];
	/** By credential type, as they are stored after connecting. */
	credentials?: Record<string, ICredentialDataDecryptedObject>;
}

/** Runs the node in n8n's own engine; items are paired through two nodes, back to a trigger. */
export async function runNode(run: NodeRun): Promise<RunResult> {
	const type = `${PACKAGE}.${run.node.description.name}`;
	const parameters = (run.parameters ?? {}) as INode['parameters'];
	return await runWorkflow({
		nodeTypes: await typesWith(run, type),
		...(run.credentials === undefined ? {} : { credentials: run.credentials }),
		workflow: {
			name: 'One node',
			nodes: [
				nodeOf('By hand', 'n8n-nodes-base.manualTrigger'),
				nodeOf('Source', SOURCE),
				{ ...nodeOf(run.name, type), parameters, onError: run.onError },
			],
			connections: { 'By hand': to('Source'), Source: to(run.name) },
			settings: { executionOrder: 'v1' },
		},
	});
}

const nodeOf = (name: string, type: string): INode => {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters: {} };
};

const to = (name: string) => ({ main: [[{ node: name, type: 'main' as const, index: 0 }]] });

let builtIn: Promise<NodeTypes> | undefined;

async function typesWith({ node, items, credentialTypes = [] }: NodeRun, type: string) {
	builtIn ??= loadPackages([n8n.builtInFolder()]);
	const inner = await builtIn;
	const own = new Map<string, INodeType>([
		[SOURCE, sourceOf(items)],
		[type, node],
	]);
	const types = Object.create(inner) as NodeTypes;
	types.getByName = (name) => own.get(name) ?? inner.getByName(name);
	types.getByNameAndVersion = (name, version) =>
		own.get(name) ?? inner.getByNameAndVersion(name, version);
	types.credential = (name) =>
		credentialTypes.find((each) => each.name === name) ?? inner.credential(name);
	return types;
}

function sourceOf(items: readonly unknown[]): INodeType {
	const handedOut = items.map((json): INodeExecutionData => {
		return { json: json as IDataObject, pairedItem: { item: 0 } };
	});
	return {
		description: {
			displayName: 'Source',
			name: 'source',
			group: ['transform'],
			version: 1,
			description: 'Hands out items',
			defaults: { name: 'Source' },
			inputs: ['main'],
			outputs: ['main'],
			properties: [],
		},
		execute: async () => [handedOut],
	};
}
