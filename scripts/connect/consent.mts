import { randomUUID } from 'node:crypto';
import OAuthClient from 'intuit-oauth';

export type Environment = 'production' | 'sandbox';

export interface App {
	clientId: string;
	clientSecret: string;
	environment: Environment;
	/** Registered with the app at Intuit, letter by letter. */
	redirectUri: string;
	/** Instead of Intuit's hosts, for the sandbox and for proxies; '' for Intuit. */
	baseUrl: string;
}

/** What the token endpoint gave; never printed. */
export interface TokenData {
	token_type: string;
	access_token: string;
	refresh_token: string;
	expires_in: number;
	x_refresh_token_expires_in: number;
}

export interface Consent {
	/** Where the person agrees and chooses the company. */
	authorizeUrl: string;
	/**
	 * Turns the address that Intuit led back to into tokens.
	 * @throws Error when consent was denied, or the answer is not to this question
	 */
	complete(callbackUrl: string): Promise<{ realmId: string; tokens: TokenData }>;
}

/** Intuit's own OAuth client, for one consent. Its log would hold the tokens, so it stays off. */
export function askConsent(app: App): Consent {
	const client = new OAuthClient({
		clientId: app.clientId,
		clientSecret: app.clientSecret,
		environment: app.environment,
		redirectUri: app.redirectUri,
		logging: false,
	});
	if (app.baseUrl !== '') useHost(client, app.baseUrl.replace(/\/+$/, ''));
	const state = randomUUID();
	const scope = [OAuthClient.scopes.Accounting];
	return {
		authorizeUrl: client.authorizeUri({ scope, state }),
		complete: async (callbackUrl) => await exchange(client, callbackUrl, state),
	};
}

function useHost(client: OAuthClient, host: string): void {
	client.setAuthorizeURLs({
		authorizeEndpoint: `${host}/connect/oauth2`,
		tokenEndpoint: `${host}/oauth2/v1/tokens/bearer`,
		revokeEndpoint: `${host}/v2/oauth2/tokens/revoke`,
		userInfoEndpoint: `${host}/v1/openid_connect/userinfo`,
	});
}

/** The client does not compare the state by itself. */
async function exchange(
	client: OAuthClient,
	callbackUrl: string,
	state: string,
): Promise<{ realmId: string; tokens: TokenData }> {
	const query = queryOf(callbackUrl);
	const denied = query.get('error');
	if (denied) throw new Error(`Intuit did not connect the company: ${denied}`);
	if (query.get('state') !== state) {
		throw new Error('This address belongs to another attempt (its state differs): start again');
	}
	const realmId = query.get('realmId') ?? '';
	if (!query.get('code') || realmId === '') {
		throw new Error('The address holds no code or no company (realmId): copy it as a whole');
	}
	const answer = await client.createToken(callbackUrl).catch(refused);
	const { token_type, access_token, refresh_token, expires_in, x_refresh_token_expires_in } =
		answer.getJson() as unknown as TokenData;
	if (!access_token || !refresh_token)
		throw new Error('Intuit answered without tokens: start again');
	return {
		realmId,
		tokens: { token_type, access_token, refresh_token, expires_in, x_refresh_token_expires_in },
	};
}

function queryOf(callbackUrl: string): URLSearchParams {
	if (!URL.canParse(callbackUrl)) {
		throw new Error('That is no address: copy it from the browser as a whole');
	}
	return new URL(callbackUrl).searchParams;
}

/** The client's error carries the request with its secrets; only Intuit's words go on. */
function refused(error: unknown): never {
	const { error: code, error_description: description } = error as Record<string, unknown>;
	const words = [code, description].filter((word) => typeof word === 'string' && word !== '');
	throw new Error(`Intuit refused the code: ${words.join(', ') || 'no reason given'}`);
}
