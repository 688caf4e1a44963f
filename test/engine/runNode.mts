import type {
	IBinaryKeyData,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	INode,
	INodeType,
	NodeParameterValueType,
} from 'n8n-workflow';

import { runWorkflow, type RunResult } from '../../engine/index.mts';
import n8n from '../../engine/n8n.cjs';
import { loadPackages, type NodeTypes } from '../../engine/nodeTypes.mts';

const PACKAGE = 'n8n-nodes-shopify-quickbooks';
const SOURCE = 'test.source';

export type Parameters = Record<string, NodeParameterValueType>;

export interface SourceItem {
	json: IDataObject;
	binary?: IBinaryKeyData;
}

/** One node of the package, from its sources. */
interface Run {
	/** The node's name on the canvas, by which its outputs are found. */
	name: string;
	node: INodeType;
	parameters?: object;
	onError?: INode['onError'];
	credentialTypes?: readonly ICredentialType[];
	/** By credential type, as they are stored after connecting. */
	credentials?: Record<string, ICredentialDataDecryptedObject>;
}

export interface NodeRun extends Run {
	/** The items' JSON. */
	items: readonly unknown[];
}

/** Runs the node in n8n's own engine; items are paired through two nodes, back to a trigger. */
export async function runNode({ items, ...run }: NodeRun): Promise<RunResult> {
	return await runChain(
		run,
		items.map((json) => ({ json: json as IDataObject })),
	);
}

/** Nodes of n8n that stand between the items and the node. */
export type Before = Array<{ type: string; version: number; parameters: Parameters }>;

/** Like `runNode`, of items that may carry files, through other nodes first. */
export async function runChain(
	run: Run,
	items: readonly SourceItem[],
	before: Before = [],
): Promise<RunResult> {
	const type = `${PACKAGE}.${run.node.description.name}`;
	const parameters = (run.parameters ?? {}) as INode['parameters'];
	const nodes = [
		nodeOf('By hand', 'n8n-nodes-base.manualTrigger'),
		nodeOf('Source', SOURCE),
		...before.map((each, index) =>
			nodeOf(`Before ${index + 1}`, each.type, {
				typeVersion: each.version,
				parameters: each.parameters as INode['parameters'],
			}),
		),
		nodeOf(run.name, type, { parameters, onError: run.onError }),
	];
	const connections = nodes
		.slice(1)
		.map(({ name }, index) => [nodes[index].name, to(name)] as const);
	return await runWorkflow({
		nodeTypes: await typesWith(run, type, items),
		...(run.credentials === undefined ? {} : { credentials: run.credentials }),
		workflow: {
			name: 'One node',
			nodes,
			connections: Object.fromEntries(connections),
			settings: { executionOrder: 'v1' },
		},
	});
}

function nodeOf(name: string, type: string, more: Partial<INode> = {}): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters: {}, ...more };
}

const to = (name: string) => ({ main: [[{ node: name, type: 'main' as const, index: 0 }]] });

let builtIn: Promise<NodeTypes> | undefined;

async function typesWith(
	{ node, credentialTypes = [] }: Run,
	type: string,
	items: readonly SourceItem[],
): Promise<NodeTypes> {
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

/** Hands out items, as a reading node does. */
function sourceOf(items: readonly SourceItem[]): INodeType {
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
		execute: async () => [items.map((item) => ({ ...item, pairedItem: { item: 0 } }))],
	};
}
