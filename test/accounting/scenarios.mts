import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One case of `scenarios/`: an order, the settings that differ from the defaults, and the books. */
export interface Scenario {
	name: string;
	order: unknown;
	settings: Record<string, unknown>;
	expected: string;
}

/** @param root absolute path of the folder with the cases */
export function readScenarios(root: string): Scenario[] {
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
