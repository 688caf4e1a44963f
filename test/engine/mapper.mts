import type {
	IBinaryKeyData,
	IDataObject,
	INode,
	INodeType,
	INodeTypeDescription,
	NodeParameterValueType,
} from 'n8n-workflow';

import { runWorkflow, type RunResult } from '../../engine/index.mts';
import n8n from '../../engine/n8n.cjs';
import { loadPackages, type NodeTypes } from '../../engine/nodeTypes.mts';

const SOURCE = 'test.source';

export type Parameters = Record<string, NodeParameterValueType>;

export interface SourceItem {
	json: IDataObject;
	binary?: IBinaryKeyData;
}

/** Hands out items, as a reading node does, so that the engine pairs items through two nodes. */
function sourceNode(items: readonly SourceItem[]): INodeType {
	const description = {
		displayName: 'Source',
		name: 'source',
		group: ['transform'],
		version: 1,
		description: 'Hands out items',
		defaults: { name: 'Source' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	} satisfies INodeTypeDescription;
	return {
		description,
		execute: async () => [items.map((item) => ({ ...item, pairedItem: { item: 0 } }))],
	};
}

let builtIn: Promise<NodeTypes> | undefined;

async function typesWith(own: ReadonlyMap<string, INodeType>): Promise<NodeTypes> {
	builtIn ??= loadPackages([n8n.builtInFolder()]);
	const inner = await builtIn;
	const types = Object.create(inner) as NodeTypes;
	types.getByName = (name) => own.get(name) ?? inner.getByName(name);
	types.getByNameAndVersion = (name, version) =>
		own.get(name) ?? inner.getByNameAndVersion(name, version);
	return types;
}

/** A mapping node that is run, and n8n's own nodes that stand before it. */
export interface MapperRun {
	mapper: INodeType;
	parameters?: Parameters;
	onError?: INode['onError'];
	/** Nodes of n8n between the items and the mapper. */
	before?: Array<{ type: string; version: number; parameters: Parameters }>;
}

/** Runs a mapper on these items in n8n's own engine; its output is that of the node 'Map'. */
export async function runMapper(
	items: readonly SourceItem[],
	{ mapper, parameters = {}, onError, before = [] }: MapperRun,
): Promise<RunResult> {
	const type = `n8n-nodes-shopify-quickbooks.${mapper.description.name}`;
	const own = new Map([
		[SOURCE, sourceNode(items)],
		[type, mapper],
	]);
	const chain = [
		nodeOf('By hand', 'n8n-nodes-base.manualTrigger'),
		nodeOf('Source', SOURCE),
		...before.map((each, index) =>
			nodeOf(`Before ${index + 1}`, each.type, {
				typeVersion: each.version,
				parameters: each.parameters as INode['parameters'],
			}),
		),
		nodeOf('Map', type, { parameters: parameters as INode['parameters'], onError }),
	];
	const pairs = chain.slice(1).map((node, index) => [chain[index].name, to(node.name)] as const);
	return await runWorkflow({
		nodeTypes: await typesWith(own),
		workflow: {
			name: 'Map items',
			nodes: chain,
			connections: Object.fromEntries(pairs),
			settings: { executionOrder: 'v1' },
		},
	});
}

function nodeOf(name: string, type: string, more: Partial<INode> = {}): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters: {}, ...more };
}

function to(name: string) {
	return { main: [[{ node: name, type: 'main' as const, index: 0 }]] };
}
