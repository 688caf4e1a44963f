/** Runs a TypeScript command of the repository; on a fresh clone installs what it needs first. */
import { loudly } from './lib/command.mjs';
import { main, requireNode } from './lib/console.mjs';
import { ensureDependencies, ROOT, throughTsx } from './lib/dependencies.mjs';

await main(async () => {
	const [file, ...args] = process.argv.slice(2);
	requireNode();
	await ensureDependencies();
	return await loudly(process.execPath, throughTsx(file, args), { cwd: ROOT });
});
