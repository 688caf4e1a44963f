import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { QuickBooksCompanyOAuth2Api } from '../../credentials/QuickBooksCompanyOAuth2Api.credentials';
import { runWorkflow, type RunResult } from '../../engine/index.mts';
import n8n from '../../engine/n8n.cjs';
import { loadPackages, type NodeTypes } from '../../engine/nodeTypes.mts';
import { QuickBooksPosting } from '../../nodes/QuickBooksPosting/QuickBooksPosting.node';
import type { QuickBooksSandbox } from '../../sandbox/quickbooks/start.mts';

const POSTING = 'n8n-nodes-shopify-quickbooks.quickBooksPosting';
const DOCUMENTS = 'test.documents';

/** Hands out documents, as the mapper does, so that the engine pairs items through two nodes. */
function documentsNode(documents: readonly unknown[]): INodeType {
	const description = {
		displayName: 'Documents',
		name: 'documents',
		group: ['transform'],
		version: 1,
		description: 'Hands out documents',
		defaults: { name: 'Documents' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	} satisfies INodeTypeDescription;
	const items = documents.map((json) => ({ json: json as IDataObject, pairedItem: { item: 0 } }));
	return { description, execute: async () => [items] };
}

let builtIn: Promise<NodeTypes> | undefined;

async function typesWith(documents: readonly unknown[]): Promise<NodeTypes> {
	builtIn ??= loadPackages([n8n.builtInFolder()]);
	const inner = await builtIn;
	const own = new Map<string, INodeType>([
		[DOCUMENTS, documentsNode(documents)],
		[POSTING, new QuickBooksPosting()],
	]);
	const credential = new QuickBooksCompanyOAuth2Api();
	const types = Object.create(inner) as NodeTypes;
	types.getByName = (name) => own.get(name) ?? inner.getByName(name);
	types.getByNameAndVersion = (name, version) =>
		own.get(name) ?? inner.getByNameAndVersion(name, version);
	types.credential = (name) => (name === credential.name ? credential : inner.credential(name));
	return types;
}

/** A credential as it is stored after connecting. */
export function connected(
	sandbox: QuickBooksSandbox,
	changes: IDataObject = {},
): ICredentialDataDecryptedObject {
	return {
		environment: 'sandbox',
		clientId: sandbox.clientId,
		clientSecret: sandbox.clientSecret,
		baseUrl: sandbox.url,
		companyId: '',
		oauthTokenData: {
			...sandbox.issueTokens(),
			callbackQueryString: { realmId: sandbox.realmId },
		},
		...changes,
	} as ICredentialDataDecryptedObject;
}

/** Runs the node on these documents in n8n's own engine. */
export async function runPosting(
	documents: readonly unknown[],
	credential: ICredentialDataDecryptedObject,
	parameters: IDataObject = {},
	onError?: INode['onError'],
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
		nodeTypes: await typesWith(documents),
		credentials: { quickBooksCompanyOAuth2Api: credential },
		workflow: {
			name: 'Post documents',
			nodes: [
				node('By hand', 'n8n-nodes-base.manualTrigger'),
				node('Documents', DOCUMENTS),
				node('Post', POSTING, { parameters: parameters as INode['parameters'], onError }),
			],
			connections: { 'By hand': to('Documents'), Documents: to('Post') },
			settings: { executionOrder: 'v1' },
		},
	});
}
