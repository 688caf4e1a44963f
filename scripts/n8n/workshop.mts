import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { INodeCredentialsDetails, IWorkflowBase } from 'n8n-workflow';

import { attachCredentials, loadNodeTypes, type WorkflowFile } from '../../engine/index.mts';
import type { Merchant } from '../demo/merchant.mts';
import { readTemplate } from '../demo/template.mts';
import { say, since } from '../lib/console.mjs';
import { ROOT } from '../lib/dependencies.mjs';
import { N8nRest } from './rest.mts';
import { N8nServer } from './server.mts';

/** A real n8n that its owner has set up: package installed, both vendors connected, templates imported. */
export interface Workshop {
	server: N8nServer;
	rest: N8nRest;
	/** The templates as n8n has them, in the order of their numbers. */
	templates: { file: WorkflowFile; imported: IWorkflowBase }[];
}

const CREDENTIALS: Record<keyof Merchant['credentials'], INodeCredentialsDetails> = {
	shopifyStoreOAuth2Api: { id: 'shopifySandbox01', name: 'Shopify (sandbox)' },
	quickBooksCompanyOAuth2Api: { id: 'quickBooksSand01', name: 'QuickBooks (sandbox)' },
};

export async function openWorkshop(merchant: Merchant): Promise<Workshop> {
	const server = await step('Installing the packed package in a new n8n', async () =>
		N8nServer.prepare(),
	);
	try {
		await step('Starting n8n', async () => await server.start());
		const rest = new N8nRest(server.url);
		await rest.setUpOwner();
		await step('Importing the connected credentials and the templates', async () => {
			await server.importCredentials(connected(merchant));
		});
		return { server, rest, templates: await importTemplates(rest) };
	} catch (error) {
		await server.close();
		throw error;
	}
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

function connected({ credentials }: Merchant): unknown[] {
	return Object.entries(CREDENTIALS).map(([type, { id, name }]) => {
		return { id, name, type, data: credentials[type as keyof Merchant['credentials']] };
	});
}

async function importTemplates(rest: N8nRest): Promise<Workshop['templates']> {
	const folder = join(ROOT, 'workflows');
	const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
	const nodeTypes = await loadNodeTypes();
	const templates: Workshop['templates'] = [];
	for (const name of files.sort((a, b) => parseInt(a, 10) - parseInt(b, 10))) {
		const file = readTemplate(join(folder, name));
		const nodes = attachCredentials(file.nodes, new Map(Object.entries(CREDENTIALS)), nodeTypes);
		const { connections, settings } = file;
		const imported = await rest.createWorkflow({ name: file.name, nodes, connections, settings });
		templates.push({ file, imported });
	}
	return templates;
}

/** The manual trigger, which "Execute workflow" starts from. */
export function manualTrigger({ nodes }: WorkflowFile): string {
	const trigger = nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger');
	if (!trigger) throw new Error('The workflow has no manual trigger');
	return trigger.name;
}
