import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(process.cwd(), 'test/accounting/inventory/scenarios');

/** Names and texts of all scenarios, in the order of their names. */
export function readScenarios(): Array<[name: string, text: string]> {
	return readdirSync(ROOT)
		.filter((name) => name.endsWith('.md') && name !== 'README.md')
		.sort()
		.map((name) => [name.replace('.md', ''), readFileSync(join(ROOT, name), 'utf8')]);
}
