import { dirname } from 'node:path';

import type { ICredentialDataDecryptedObject, IDataObject, INode } from 'n8n-workflow';

import { runWorkflow, type NodeTypes, type RunResult } from '../../engine/index.mts';
import n8n from '../../engine/n8n.cjs';
import { loadPackages } from '../../engine/nodeTypes.mts';
import type { QuickBooksSandbox } from '../../sandbox/quickbooks/start.mts';

/** Hosts that the built-in node and its credential have written into their code. */
const INTUIT = new Set([
	'quickbooks.api.intuit.com',
	'sandbox-quickbooks.api.intuit.com',
	'oauth.platform.intuit.com',
]);

interface Request {
	url?: string;
	baseURL?: string;
}

interface Axios {
	interceptors: {
		request: { use(change: (request: Request) => Request): number; eject(id: number): void };
	};
}

/**
 * Leads every request of n8n to Intuit's hosts, API and OAuth alike, to the sandbox; refuses every
 * other host. It hooks into the axios that n8n's own network package requires.
 *
 * @returns undoes it
 */
export function leadIntuitTo(sandboxUrl: string): () => void {
	const core = dirname(require.resolve('n8n-core'));
	const network = dirname(require.resolve('@n8n/backend-network', { paths: [core] }));
	const axios = require(require.resolve('axios', { paths: [network] })) as Axios;
	const id = axios.interceptors.request.use((request) => {
		const url = new URL(request.url ?? '', request.baseURL);
		if (INTUIT.has(url.hostname)) {
			return { ...request, baseURL: undefined, url: `${sandboxUrl}${url.pathname}${url.search}` };
		}
		if (url.hostname === '127.0.0.1') return request;
		throw new Error(`A request left for ${url.hostname}`);
	});
	return () => axios.interceptors.request.eject(id);
}

let builtIn: Promise<NodeTypes> | undefined;

/** n8n's own types; nothing of this package. */
export async function builtInTypes(): Promise<NodeTypes> {
	builtIn ??= loadPackages([n8n.builtInFolder()]);
	return await builtIn;
}

export type Credential = ICredentialDataDecryptedObject;

/** What n8n stores once the built-in credential is connected. */
export function connectedCredential(sandbox: QuickBooksSandbox): Credential {
	const { clientId, clientSecret, realmId } = sandbox;
	return {
		clientId,
		clientSecret,
		environment: 'sandbox',
		oauthTokenData: { ...sandbox.issueTokens(), callbackQueryString: { realmId } },
	} as unknown as Credential;
}

/** One run of the built-in node by n8n's engine. */
export async function runBuiltIn(
	parameters: INode['parameters'],
	quickBooksOAuth2Api: Credential,
): Promise<RunResult> {
	const node = (name: string, type: string, more: INode['parameters'] = {}): INode => ({
		id: name,
		name,
		type: `n8n-nodes-base.${type}`,
		typeVersion: 1,
		position: [0, 0],
		parameters: more,
	});
	return await runWorkflow({
		nodeTypes: await builtInTypes(),
		credentials: { quickBooksOAuth2Api },
		workflow: {
			name: 'Built-in QuickBooks',
			nodes: [node('By hand', 'manualTrigger'), node('QuickBooks', 'quickbooks', parameters)],
			connections: {
				'By hand': { main: [[{ node: 'QuickBooks', type: 'main', index: 0 }]] },
			},
			settings: { executionOrder: 'v1' },
		},
	});
}

/** The items that left the node; a failed run is an error that says so. */
export function itemsOf({ status, error, outputs }: RunResult): IDataObject[] {
	if (status !== 'success') throw new Error(`${error?.message} | ${error?.description}`);
	return outputs.QuickBooks[0].map(({ json }) => json);
}
