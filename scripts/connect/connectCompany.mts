import { resolve } from 'node:path';

import { askConsent } from './consent.mts';
import { credentialOf, writePrivately } from './credentialFile.mts';
import { isLoopback, listen } from './listen.mts';
import { readSettings, USAGE, type Ask, type Settings } from './settings.mts';

export interface Terminal {
	print(text: string): void;
	ask: Ask;
}

/**
 * Asks for consent, waits for Intuit's answer, and writes the credential file. Prints no secret.
 * @returns the file's path; undefined when only help was asked for
 */
export async function connectCompany(
	args: string[],
	env: Record<string, string | undefined>,
	terminal: Terminal,
): Promise<string | undefined> {
	const settings = await readSettings(args, env, terminal.ask);
	if (settings.help) {
		terminal.print(USAGE);
		return undefined;
	}
	const consent = askConsent(settings);
	const callback = await awaitCallback(settings, consent.authorizeUrl, terminal);
	const { realmId, tokens } = await consent.complete(callback);
	const file = resolve(settings.output);
	await writePrivately(file, [credentialOf(settings, realmId, tokens, settings.name)]);
	terminal.print(
		`\nConnected company ${realmId}.\n\n` +
			`The credential is in ${file}; only you can read it. Bring it into n8n and delete the file:\n\n` +
			`  n8n import:credentials --input=${file} && rm ${file}\n`,
	);
	return file;
}

async function awaitCallback(
	{ redirectUri, paste }: Settings,
	authorizeUrl: string,
	{ print, ask }: Terminal,
): Promise<string> {
	const listener = paste || !isLoopback(redirectUri) ? undefined : await listen(redirectUri);
	print(
		`Open this address in a browser where you are signed in to QuickBooks, and agree:\n\n  ${authorizeUrl}\n`,
	);
	if (!listener) {
		return (await ask('Paste the address of the page you are led to: ')).trim();
	}
	print(`Waiting for the answer at ${redirectUri} ...`);
	return await listener.callback.finally(() => listener.close());
}
