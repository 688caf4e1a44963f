import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One case of `ledgerScenarios/`: the items, the settings that differ from the defaults, the books. */
export interface LedgerScenario {
	name: string;
	/** A payout, or rows: balance transactions, disputes, or the lines of a Shopify Balance export. */
	items: unknown[];
	settings: Record<string, unknown>;
	expected: string;
}

const ROOT = join(process.cwd(), 'test/accounting/ledgerScenarios');

/** All cases, in the order of their names. */
export function readLedgerScenarios(): LedgerScenario[] {
	return readdirSync(ROOT)
		.sort()
		.map((name) => {
			const path = (file: string) => join(ROOT, name, file);
			const json = (file: string) => JSON.parse(readFileSync(path(file), 'utf8')) as unknown;
			const isPayout = existsSync(path('payout.json'));
			return {
				name,
				items: isPayout ? [json('payout.json')] : (json('rows.json') as unknown[]),
				settings: json('settings.json') as Record<string, unknown>,
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
