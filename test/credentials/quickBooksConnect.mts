import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { connectCompany } from '../../scripts/connect/connectCompany.mts';
import type { QuickBooksSandbox } from '../../sandbox/quickbooks/start.mts';

export interface Attempt {
	printed: string;
	error?: string;
	/** The file's content and mode, where one was written. */
	text?: string;
	mode?: number;
	credential?: { id: string; type: string; data: ICredentialDataDecryptedObject };
}

export interface Choices {
	args?: string[];
	paste?: boolean;
	secret?: string;
	/** Changes the address that the sandbox led back to. */
	tamper?: (address: string) => string;
}

/** Runs `npm run connect` against the sandbox, with a browser that agrees to everything. */
export async function tryConnect(
	sandbox: QuickBooksSandbox,
	choices: Choices = {},
): Promise<Attempt> {
	const folder = mkdtempSync(join(tmpdir(), 'connect-'));
	const output = join(folder, 'credential.json');
	const redirectUri = `http://localhost:${await freePort()}/callback`;
	const attempt: Attempt = { printed: '' };
	let authorizeUrl = '';
	const args = ['--output', output, '--redirect-uri', redirectUri, '--base-url', sandbox.url];
	const env = {
		QUICKBOOKS_CLIENT_ID: sandbox.clientId,
		QUICKBOOKS_CLIENT_SECRET: choices.secret ?? sandbox.clientSecret,
	};
	const print = (text: string) => {
		attempt.printed += `${text}\n`;
		const [url] = /http\S+\/connect\/oauth2\S+/.exec(text) ?? [];
		authorizeUrl = url ?? authorizeUrl;
		if (text.startsWith('Waiting')) void visit(authorizeUrl, choices);
	};
	const ask = async () => await addressAfterConsent(authorizeUrl, choices);
	const all = [...args, ...(choices.paste ? ['--paste'] : []), ...(choices.args ?? [])];
	await connectCompany(all, env, { print, ask }).then(
		() => {
			attempt.text = readFileSync(output, 'utf8');
			attempt.mode = statSync(output).mode & 0o777;
			attempt.credential = (JSON.parse(attempt.text) as [Attempt['credential']])[0];
		},
		(error: Error) => {
			attempt.error = error.message;
		},
	);
	rmSync(folder, { recursive: true });
	return attempt;
}

async function visit(authorizeUrl: string, choices: Choices): Promise<void> {
	await fetch(await addressAfterConsent(authorizeUrl, choices));
}

async function addressAfterConsent(authorizeUrl: string, { tamper }: Choices): Promise<string> {
	const consent = await fetch(authorizeUrl, { redirect: 'manual' });
	const address = consent.headers.get('location') ?? '';
	return tamper ? tamper(address) : address;
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
	const { port } = server.address() as { port: number };
	await new Promise((resolve) => server.close(resolve));
	return port;
}
