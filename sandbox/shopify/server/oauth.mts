import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

import type { Call, Reply } from '../../common/server.mts';
import {
	CLIENT_CREDENTIALS_SECONDS,
	OFFLINE_SECONDS,
	REFRESH_SECONDS,
	type Token,
	type Tokens,
} from './tokens.mts';

/** An app that may connect. */
export interface App {
	clientId: string;
	clientSecret: string;
	/** What its released version asks for; the client credentials grant gives exactly these. */
	scopes: readonly string[];
	/** False: "Client credentials cannot be performed on this shop." */
	sameOrganization: boolean;
	/** Tokens of the code grant expire although the client did not ask for it. */
	expiringTokens: boolean;
}

interface Code {
	clientId: string;
	scopes: readonly string[];
	expiresAt: number;
}

const CODE_LIFE = 10 * 60_000;

/** GET /admin/oauth/authorize and POST /admin/oauth/access_token of one shop. */
export class OAuth {
	private readonly codes = new Map<string, Code>();

	constructor(
		private readonly app: App,
		private readonly tokens: Tokens,
		private readonly shopDomain: string,
		private readonly clock: () => number,
	) {}

	/** Consents at once and sends the browser back, as after the merchant's "Install". */
	authorize({ query, headers }: Call): Reply {
		const clientId = query.get('client_id') ?? '';
		const redirect = parseUrl(query.get('redirect_uri'));
		if (clientId !== this.app.clientId) return unknownApp(clientId, headers);
		if (!redirect) {
			return refusal('invalid_request', 'The redirect_uri is missing or not whitelisted', headers);
		}
		const scopes = splitScopes(query.get('scope')) ?? this.app.scopes;
		const code = randomBytes(16).toString('hex');
		this.codes.set(code, { clientId, scopes, expiresAt: this.clock() + CODE_LIFE });
		const store = this.shopDomain.replace('.myshopify.com', '');
		const parameters: Record<string, string> = {
			code,
			host: Buffer.from(`admin.shopify.com/store/${store}`).toString('base64'),
			shop: this.shopDomain,
			timestamp: String(Math.floor(Date.now() / 1000)),
		};
		const state = query.get('state');
		if (state !== null) parameters.state = state;
		parameters.hmac = callbackHmac(parameters, this.app.clientSecret);
		for (const [name, value] of Object.entries(parameters)) redirect.searchParams.set(name, value);
		return { status: 302, headers: { location: redirect.toString() }, body: '' };
	}

	accessToken(call: Call): Reply {
		const body = readParameters(call);
		const { headers } = call;
		if (body.client_id !== this.app.clientId) return unknownApp(body.client_id ?? '', headers);
		if (!sameText(body.client_secret ?? '', this.app.clientSecret)) {
			return refusal('invalid_client', 'The client secret is not valid', headers);
		}
		switch (body.grant_type ?? 'authorization_code') {
			case 'authorization_code':
				return this.byCode(body, headers);
			case 'refresh_token':
				return this.byRefreshToken(body, headers);
			case 'client_credentials':
				return this.byClientCredentials(headers);
			default:
				return refusal('unsupported_grant_type', 'The grant type is not supported', headers);
		}
	}

	private byCode(body: Parameters, headers: Call['headers']): Reply {
		const code = this.codes.get(body.code ?? '');
		this.codes.delete(body.code ?? '');
		if (!code || code.expiresAt < this.clock()) {
			const text = 'The authorization code was not found or was already used';
			return refusal('invalid_request', text, headers);
		}
		const expiring = body.expiring === '1' || this.app.expiringTokens;
		const life = expiring ? { seconds: OFFLINE_SECONDS, refreshable: true } : {};
		return granted(this.tokens.issue(code.clientId, code.scopes, life));
	}

	private byRefreshToken(body: Parameters, headers: Call['headers']): Reply {
		const old = this.tokens.refreshable(body.refresh_token ?? '', this.app.clientId);
		if (!old) {
			return refusal('invalid_grant', 'The refresh token is invalid, expired or revoked', headers);
		}
		const life = { seconds: OFFLINE_SECONDS, refreshable: true, replaces: old };
		return granted(this.tokens.issue(old.clientId, old.scopes, life));
	}

	private byClientCredentials(headers: Call['headers']): Reply {
		if (!this.app.sameOrganization) {
			const text = 'Client credentials cannot be performed on this shop.';
			return refusal('shop_not_permitted', text, headers);
		}
		const seconds = CLIENT_CREDENTIALS_SECONDS;
		const token = this.tokens.issue(this.app.clientId, this.app.scopes, { seconds });
		const scope = token.scopes.join(',');
		return {
			status: 200,
			body: { access_token: token.accessToken, scope, expires_in: seconds },
		};
	}
}

/** Hex HMAC-SHA256 of the sorted parameters without `hmac`, as the client checks it. */
export function callbackHmac(parameters: Record<string, string>, secret: string): string {
	const message = Object.keys(parameters)
		.filter((name) => name !== 'hmac')
		.sort()
		.map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(parameters[name])}`)
		.join('&');
	return createHmac('sha256', secret).update(message).digest('hex');
}

function granted(token: Token): Reply {
	const body: Record<string, unknown> = {
		access_token: token.accessToken,
		scope: token.scopes.join(','),
	};
	if (token.refreshToken) {
		body.expires_in = OFFLINE_SECONDS;
		body.refresh_token = token.refreshToken;
		body.refresh_token_expires_in = REFRESH_SECONDS;
	}
	return { status: 200, body };
}

/** JSON to whoever takes it, a page to a browser. */
function refusal(error: string, text: string, headers: Call['headers']): Reply {
	if ((headers.accept ?? '').includes('text/html')) {
		const page = `<html><head><title>Oauth error ${error}: ${text}</title></head></html>`;
		return { status: 400, headers: { 'content-type': 'text/html' }, body: page };
	}
	return { status: 400, body: { error, error_description: text } };
}

function unknownApp(clientId: string, headers: Call['headers']): Reply {
	const text = `Could not find Shopify API application with api_key ${clientId.slice(0, 40)}`;
	return refusal('application_cannot_be_found', text.replace(/[<>&]/g, ''), headers);
}

type Parameters = Record<string, string | undefined>;

/** JSON or form-encoded. */
function readParameters({ headers, body }: Call): Parameters {
	if (!(headers['content-type'] ?? '').includes('json')) {
		return Object.fromEntries(new URLSearchParams(body));
	}
	try {
		const value = JSON.parse(body) as Record<string, unknown>;
		return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, String(one)]));
	} catch {
		return {};
	}
}

function splitScopes(scope: string | null): string[] | undefined {
	const scopes = (scope ?? '').split(/[\s,]+/).filter((one) => one !== '');
	return scopes.length > 0 ? scopes : undefined;
}

function parseUrl(text: string | null): URL | undefined {
	return text !== null && URL.canParse(text) ? new URL(text) : undefined;
}

function sameText(a: string, b: string): boolean {
	const [left, right] = [Buffer.from(a), Buffer.from(b)];
	return left.length === right.length && timingSafeEqual(left, right);
}
