import { contentsText, readContents } from './lib/contents.mts';
import { GROUPS, readScenarios } from './lib/scenario.mts';

const scenarios = GROUPS.flatMap(readScenarios);

it('has the cases', () => {
	expect(scenarios.length).toBeGreaterThanOrEqual(250);
});

it('lists them all in CASES.md', () => {
	expect(readContents()).toBe(contentsText(scenarios));
});
