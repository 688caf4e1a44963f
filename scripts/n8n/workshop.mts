import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { INode, INodeCredentialsDetails, IWorkflowBase } from 'n8n-workflow';

import { attachCredentials, loadNodeTypes, type WorkflowFile } from '../../engine/index.mts';
import type { Merchant } from '../demo/merchant.mts';
import { readTemplate } from '../demo/template.mts';
import { say, since } from '../lib/console.mjs';
import { ROOT } from '../lib/dependencies.mjs';
import { openMailbox, type Mailbox } from './mailbox.mts';
import { N8nRest } from './rest.mts';
import { N8nServer } from './server.mts';

/** A real n8n that its owner has set up: package installed, both vendors connected, templates imported. */
export interface Workshop {
	server: N8nServer;
	rest: N8nRest;
	/** What the templates mail. */
	mailbox: Mailbox;
	templates: Template[];
}

/** A template as n8n has it. */
export interface Template {
	file: WorkflowFile;
	imported: IWorkflowBase;
}

type Credentials = ReadonlyMap<string, INodeCredentialsDetails>;

/** Names and ids of a merchant's credentials in n8n, by type. */
const credentialsOf = (merchant: string): Credentials =>
	new Map([
		['shopifyStoreOAuth2Api', { id: `shopify${merchant}`, name: `Shopify (${merchant})` }],
		[
			'quickBooksCompanyOAuth2Api',
			{ id: `quickBooks${merchant}`, name: `QuickBooks (${merchant})` },
		],
		['smtp', { id: `mail${merchant}`, name: `Mail (${merchant})` }],
	]);

export async function openWorkshop(merchant: Merchant): Promise<Workshop> {
	const server = await step('Installing the packed package in a new n8n', async () =>
		N8nServer.prepare(),
	);
	try {
		await step('Starting n8n', async () => await server.start());
		const rest = new N8nRest(server.url);
		await rest.setUpOwner();
		const n8n = { server, rest, mailbox: await openMailbox() };
		return { ...n8n, templates: await furnish(n8n, merchant) };
	} catch (error) {
		await server.close();
		throw error;
	}
}

/** Connects a merchant's shop and company and imports the templates for them, each in its number's order. */
export async function furnish(
	{ server, rest, mailbox }: Omit<Workshop, 'templates'>,
	merchant: Merchant,
	name = 'sandbox',
): Promise<Template[]> {
	const credentials = credentialsOf(name);
	await step('Importing the connected credentials and the templates', async () => {
		const data = new Map(Object.entries({ ...merchant.credentials, smtp: mailbox.credential }));
		await server.importCredentials(
			[...credentials].map(([type, about]) => ({ ...about, type, data: data.get(type) })),
		);
	});
	return await importTemplates(rest, credentials, merchant.shopify.shopDomain);
}

export async function step<T>(label: string, run: () => Promise<T>): Promise<T> {
	const start = Date.now();
	say(`• ${label}`);
	const beat = setInterval(() => say(`  still at it, ${since(start)}`), 8000);
	try {
		const result = await run();
		say(`  done in ${since(start)}`);
		return result;
	} finally {
		clearInterval(beat);
	}
}

async function importTemplates(
	rest: N8nRest,
	credentials: Credentials,
	shop: string,
): Promise<Template[]> {
	const folder = join(ROOT, 'workflows');
	const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
	const nodeTypes = await loadNodeTypes();
	const templates: Template[] = [];
	const ids = new Map<unknown, string>();
	for (const name of files.sort((a, b) => parseInt(a, 10) - parseInt(b, 10))) {
		const file = readTemplate(join(folder, name));
		const connected = attachCredentials(file.nodes, credentials, nodeTypes);
		const nodes = connected.map((node) => namingShop(callingImported(node, ids), shop));
		const { connections, settings } = file;
		const imported = await rest.createWorkflow({ name: file.name, nodes, connections, settings });
		templates.push({ file, imported });
		ids.set((file as { id?: string }).id, String(imported.id));
	}
	return templates;
}

/** n8n gives new ids: whoever imports a workflow that calls others chooses those anew. */
function callingImported(node: INode, ids: ReadonlyMap<unknown, string>): INode {
	const workflowId = node.parameters.workflowId as { value?: unknown } | undefined;
	const id = ids.get(workflowId?.value);
	if (!workflowId || !id) return node;
	return { ...node, parameters: { ...node.parameters, workflowId: { ...workflowId, value: id } } };
}

/** An export of Shopify Balance does not say whose it is; its template asks for the shop. */
function namingShop(node: INode, shop: string): INode {
	return node.parameters.shop === '' ? { ...node, parameters: { ...node.parameters, shop } } : node;
}

/** The manual trigger, which "Execute workflow" starts from. */
export function manualTrigger({ nodes }: WorkflowFile): string {
	const trigger = nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger');
	if (!trigger) throw new Error('The workflow has no manual trigger');
	return trigger.name;
}
