/** `npm run demo`: on a fresh clone does all, then keeps a month's books and judges them. */
import { loudly } from './lib/command.mjs';
import { main, requireNode } from './lib/console.mjs';
import { build, ensureDependencies, ROOT, throughTsx } from './lib/dependencies.mjs';

await main(async () => {
	requireNode();
	await ensureDependencies();
	await build();
	return await loudly(
		process.execPath,
		throughTsx('scripts/demo/main.mts', process.argv.slice(2)),
		{
			cwd: ROOT,
		},
	);
});
