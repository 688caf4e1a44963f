import type { Call, Reply } from '../../../common/server.mts';
import type { Clock } from '../clock.mts';
import { tokenRefused } from '../faults.mts';
import { gatewayFault } from '../replies.mts';
import { USER, type IdTokens } from './idToken.mts';
import type { TokenAnswer, Tokens } from './tokens.mts';

export interface OAuth {
	clientId: string;
	clientSecret: string;
	realmId: string;
	clock: Clock;
	tokens: Tokens;
	idTokens: IdTokens;
	/** What the person at the consent page does. */
	consent: 'grant' | 'deny';
}

type Endpoint = (oauth: OAuth, call: Call) => Reply;

/** All of Intuit's OAuth hosts in one, under their own paths. */
const ENDPOINTS: Record<string, Endpoint> = {
	'GET /connect/oauth2': authorize,
	'POST /oauth2/v1/tokens/bearer': giveTokens,
	'POST /v2/oauth2/tokens/revoke': revoke,
	'GET /v1/openid_connect/userinfo': userInfo,
	'GET /op/v1/jwks': ({ idTokens }) => ({ status: 200, body: idTokens.publicKeys() }),
	'GET /.well-known/openid_configuration': discovery,
	'GET /.well-known/openid_sandbox_configuration': discovery,
};

export function answerOAuth(oauth: OAuth, call: Call): Reply | undefined {
	const key = `${call.method} ${call.path.replace(/\/$/, '')}`;
	return Object.hasOwn(ENDPOINTS, key) ? ENDPOINTS[key](oauth, call) : undefined;
}

/** The consent page of appcenter.intuit.com, which the sandbox answers by itself. */
function authorize(oauth: OAuth, { query }: Call): Reply {
	const redirectUri = query.get('redirect_uri') ?? '';
	const problem = authorizeProblem(oauth, query, redirectUri);
	if (problem) return page(400, `Sorry, but this app is not connected: ${problem}`);
	const target = new URL(redirectUri);
	const state = query.get('state') ?? '';
	if (oauth.consent === 'deny') {
		target.searchParams.set('error', 'access_denied');
		target.searchParams.set('state', state);
	} else {
		const scopes = (query.get('scope') ?? '').split(/\s+/);
		target.searchParams.set('code', oauth.tokens.issueCode(redirectUri, scopes));
		target.searchParams.set('state', state);
		target.searchParams.set('realmId', oauth.realmId);
	}
	return { status: 302, headers: { location: target.href }, body: '' };
}

function authorizeProblem(
	oauth: OAuth,
	query: URLSearchParams,
	redirectUri: string,
): string | undefined {
	if (query.get('client_id') !== oauth.clientId) return 'client_id is unknown';
	if (query.get('response_type') !== 'code') return 'response_type must be code';
	if (!query.get('scope')) return 'scope is missing';
	if (!query.get('state')) return 'state is missing';
	if (!URL.canParse(redirectUri)) return 'redirect_uri is invalid';
	if (new URL(redirectUri).search !== '') return 'redirect_uri may not have a query string';
	return undefined;
}

function giveTokens(oauth: OAuth, call: Call): Reply {
	const form = new URLSearchParams(call.body);
	if (!isClient(oauth, call, form)) return refusal(401, 'invalid_client');
	const grantType = form.get('grant_type');
	if (grantType === 'authorization_code') {
		const [code, redirectUri] = [form.get('code') ?? '', form.get('redirect_uri') ?? ''];
		const given = oauth.tokens.exchange(code, redirectUri);
		return given
			? granted(oauth, given)
			: refusal(400, 'invalid_grant', 'Invalid authorization code');
	}
	if (grantType === 'refresh_token') {
		const given = oauth.tokens.refresh(form.get('refresh_token') ?? '');
		return given
			? granted(oauth, given)
			: refusal(400, 'invalid_grant', 'Incorrect or invalid refresh token');
	}
	return refusal(400, grantType ? 'unsupported_grant_type' : 'invalid_request');
}

function granted(oauth: OAuth, given: { answer: TokenAnswer; scopes: string[] }): Reply {
	const { clientId, realmId, clock, idTokens } = oauth;
	const claims = { issuer: ISSUER, audience: clientId, realmId, now: clock.now() };
	const idToken = given.scopes.includes('openid') ? { id_token: idTokens.sign(claims) } : {};
	return json(200, { ...given.answer, ...idToken });
}

function revoke(oauth: OAuth, call: Call): Reply {
	if (!isClient(oauth, call, new URLSearchParams())) return refusal(401, 'invalid_client');
	const isJson = (call.headers['content-type'] ?? '').includes('json');
	const token = isJson ? jsonToken(call.body) : new URLSearchParams(call.body).get('token');
	if (!token) return refusal(400, 'invalid_request');
	return oauth.tokens.revoke(token)
		? json(200, '')
		: refusal(400, 'invalid_request', 'Invalid token');
}

function jsonToken(body: string): string | null {
	try {
		return String((JSON.parse(body) as { token?: unknown }).token ?? '');
	} catch {
		return null;
	}
}

function userInfo(oauth: OAuth, call: Call): Reply {
	const check = oauth.tokens.check((call.headers.authorization ?? '').replace(/^Bearer /i, ''));
	if (check.ok && check.scopes.includes('openid')) return json(200, USER);
	const detail = check.ok ? 'The token has no openid scope' : check.detail;
	return gatewayFault(call, tokenRefused(detail), oauth.clock.now());
}

const ISSUER = 'https://oauth.platform.intuit.com/op/v1';

function discovery(_oauth: OAuth, { headers }: Call): Reply {
	const base = `http://${headers.host}`;
	return json(200, {
		issuer: ISSUER,
		authorization_endpoint: `${base}/connect/oauth2`,
		token_endpoint: `${base}/oauth2/v1/tokens/bearer`,
		userinfo_endpoint: `${base}/v1/openid_connect/userinfo`,
		revocation_endpoint: `${base}/v2/oauth2/tokens/revoke`,
		jwks_uri: `${base}/op/v1/jwks`,
		response_types_supported: ['code'],
		subject_types_supported: ['public'],
		id_token_signing_alg_values_supported: ['RS256'],
		scopes_supported: ['openid', 'email', 'profile', 'address', 'phone'],
		token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
		claims_supported: ['aud', 'exp', 'iat', 'iss', 'realmid', 'sub'],
	});
}

function isClient({ clientId, clientSecret }: OAuth, { headers }: Call, form: URLSearchParams) {
	const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
	const isBasic = headers.authorization === basic;
	const isPost = form.get('client_id') === clientId && form.get('client_secret') === clientSecret;
	return isBasic || isPost;
}

function json(status: number, body: unknown): Reply {
	return { status, headers: { 'cache-control': 'no-store' }, body };
}

function refusal(status: number, error: string, description?: string): Reply {
	return json(status, { error, ...(description ? { error_description: description } : {}) });
}

function page(status: number, text: string): Reply {
	const body = `<!doctype html><title>Intuit sandbox</title><p>${text}</p>`;
	return { status, headers: { 'content-type': 'text/html' }, body };
}
