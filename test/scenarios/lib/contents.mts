import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { GROUPS, type Scenario } from './scenario.mts';

const FILE = join(process.cwd(), 'test/scenarios/CASES.md');

/** CASES.md: every case by the title of its story, with the way to it. */
export function contentsText(scenarios: readonly Scenario[]): string {
	const groups = GROUPS.map((group) => {
		const own = scenarios.filter(({ name }) => name.startsWith(`${group}/`));
		const rows = own.map(({ name, story }) => `- [${titleOf(story)}](${name}/story.md)`);
		return `## ${group} (${own.length})\n\n${rows.join('\n')}\n`;
	});
	return `# All cases\n\n${groups.join('\n')}`;
}

function titleOf(story: string): string {
	return story.split('\n')[0].replace(/^#+\s*/, '');
}

export function readContents(): string {
	return existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
}

export function writeContents(scenarios: readonly Scenario[]): void {
	writeFileSync(FILE, contentsText(scenarios));
}
