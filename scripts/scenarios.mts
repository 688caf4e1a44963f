/**
 * Writes the expected files of scenarios anew, and their list, for maintainers who read them before they commit:
 *
 *     node --import tsx scripts/scenarios.mts charge-tip     folders whose name contains the text
 *     node --import tsx scripts/scenarios.mts --all
 *     node --import tsx scripts/scenarios.mts --tidy tip     only lays out order.json and the like
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { compactJson } from '../test/scenarios/lib/compactJson.mts';
import { writeContents } from '../test/scenarios/lib/contents.mts';
import { playScenario } from '../test/scenarios/lib/runScenario.mts';
import {
	GROUPS,
	readScenarios,
	writeExpected,
	type Scenario,
} from '../test/scenarios/lib/scenario.mts';

const FACTS = ['order.json', 'order-later.json', 'refund.json', 'settings.json'];

function tidy({ name }: Scenario): void {
	for (const file of FACTS) {
		const path = join(process.cwd(), 'test/scenarios', name, file);
		if (existsSync(path)) writeFileSync(path, compactJson(JSON.parse(readFileSync(path, 'utf8'))));
	}
}

async function update(scenario: Scenario): Promise<void> {
	tidy(scenario);
	const { files, books } = await playScenario(scenario);
	await books.close();
	writeExpected(scenario, files);
}

async function main(args: string[]): Promise<void> {
	const texts = args.filter((arg) => !arg.startsWith('--'));
	if (texts.length === 0 && !args.includes('--all')) {
		process.stdout.write('Name a part of the scenarios to write, or --all\n');
		return;
	}
	const all = GROUPS.flatMap(readScenarios);
	const chosen = all.filter(
		({ name }) => args.includes('--all') || texts.some((text) => name.includes(text)),
	);
	for (const scenario of chosen) {
		if (args.includes('--tidy')) tidy(scenario);
		else await update(scenario);
		process.stdout.write(`${scenario.name}\n`);
	}
	writeContents(all);
}

await main(process.argv.slice(2));
