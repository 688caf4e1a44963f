/** The template workflows as files. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface TemplateNode {
	id: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: Record<string, unknown>;
	credentials?: unknown;
	onError?: string;
}

export interface Template {
	file: string;
	text: string;
	id: string;
	name: string;
	active?: boolean;
	nodes: TemplateNode[];
	connections: Record<string, { main: Array<Array<{ node: string }> | null> }>;
	settings: Record<string, unknown>;
	pinData?: unknown;
}

const FOLDER = path.join(process.cwd(), 'workflows');

export function readTemplates(): Template[] {
	return readdirSync(FOLDER)
		.filter((name) => name.endsWith('.json'))
		.sort()
		.map((file) => {
			const text = readFileSync(path.join(FOLDER, file), 'utf8');
			return { ...(JSON.parse(text) as Template), file, text };
		});
}

export function workflowsReadme(): string {
	return readFileSync(path.join(FOLDER, 'README.md'), 'utf8');
}

/** Names of the node types that n8n itself brings, e.g. "scheduleTrigger". */
export function coreNodeTypes(): Set<string> {
	const known = path.join(
		path.dirname(require.resolve('n8n-nodes-base/package.json')),
		'dist/known/nodes.json',
	);
	return new Set(Object.keys(JSON.parse(readFileSync(known, 'utf8')) as object));
}
