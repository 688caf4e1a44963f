import type { ICredentialType, IDataObject, INode, INodeType } from 'n8n-workflow';

import { ShopifyStoreAccessTokenApi } from '../../credentials/ShopifyStoreAccessTokenApi.credentials';
import { ShopifyStoreClientCredentialsApi } from '../../credentials/ShopifyStoreClientCredentialsApi.credentials';
import { ShopifyStoreOAuth2Api } from '../../credentials/ShopifyStoreOAuth2Api.credentials';
import { openPoller, runWorkflow, type Poller, type RunResult } from '../../engine/index.mts';
import n8n from '../../engine/n8n.cjs';
import { loadPackages, type NodeTypes } from '../../engine/nodeTypes.mts';
import { ShopifyBalanceTrigger } from '../../nodes/ShopifyBalanceTrigger/ShopifyBalanceTrigger.node';
import { ShopifyOrderTrigger } from '../../nodes/ShopifyOrderTrigger/ShopifyOrderTrigger.node';

export const BALANCE = 'n8n-nodes-shopify-quickbooks.shopifyBalanceTrigger';
export const ORDERS = 'n8n-nodes-shopify-quickbooks.shopifyOrderTrigger';

const own = new Map<string, INodeType>([
	[BALANCE, new ShopifyBalanceTrigger()],
	[ORDERS, new ShopifyOrderTrigger()],
]);
const credentialTypes = new Map<string, ICredentialType>(
	[
		new ShopifyStoreOAuth2Api(),
		new ShopifyStoreClientCredentialsApi(),
		new ShopifyStoreAccessTokenApi(),
	].map((type) => [type.name, type]),
);

let builtIn: Promise<NodeTypes> | undefined;

async function types(): Promise<NodeTypes> {
	builtIn ??= loadPackages([n8n.builtInFolder()]);
	const inner = await builtIn;
	const all = Object.create(inner) as NodeTypes;
	all.getByName = (name) => own.get(name) ?? inner.getByName(name);
	all.getByNameAndVersion = (name, version) =>
		own.get(name) ?? inner.getByNameAndVersion(name, version);
	all.credential = (name) => credentialTypes.get(name) ?? inner.credential(name);
	return all;
}

export interface TriggerShop {
	url: string;
	accessToken: string;
}

const workflowOf = (type: string, parameters: IDataObject) => ({
	name: 'Watch',
	nodes: [
		{
			id: 'watch',
			name: 'Watch',
			type,
			typeVersion: 1,
			position: [0, 0],
			parameters: { authentication: 'accessToken', ...parameters },
		} as INode,
	],
	connections: {},
	settings: { executionOrder: 'v1' as const },
});

const credentialsOf = ({ url, accessToken }: TriggerShop) => ({
	shopifyStoreAccessTokenApi: { shopSubdomain: 'ignored-here', baseUrl: url, accessToken },
});

/** The trigger of an active workflow in n8n's own engine. */
export async function watch(
	type: string,
	shop: TriggerShop,
	parameters: IDataObject = {},
	durable = false,
): Promise<Poller> {
	return await openPoller({
		workflow: workflowOf(type, parameters),
		node: 'Watch',
		credentials: credentialsOf(shop),
		nodeTypes: await types(),
		durable,
	});
}

/** The trigger when the user presses its button. */
export async function runByHand(
	type: string,
	shop: TriggerShop,
	parameters: IDataObject = {},
): Promise<RunResult> {
	return await runWorkflow({
		workflow: workflowOf(type, parameters),
		startNode: 'Watch',
		credentials: credentialsOf(shop),
		nodeTypes: await types(),
	});
}
