/** The package as it would be published, and what n8n's scanner and a bare machine make of it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = process.cwd();

export interface PackedPackage {
	/** Folder that holds node_modules/<the package> and nothing else. */
	home: string;
	/** The package's own folder. */
	folder: string;
	files: string[];
	remove(): void;
}

export interface Manifest {
	name: string;
	dependencies?: Record<string, string>;
	n8n: { nodes: string[]; credentials: string[] };
}

/** Packs the built package and unpacks it where no library can be found. */
export function packPackage(): PackedPackage {
	const home = mkdtempSync(path.join(tmpdir(), 'packed-'));
	execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', home], {
		cwd: ROOT,
	});
	const tarball = readdirSync(home).find((name) => name.endsWith('.tgz'));
	if (!tarball) throw new Error('npm pack made no tarball');
	const folder = path.join(home, 'node_modules', manifestOf(ROOT).name);
	mkdirSync(folder, { recursive: true });
	execFileSync('tar', ['-xzf', path.join(home, tarball), '-C', folder, '--strip-components=1']);
	const files = execFileSync('tar', ['-tzf', path.join(home, tarball)], { encoding: 'utf8' })
		.trim()
		.split('\n')
		.map((file) => file.replace(/^package\//, ''));
	return { home, folder, files, remove: () => rmSync(home, { recursive: true, force: true }) };
}

export function manifestOf(folder: string): Manifest {
	return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
}

export function readPacked(packed: PackedPackage, file: string): string {
	return readFileSync(path.join(packed.folder, file), 'utf8');
}

/** What the scanner says against the folder; empty when it passes. */
export function scan(folder: string, patterns: string[]): string {
	const script = path.join(ROOT, 'scripts', 'check', 'scan.mjs');
	const { status, stdout, stderr } = spawnSync(process.execPath, [script, folder, ...patterns], {
		cwd: ROOT,
		encoding: 'utf8',
		// The rules of eslint-plugin-n8n-nodes-base see no file names where NODE_ENV is 'test'.
		env: { ...process.env, NODE_ENV: 'production' },
	});
	return status === 0 ? '' : `${stdout}${stderr}`;
}

/** The sources as the scanner takes them from the repository. */
export function scanSources(): string {
	return scan(ROOT, ['package.json', '{nodes,credentials}/**/*.{js,ts,json}']);
}

/**
 * Loads every registered file in a process of its own in which only n8n-workflow can be found, and
 * gives back the names of the node and credential types.
 */
export function loadAlone(packed: PackedPackage): string[] {
	symlinkSync(
		path.join(ROOT, 'node_modules', 'n8n-workflow'),
		path.join(packed.home, 'node_modules', 'n8n-workflow'),
	);
	const { n8n } = manifestOf(packed.folder);
	const program = `
		const path = require('node:path');
		const names = ${JSON.stringify([...n8n.nodes, ...n8n.credentials])}.map((file) => {
			const module = require(path.join(${JSON.stringify(packed.folder)}, file));
			const type = new module[path.basename(file).split('.')[0]]();
			return type.description?.name ?? type.name;
		});
		console.log(JSON.stringify(names));`;
	const output = execFileSync(process.execPath, ['-e', program], {
		cwd: packed.home,
		encoding: 'utf8',
		env: { PATH: process.env.PATH },
	});
	return JSON.parse(output) as string[];
}
