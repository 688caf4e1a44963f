import type { INode, INodeCredentials } from 'n8n-workflow';

import type { Execution, N8nRest } from '../../scripts/n8n/rest.mts';

const TRIGGER = 'By hand';
const PACKAGE = 'n8n-nodes-shopify-quickbooks';

/** Reads one order and plans its receipt with these credentials; makes the workflow and runs it. */
export async function oneOrder(rest: N8nRest, credentials: INodeCredentials) {
	const types = Object.keys(credentials);
	const authentication = types.some((type) => /ClientCredentials/.test(type))
		? 'clientCredentials'
		: 'oAuth2';
	const nodes: INode[] = [
		node(TRIGGER, 'n8n-nodes-base.manualTrigger', {}),
		node('Read', `${PACKAGE}.shopifyRecords`, { authentication, period: 'all', limit: 1 }),
		node('Map', `${PACKAGE}.orderToSalesReceipt`, {
			paymentAccounts: { rows: [{ gateway: '*', account: 'Clearing', accountType: 'Bank' }] },
		}),
		node('Plan', `${PACKAGE}.quickBooksPosting`, { operation: 'plan' }),
	];
	nodes[1].credentials = only(credentials, /^shopify/);
	nodes[3].credentials = only(credentials, /^quickBooks/);
	const connections = Object.fromEntries(
		nodes.slice(1).map(({ name }, index) => {
			return [nodes[index].name, { main: [[{ node: name, type: 'main' as const, index: 0 }]] }];
		}),
	);
	const { id } = await rest.createWorkflow({ name: 'One order', nodes, connections });
	return async (): Promise<Execution> => await rest.runWorkflow(String(id), TRIGGER);
}

function node(name: string, type: string, parameters: INode['parameters']): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}

function only(credentials: INodeCredentials, name: RegExp): INodeCredentials {
	return Object.fromEntries(Object.entries(credentials).filter(([type]) => name.test(type)));
}
