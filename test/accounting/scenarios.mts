import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One case of `scenarios/`: an order, the settings that differ from the defaults, and the books. */
export interface Scenario {
	name: string;
	order: unknown;
	settings: Record<string, unknown>;
	expected: string;
}

const ROOT = join(process.cwd(), 'test/accounting/scenarios');

/** All cases, in the order of their names. */
export function readScenarios(root = ROOT): Scenario[] {
	return readdirSync(root)
		.sort()
		.map((name) => {
			const read = (file: string) => readFileSync(join(root, name, file), 'utf8');
			return {
				name,
				order: JSON.parse(read('order.json')) as unknown,
				settings: JSON.parse(read('settings.json')) as Record<string, unknown>,
				expected: read('expected.txt'),
			};
		});
}
