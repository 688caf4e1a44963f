import { QuickBooksCompanyOAuth2Api } from '../../credentials/QuickBooksCompanyOAuth2Api.credentials';
import { ShopifyStoreAccessTokenApi } from '../../credentials/ShopifyStoreAccessTokenApi.credentials';
import { runWorkflow, type RunResult, type WorkflowFile } from '../../engine/index.mts';
import n8n from '../../engine/n8n.cjs';
import { loadPackages, type NodeTypes } from '../../engine/nodeTypes.mts';
import { ProductSync } from '../../nodes/ProductSync/ProductSync.node';
import { shopWithBooks, type ShopWithBooks } from '../ProductSync/engine.mts';
import { connected } from '../QuickBooksPosting/engine.mts';
import { readTemplates } from './templates.mts';

const TYPE = 'n8n-nodes-shopify-quickbooks.productSync';

export { shopWithBooks, type ShopWithBooks };

/** Template 11 as it is in the repository; a fresh copy each time. */
export function template11(): WorkflowFile {
	const template = readTemplates().find(({ file }) => file.startsWith('11-'));
	if (template === undefined) throw new Error('Template 11 is not there');
	return JSON.parse(template.text) as WorkflowFile;
}

/** Runs the template in n8n's own engine, with the node from its sources. */
export async function runTemplate11(
	{ shopify, quickBooks }: ShopWithBooks,
	{ approvedCode, startNode }: { approvedCode?: string; startNode?: string } = {},
): Promise<RunResult> {
	const workflow = template11();
	for (const node of workflow.nodes) {
		if (node.type === TYPE) node.parameters.authentication = 'accessToken';
		if (node.name === 'Approve' && approvedCode !== undefined) {
			const { assignments } = node.parameters.assignments as { assignments: Array<object> };
			Object.assign(assignments[0], { value: approvedCode });
		}
	}
	return await runWorkflow({
		nodeTypes: await nodeTypes(),
		workflow,
		...(startNode === undefined ? {} : { startNode }),
		credentials: {
			quickBooksCompanyOAuth2Api: connected(quickBooks),
			shopifyStoreAccessTokenApi: {
				shopSubdomain: shopify.shopDomain.replace('.myshopify.com', ''),
				baseUrl: shopify.url,
				accessToken: shopify.accessToken,
			},
		},
	});
}

async function nodeTypes(): Promise<NodeTypes> {
	const builtIn = await loadPackages([n8n.builtInFolder()]);
	const own = new ProductSync();
	const credentials = [new QuickBooksCompanyOAuth2Api(), new ShopifyStoreAccessTokenApi()];
	const types = Object.create(builtIn) as NodeTypes;
	types.getByName = (name) => (name === TYPE ? own : builtIn.getByName(name));
	types.getByNameAndVersion = (name, version) =>
		name === TYPE ? own : builtIn.getByNameAndVersion(name, version);
	types.credential = (name) =>
		credentials.find((each) => each.name === name) ?? builtIn.credential(name);
	return types;
}
