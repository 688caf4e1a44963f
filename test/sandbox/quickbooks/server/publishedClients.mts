import OAuthClient from 'intuit-oauth';
import QuickBooks from 'node-quickbooks';

import type { QuickBooksSandbox } from '../../../../sandbox/quickbooks/start.mts';
import type { Loose } from './client.mts';

export const REDIRECT_URI = 'http://127.0.0.1:5678/callback';

/** Intuit's own OAuth client, pointed at the sandbox. Its endpoints are static members of the class. */
export function intuitOAuth({ url, clientId, clientSecret }: QuickBooksSandbox): OAuthClient {
	const client = new OAuthClient({
		clientId,
		clientSecret,
		environment: 'sandbox',
		redirectUri: REDIRECT_URI,
	});
	client.setAuthorizeURLs({
		authorizeEndpoint: `${url}/connect/oauth2`,
		tokenEndpoint: `${url}/oauth2/v1/tokens/bearer`,
		revokeEndpoint: `${url}/v2/oauth2/tokens/revoke`,
		userInfoEndpoint: `${url}/v1/openid_connect/userinfo`,
	});
	(OAuthClient as unknown as { jwks_uri: string }).jwks_uri = `${url}/op/v1/jwks`;
	return client;
}

export type Method = (name: string, ...parameters: unknown[]) => Promise<Loose>;

/** node-quickbooks, pointed at the sandbox, with promises instead of callbacks. */
export function nodeQuickBooks(sandbox: QuickBooksSandbox): Method {
	const { url, realmId, clientId, clientSecret } = sandbox;
	const tokens = sandbox.issueTokens();
	const statics = QuickBooks as unknown as Record<string, string>;
	statics.V3_ENDPOINT_BASE_URL = `${url}/v3/company/`;
	statics.TOKEN_URL = `${url}/oauth2/v1/tokens/bearer`;
	statics.REVOKE_URL = `${url}/v2/oauth2/tokens/revoke`;
	const Constructor = QuickBooks as unknown as new (...parameters: unknown[]) => unknown;
	const client = new Constructor(
		clientId,
		clientSecret,
		tokens.access_token,
		false,
		realmId,
		true,
		false,
		75,
		'2.0',
		tokens.refresh_token,
	) as Record<string, (...parameters: unknown[]) => void>;
	return async (name, ...parameters) =>
		await new Promise<Loose>((resolve, reject) => {
			client[name](...parameters, (problem: unknown, body: Loose) => {
				if (problem) reject(faultOf(problem));
				else resolve(body);
			});
		});
}

/** An axios error carries the body of the answer; a Fault in HTTP 200 comes as it is. */
function faultOf(problem: unknown): unknown {
	return (problem as { response?: { data?: unknown } }).response?.data ?? problem;
}
