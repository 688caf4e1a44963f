import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { collect, quietly } from './command.mjs';
import { Failure } from './console.mjs';
import { ensureDependencies, ROOT } from './dependencies.mjs';

export const N8N_FOLDER = join(ROOT, 'n8n');
export const N8N_BIN = join(N8N_FOLDER, 'node_modules/n8n/bin/n8n');

const SQLITE = join(N8N_FOLDER, 'node_modules/sqlite3');
const SQLITE_BINDING = join(SQLITE, 'build/Release/node_sqlite3.node');

/** The Node that runs n8n: the one from npm, else this one if it is new enough. */
export function n8nNode() {
	const platform = process.platform === 'win32' ? 'win' : process.platform;
	const folder = join(N8N_FOLDER, 'node_modules', `node-${platform}-${process.arch}`);
	const binary = join(folder, 'bin', platform === 'win' ? 'node.exe' : 'node');
	if (existsSync(binary)) return { binary, headers: folder };
	if (Number(process.versions.node.split('.')[0]) >= 24) return { binary: process.execPath };
	throw new Failure(
		`n8n needs Node 24, and npm has none for ${process.platform} ${process.arch}.`,
		'Install Node 24 and run this command with it.',
	);
}

/** Installs the pinned n8n in its own folder: 2.8 GB, about five minutes the first time. */
export async function ensureN8n() {
	const label = 'Installing a real n8n in n8n/: 2.8 GB, some minutes, once';
	await ensureDependencies(N8N_FOLDER, label);
	if (!existsSync(SQLITE_BINDING)) await buildSqlite();
}

/**
 * n8n keeps its data in SQLite. The package's own install script would ask github.com for a binary
 * first; building it from the sources in the package asks nobody.
 */
async function buildSqlite() {
	await requireCompiler();
	const { binary, headers } = n8nNode();
	const gyp = join(N8N_FOLDER, 'node_modules/node-gyp/bin/node-gyp.js');
	const args = [gyp, 'rebuild', ...(headers ? [`--nodedir=${headers}`] : [])];
	await quietly("Compiling n8n's SQLite (about a minute, once)", binary, args, { cwd: SQLITE });
}

async function requireCompiler() {
	for (const tool of ['python3', 'make', 'g++']) {
		const { code } = await collect(tool, ['--version']).catch(() => ({ code: 1 }));
		if (code === 0) continue;
		throw new Failure(
			`${tool} is missing; n8n's SQLite is compiled with it.`,
			'Debian and Ubuntu: apt-get install -y build-essential python3. macOS: xcode-select --install.',
		);
	}
}
