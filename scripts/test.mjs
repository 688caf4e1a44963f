/** `npm test`: on a fresh clone does all. Ends with "N passed, N failed". */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loudly } from './lib/command.mjs';
import { main, requireNode, say, since } from './lib/console.mjs';
import { build, ensureDependencies, npm, ROOT } from './lib/dependencies.mjs';

const start = Date.now();
const counts = { passed: 0, failed: 0 };

/** One check that passes or fails as a whole. */
async function check(label, run) {
	say(`\n== ${label}`);
	try {
		await run();
		counts.passed += 1;
	} catch (error) {
		counts.failed += 1;
		say(`FAILED: ${label}: ${error.message}`);
		if (error.fix) say(`  ${error.fix}`);
	}
}

const npmRun = (script) => async () => {
	const code = await loudly(npm, ['run', script, '--silent'], { cwd: ROOT });
	if (code !== 0) throw new Error(`npm run ${script} ended with ${code}`);
};

/** Every test of jest counts by itself; a suite that cannot even start counts as one failure. */
async function jest() {
	say('\n== Unit, property, contract and engine tests (jest)');
	const result = join(tmpdir(), `jest-${process.pid}.json`);
	const jestFile = join(ROOT, 'node_modules/jest/bin/jest.js');
	// Jest leaves a core free for a person; half the machine, where there are two
	const args = [jestFile, '--maxWorkers=100%', '--json', `--outputFile=${result}`];
	args.push(...process.argv.slice(2));
	const code = await loudly(process.execPath, args, {
		cwd: ROOT,
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	const tests = existsSync(result) ? JSON.parse(readFileSync(result, 'utf8')) : undefined;
	rmSync(result, { force: true });
	const failed = tests ? tests.numFailedTests + tests.numRuntimeErrorTestSuites : 1;
	counts.passed += tests?.numPassedTests ?? 0;
	counts.failed += code !== 0 && failed === 0 ? 1 : failed;
}

await main(async () => {
	requireNode();
	await ensureDependencies();
	await check('Build', build);
	await check('Lint', npmRun('lint'));
	await check('Types', npmRun('typecheck'));
	await jest();
	say(`\n${since(start)}`);
	say(`${counts.passed} passed, ${counts.failed} failed`);
	return counts.failed === 0 ? 0 : 1;
});
