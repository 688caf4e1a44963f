import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { quietly } from './command.mjs';

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** npm as this Node knows it; a plain name so that a proxy or version manager keeps its say. */
export const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Installs what package-lock.json names, unless exactly that is there already. */
export async function ensureDependencies(folder = ROOT, label = 'Installing dependencies') {
	if (isInstalled(folder)) return false;
	await quietly(`${label} (npm ci)`, npm, ['ci', '--prefer-offline', '--loglevel=error'], {
		cwd: folder,
	});
	return true;
}

/** Compares the lock file with npm's record of what it installed. */
export function isInstalled(folder) {
	const record = join(folder, 'node_modules', '.package-lock.json');
	if (!existsSync(record)) return false;
	const wanted = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
	const there = JSON.parse(readFileSync(record, 'utf8')).packages;
	return Object.entries(wanted).every(([path, { version, optional, devOptional, peer }]) => {
		if (path === '') return true;
		if (!there[path]) return Boolean(optional || devOptional || peer);
		return there[path].version === version;
	});
}

export async function build() {
	await quietly('Building the package (npm run build)', npm, ['run', 'build', '--silent'], {
		cwd: ROOT,
	});
}

/** Runs a TypeScript module of the repository in a Node of its own. */
export const throughTsx = (file, args = []) => ['--import', 'tsx', join(ROOT, file), ...args];
