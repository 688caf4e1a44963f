import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
	closeSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { collect } from '../lib/command.mjs';
import { Failure } from '../lib/console.mjs';
import { npm, ROOT } from '../lib/dependencies.mjs';
import { N8N_BIN, n8nNode } from '../lib/n8n.mjs';
import { addressOf, environment, type Place } from './environment.mts';

const START_WITHIN_MS = 180_000;
const STOP_WITHIN_MS = 20_000;

/** A real n8n in a folder of its own, on loopback, with the packed package installed in it. */
export class N8nServer {
	readonly url: string;
	private process: ChildProcess | undefined;

	private constructor(private readonly place: Place) {
		this.url = addressOf(place);
	}

	/** Makes the folder and installs the package's tarball in it, as n8n does: nothing else comes along. */
	static async prepare(): Promise<N8nServer> {
		const folder = mkdtempSync(join(tmpdir(), 'n8n-shopify-quickbooks-'));
		const server = new N8nServer({
			folder,
			port: await freePort(),
			brokerPort: await freePort(),
			encryptionKey: randomBytes(16).toString('hex'),
		});
		await server.installPackage();
		return server;
	}

	private async installPackage(): Promise<void> {
		const nodes = join(this.place.folder, '.n8n/nodes');
		mkdirSync(nodes, { recursive: true });
		const manifest = { name: 'installed-nodes', private: true, dependencies: {} };
		writeFileSync(join(nodes, 'package.json'), JSON.stringify(manifest));
		const packed = await this.run(npm, ['pack', '--silent', `--pack-destination=${nodes}`], ROOT);
		const filename = packed.trimEnd().split('\n').at(-1);
		const flags = ['--omit=peer', '--ignore-scripts', '--offline', '--no-audit', '--no-fund'];
		await this.run(npm, ['install', ...flags, `./${filename}`], nodes);
	}

	/** @throws Failure with the end of n8n's log when it does not come up */
	async start(onWaiting: () => void = () => {}): Promise<void> {
		const log = openSync(this.logFile, 'a');
		this.process = spawn(n8nNode().binary, [N8N_BIN, 'start'], {
			env: environment(this.place),
			cwd: this.place.folder,
			stdio: ['ignore', log, log],
		});
		closeSync(log);
		const end = Date.now() + START_WITHIN_MS;
		while (!(await this.isReady())) {
			if (this.process.exitCode !== null || Date.now() > end) {
				throw new Failure('n8n did not start.', `Its log ends with:\n${this.logTail()}`);
			}
			onWaiting();
			await new Promise((resolve) => setTimeout(resolve, 500));
		}
	}

	private async isReady(): Promise<boolean> {
		const answer = await fetch(`${this.url}/healthz/readiness`).catch(() => undefined);
		return answer?.ok ?? false;
	}

	/** One of n8n's own commands, e.g. ['import:credentials', '--input=file.json']; beside the server. */
	async command(args: string[]): Promise<void> {
		await this.run(n8nNode().binary, [N8N_BIN, ...args], this.place.folder, {
			...environment({ ...this.place, brokerPort: await freePort() }),
			// n8n's commands crash at exit with the default engine.
			N8N_EXPRESSION_ENGINE: 'legacy',
		});
	}

	/** Imports credentials as they are, connected ones included; the file is gone afterwards. */
	async importCredentials(credentials: unknown[]): Promise<void> {
		const file = join(this.place.folder, 'credentials.json');
		writeFileSync(file, JSON.stringify(credentials), { mode: 0o600 });
		try {
			await this.command(['import:credentials', `--input=${file}`]);
		} finally {
			rmSync(file);
		}
	}

	get logFile(): string {
		return join(this.place.folder, 'n8n.log');
	}

	logTail(lines = 20): string {
		return readFileSync(this.logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
	}

	/** Ends n8n and removes its folder. */
	async close(): Promise<void> {
		const child = this.process;
		if (child && child.exitCode === null && child.signalCode === null) {
			const ended = new Promise((resolve) => child.once('exit', resolve));
			child.kill('SIGTERM');
			const late = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
			await ended;
			clearTimeout(late);
		}
		rmSync(this.place.folder, { recursive: true, force: true, maxRetries: 3 });
	}

	private async run(command: string, args: string[], cwd: string, env = process.env) {
		const { code, lines } = await collect(command, args, { cwd, env });
		if (code === 0) return lines.join('\n');
		throw new Failure(`${command} ${args[0]} ${args[1] ?? ''} failed.`, lines.join('\n'));
	}
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
	const { port } = server.address() as AddressInfo;
	await new Promise<void>((resolve) => server.close(() => resolve()));
	return port;
}
