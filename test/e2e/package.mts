import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from '../../scripts/lib/dependencies.mjs';
import type { Stage } from './stage.mts';

interface NodeTypeEntry {
	name: string;
}

/** The packed tarball as n8n has it. */
export async function packageChecks({ checks, workshop: { server, rest } }: Stage) {
	const { name, n8n } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
		name: string;
		n8n: { nodes: string[]; credentials: string[] };
	};
	await checks.check('the tarball is installed without any dependency', () => {
		const modules = readdirSync(join(server.folder, '.n8n/nodes/node_modules'));
		assert.deepEqual(
			modules.filter((module) => !module.startsWith('.')),
			[name],
		);
	});
	await checks.check('n8n offers every node of the package', async () => {
		const types = await rest.raw<NodeTypeEntry[]>('/types/nodes.json');
		const ours = types.filter((type) => type.name.startsWith(`${name}.`));
		const offered = new Set(ours.map((type) => type.name.toLowerCase()));
		for (const file of n8n.nodes) {
			const className = String(file.split('/').at(-1)).split('.')[0];
			assert.ok(offered.has(`${name}.${className}`.toLowerCase()), `${className} is missing`);
		}
	});
}
