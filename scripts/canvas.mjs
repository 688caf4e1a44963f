/** `npm run demo:canvas`: the demo on the canvas of a real n8n, open until Ctrl-C (-- --once ends by itself). */
import { loudly } from './lib/command.mjs';
import { main, requireNode } from './lib/console.mjs';
import { build, ensureDependencies, ROOT, throughTsx } from './lib/dependencies.mjs';
import { ensureN8n } from './lib/n8n.mjs';

await main(async () => {
	requireNode();
	await ensureDependencies();
	await ensureN8n();
	await build();
	const args = throughTsx('scripts/canvas/main.mts', process.argv.slice(2));
	return await loudly(process.execPath, args, { cwd: ROOT });
});
