import { parseArgs } from 'node:util';

import type { App, Environment } from './consent.mts';

export const USAGE = `Connects a QuickBooks company and writes an n8n credential file to import.
For n8n without a public https address; with one, connect in n8n itself.

  npm run connect -- [options]

  --environment <name>    production or sandbox (QUICKBOOKS_ENVIRONMENT; default production)
  --client-id <id>        of your app at developer.intuit.com (QUICKBOOKS_CLIENT_ID)
  --redirect-uri <url>    one of the app's redirect URIs (QUICKBOOKS_REDIRECT_URI;
                          default http://localhost:4830/callback)
  --output <file>         default quickbooks-credential.json; must not exist yet
  --name <text>           name of the credential in n8n (default QuickBooks)
  --paste                 paste the address that Intuit leads back to instead of listening for it
  --base-url <url>        a stand-in for Intuit, e.g. http://127.0.0.1:4820 (QUICKBOOKS_BASE_URL)
  --help

The client secret is asked for, or taken from QUICKBOOKS_CLIENT_SECRET; it is no option, because
options can be seen in the list of processes. Intuit accepts http://localhost for development keys
only; with production keys register any https address of yours and use --paste.`;

export interface Settings extends App {
	output: string;
	name: string;
	paste: boolean;
	help: boolean;
}

export type Ask = (question: string, options?: { hidden: boolean }) => Promise<string>;

/** Options, then the environment, then questions. @throws Error on unknown options or values. */
export async function readSettings(
	args: string[],
	env: Record<string, string | undefined>,
	ask: Ask,
): Promise<Settings> {
	const { values } = parseArgs({
		args,
		options: {
			environment: { type: 'string' },
			'client-id': { type: 'string' },
			'redirect-uri': { type: 'string' },
			output: { type: 'string' },
			name: { type: 'string' },
			paste: { type: 'boolean' },
			'base-url': { type: 'string' },
			help: { type: 'boolean' },
		},
	});
	const help = values.help ?? false;
	const answer = async (given: string | undefined, question: string, hidden = false) =>
		given ?? (help ? '' : (await ask(question, { hidden })).trim());
	const settings = {
		environment: environmentOf(values.environment ?? env.QUICKBOOKS_ENVIRONMENT),
		clientId: await answer(values['client-id'] ?? env.QUICKBOOKS_CLIENT_ID, 'Client ID: '),
		clientSecret: await answer(env.QUICKBOOKS_CLIENT_SECRET, 'Client secret: ', true),
		redirectUri:
			values['redirect-uri'] ?? env.QUICKBOOKS_REDIRECT_URI ?? 'http://localhost:4830/callback',
		baseUrl: values['base-url'] ?? env.QUICKBOOKS_BASE_URL ?? '',
		output: values.output ?? 'quickbooks-credential.json',
		name: values.name ?? 'QuickBooks',
		paste: values.paste ?? false,
		help,
	};
	if (!help && (settings.clientId === '' || settings.clientSecret === '')) {
		throw new Error('Client ID and client secret are needed');
	}
	if (!URL.canParse(settings.redirectUri)) throw new Error('--redirect-uri is no address');
	return settings;
}

function environmentOf(value = 'production'): Environment {
	if (value === 'production' || value === 'sandbox') return value;
	throw new Error(`--environment is production or sandbox, not "${value}"`);
}
