import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A journal entry as a person wrote it down, amounts as decimal strings or empty. */
export interface HandEntry {
	date: string;
	lines: Array<{ account: string; debit: string; credit: string }>;
}

/** One case of `scenarios/`: the orders, the settings that differ, the journal by hand, the text. */
export interface CostScenario {
	name: string;
	orders: Array<Record<string, unknown>>;
	settings: Record<string, unknown>;
	journal: HandEntry[];
	expected: string;
}

const ROOT = join(process.cwd(), 'test/accounting/costOfGoods/scenarios');

/** All cases, in the order of their names. */
export function readCostScenarios(): CostScenario[] {
	return readdirSync(ROOT)
		.sort()
		.map((name) => {
			const path = (file: string) => join(ROOT, name, file);
			const json = (file: string) => JSON.parse(readFileSync(path(file), 'utf8')) as unknown;
			return {
				name,
				orders: json('orders.json') as CostScenario['orders'],
				settings: json('settings.json') as CostScenario['settings'],
				journal: json('journal.json') as HandEntry[],
				expected: existsSync(path('expected.txt'))
					? readFileSync(path('expected.txt'), 'utf8')
					: '',
			};
		});
}

/** Writes the books down to be read and judged by a person; only when UPDATE_SCENARIOS is set. */
export function writeExpected(name: string, books: string): boolean {
	if (process.env.UPDATE_SCENARIOS === undefined) return false;
	writeFileSync(join(ROOT, name, 'expected.txt'), books);
	return true;
}
