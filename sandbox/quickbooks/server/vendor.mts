import type { FaultOrder } from '../../common/faults.mts';
import type { Call, Reply, Vendor } from '../../common/server.mts';
import type { CompanyBooks } from '../company/types.mts';
import { answerApi, type Api } from './api.mts';
import type { SandboxClock } from './clock.mts';
import { controls } from './controls.mts';
import { entityOfPath } from './entities.mts';
import { serverError, throttled, tokenRefused, unsupported, wrongRealm } from './faults.mts';
import { Limits } from './limits.mts';
import { Metering } from './metering.mts';
import { answerOAuth, type OAuth } from './oauth/endpoints.mts';
import { IdTokens } from './oauth/idToken.mts';
import { Tokens, type Rotation } from './oauth/tokens.mts';
import { businessFault, gatewayFault } from './replies.mts';
import { RequestIds } from './requestIds.mts';

export interface VendorOptions {
	books: CompanyBooks;
	clock: SandboxClock;
	realmId: string;
	clientId: string;
	clientSecret: string;
	/** Whether the documented call limits are enforced. */
	limits: boolean;
	rotation: Rotation;
}

/** QuickBooks Online with its API and OAuth hosts on one address. */
export interface QuickBooksVendor extends Vendor {
	api: Api;
	oauth: OAuth;
}

const API_PATH = /^\/v3\/company\/([^/]*)(?:\/(.*))?$/;
const TOKEN_PATH = '/oauth2/v1/tokens/bearer';

export function quickBooksVendor(options: VendorOptions): QuickBooksVendor {
	const { books, clock, realmId, clientId, clientSecret } = options;
	const api: Api = {
		books,
		clock,
		limits: new Limits(clock, options.limits),
		metering: new Metering(),
		requestIds: new RequestIds(),
	};
	const oauth: OAuth = {
		clientId,
		clientSecret,
		realmId,
		clock,
		tokens: new Tokens(clock, realmId, options.rotation),
		idTokens: new IdTokens(),
		consent: 'grant',
	};
	return {
		name: 'QuickBooks Online',
		api,
		oauth,
		handle: (call) => handle(api, oauth, call),
		label,
		faultReply: (fault, call) => faultReply(fault, call, clock),
		mayFail: ({ path }) => path.startsWith('/v3/') || path === TOKEN_PATH,
		controls: controls(api, oauth, clock),
		reset: () => {
			api.limits.clear();
			api.metering.clear();
			oauth.consent = 'grant';
		},
	};
}

function handle(api: Api, oauth: OAuth, call: Call): Reply {
	const now = api.clock.now();
	const answered = answerOAuth(oauth, call);
	if (answered) return answered;
	const [, realmId, rest] = API_PATH.exec(call.path) ?? [];
	if (realmId === undefined) {
		return call.path.startsWith('/v3/')
			? businessFault(call, unsupported(call.path), now)
			: { status: 404, headers: { 'content-type': 'text/html' }, body: 'Not Found' };
	}
	const bearer = /^Bearer (.+)$/i.exec(call.headers.authorization ?? '')?.[1];
	if (!bearer) return gatewayFault(call, tokenRefused('Token is missing'), now);
	const check = oauth.tokens.check(bearer);
	if (!check.ok) return gatewayFault(call, tokenRefused(check.detail), now);
	const mayRead = check.scopes.includes('com.intuit.quickbooks.accounting');
	if (check.realmId !== realmId || !mayRead) return gatewayFault(call, wrongRealm, now);
	return answerApi(api, call, (rest ?? '').split('/'));
}

/** 'create SalesReceipt', 'read SalesReceipt', 'query SalesReceipt', 'batch', 'refresh_token'. */
function label({ method, path, query, body }: Call): string {
	const [, , rest] = API_PATH.exec(path) ?? [];
	if (path === TOKEN_PATH) return new URLSearchParams(body).get('grant_type') ?? 'token';
	if (!rest) return path;
	const [head] = rest.split('/');
	if (head === 'query') {
		const statement = method === 'GET' ? (query.get('query') ?? '') : body;
		return `query ${/from\s+(\w+)/i.exec(statement)?.[1] ?? '?'}`;
	}
	if (['batch', 'cdc', 'reports'].includes(head)) return rest;
	const entity = entityOfPath(head) ?? head;
	if (method === 'GET') return `read ${entity}`;
	const operation =
		query.get('operation') ?? (/"Id"\s*:/.test(topLevel(body)) ? 'update' : 'create');
	return `${operation} ${entity}`;
}

/** The body without its nested objects and arrays. */
function topLevel(body: string): string {
	let text = body.trim().slice(1, -1);
	for (;;) {
		const shorter = text.replace(/[{[][^{}[\]]*[}\]]/g, '');
		if (shorter === text) return text;
		text = shorter;
	}
}

function faultReply(fault: FaultOrder, call: Call, clock: SandboxClock): Reply {
	const now = clock.now();
	if (call.path === TOKEN_PATH) return { status: 500, body: { error: 'server_error' } };
	if (fault.kind === 'throttle') return gatewayFault(call, throttled, now);
	if (fault.kind === 'expiredToken') return gatewayFault(call, tokenRefused('Token expired'), now);
	return gatewayFault(call, serverError, now);
}
