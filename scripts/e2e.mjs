/** `npm run test:e2e`: the packed package in a real n8n, headless, and in Chromium. Ends with "N passed, N failed". */
import { loudly } from './lib/command.mjs';
import { main, requireNode } from './lib/console.mjs';
import { build, ensureDependencies, ROOT, throughTsx } from './lib/dependencies.mjs';
import { ensureN8n } from './lib/n8n.mjs';

await main(async () => {
	requireNode();
	await ensureDependencies();
	await ensureN8n();
	await build();
	return await loudly(process.execPath, throughTsx('test/e2e/main.mts', process.argv.slice(2)), {
		cwd: ROOT,
	});
});
