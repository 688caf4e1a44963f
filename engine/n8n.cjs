/**
 * n8n's own packages, required as CommonJS everywhere: n8n-workflow ships a second, ESM copy of itself,
 * and an error or workflow of one copy is a stranger to the other.
 */
const { mkdirSync, rmSync } = require('node:fs');
const { dirname, join } = require('node:path');

// n8n-core calls it; Node 20 does not have it.
Promise.withResolvers ??= function withResolvers() {
	const settle = {};
	settle.promise = new Promise((resolve, reject) => Object.assign(settle, { resolve, reject }));
	return settle;
};

// n8n-core writes its settings file on first use: never into the user's own ~/.n8n. In node_modules,
// because jest's processes end without a word and would leave a folder each in /tmp.
if (process.env.N8N_USER_FOLDER === undefined) {
	const cache = join(dirname(__dirname), 'node_modules/.cache/n8n-engine');
	const folder = join(cache, String(process.pid));
	mkdirSync(folder, { recursive: true });
	process.env.N8N_USER_FOLDER = folder;
	process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}
// Its log would drown ours; errors reach the caller as values anyway.
process.env.N8N_LOG_LEVEL ??= 'silent';

require('reflect-metadata');

module.exports = {
	core: require('n8n-core'),
	workflow: require('n8n-workflow'),
	/** The package's own folder: what n8n would find under nodes/node_modules. */
	packageFolder: dirname(__dirname),
	/** Where the built-in nodes are. */
	builtInFolder: () => dirname(require.resolve('n8n-nodes-base/package.json')),
};
