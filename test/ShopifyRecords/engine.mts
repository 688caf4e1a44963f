import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	INode,
	INodeType,
	NodeParameterValueType,
} from 'n8n-workflow';

import { ShopifyStoreAccessTokenApi } from '../../credentials/ShopifyStoreAccessTokenApi.credentials';
import { ShopifyStoreClientCredentialsOAuth2Api } from '../../credentials/ShopifyStoreClientCredentialsOAuth2Api.credentials';
import { ShopifyStoreOAuth2Api } from '../../credentials/ShopifyStoreOAuth2Api.credentials';
import { runWorkflow, type RunResult } from '../../engine/index.mts';
import n8n from '../../engine/n8n.cjs';
import { loadPackages, type NodeTypes } from '../../engine/nodeTypes.mts';
import { ShopifyRecords } from '../../nodes/ShopifyRecords/ShopifyRecords.node';

const RECORDS = 'n8n-nodes-shopify-quickbooks.shopifyRecords';
const TWO = 'test.two';

const credentialTypes = new Map<string, ICredentialType>(
	[
		new ShopifyStoreOAuth2Api(),
		new ShopifyStoreClientCredentialsOAuth2Api(),
		new ShopifyStoreAccessTokenApi(),
	].map((type) => [type.name, type]),
);

/** Two items, so that one node works on both. */
const twoItems: INodeType = {
	description: {
		displayName: 'Two',
		name: 'two',
		group: ['transform'],
		version: 1,
		description: 'Hands out two items',
		defaults: { name: 'Two' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	},
	execute: async () => [[{ json: { hours: 1 } }, { json: { hours: 2 } }]],
};

let builtIn: Promise<NodeTypes> | undefined;

async function types(): Promise<NodeTypes> {
	builtIn ??= loadPackages([n8n.builtInFolder()]);
	const inner = await builtIn;
	const own = new Map<string, INodeType>([
		[RECORDS, new ShopifyRecords()],
		[TWO, twoItems],
	]);
	const all = Object.create(inner) as NodeTypes;
	all.getByName = (name) => own.get(name) ?? inner.getByName(name);
	all.getByNameAndVersion = (name, version) =>
		own.get(name) ?? inner.getByNameAndVersion(name, version);
	all.credential = (name) => credentialTypes.get(name) ?? inner.credential(name);
	return all;
}

/** Runs the node on one input item (or two) in n8n's own engine. */
export async function readRecords(
	credentials: Record<string, ICredentialDataDecryptedObject>,
	parameters: Record<string, NodeParameterValueType>,
	{ onError, items = 1 }: { onError?: INode['onError']; items?: 1 | 2 } = {},
): Promise<RunResult> {
	const node = (name: string, type: string, more: Partial<INode> = {}): INode => ({
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		...more,
	});
	const to = (name: string) => ({ main: [[{ node: name, type: 'main' as const, index: 0 }]] });
	return await runWorkflow({
		nodeTypes: await types(),
		credentials,
		workflow: {
			name: 'Read records',
			nodes: [
				node('By hand', 'n8n-nodes-base.manualTrigger'),
				node('Two', TWO),
				node('Read', RECORDS, { parameters: parameters as INode['parameters'], onError }),
			],
			connections:
				items === 2 ? { 'By hand': to('Two'), Two: to('Read') } : { 'By hand': to('Read') },
			settings: { executionOrder: 'v1' },
		},
	});
}
