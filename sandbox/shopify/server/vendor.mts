import type { Controls } from '../../common/control.mts';
import type { FaultOrder } from '../../common/faults.mts';
import type { Call, Reply, Vendor } from '../../common/server.mts';
import { readRequest, UNAUTHORIZED, type AdminApi } from './adminApi.mts';
import type { Clock } from './clock.mts';
import type { Hooks, Interleaving } from './interleave.mts';
import { valueAt } from './model.mts';
import type { OAuth } from './oauth.mts';
import type { Token, Tokens } from './tokens.mts';

/** What the control endpoint does to the tokens, the clock and the rate limit. */
export interface Actions {
	/** Every token that can expire does, now. */
	expireTokens(): void;
	revokeRefreshTokens(): void;
	/** Moves the clock of tokens, throttle, bulk operations and the shop's today on. */
	advance(milliseconds: number): void;
	/** Moves the same clock so that the shop's today is this moment, forwards or back. */
	setNow(date: Date): void;
	/** The shop's today. */
	now(): Date;
	/** Brings the shop up to date. */
	beforeRequest(): void;
	/** The next query finds the bucket empty. */
	emptyBucket(): void;
	/** So many of the next stock mutations find their idempotency key in use by another request. */
	holdKeys(times: number): void;
	/** Sets what happens in the shop before and after each request from now on; none: nothing. */
	interleave(hooks?: Hooks): void;
}

/** Shopify's side of the common server: routes, faults, controls. */
export function vendor(
	api: AdminApi,
	oauth: OAuth,
	tokens: Tokens,
	clock: Clock,
	actions: Actions,
	interleaving: Interleaving,
	controls: Controls = {},
): Vendor {
	return {
		name: 'Shopify',
		label,
		handle: (call) => {
			clock.tick();
			const seen = { label: label(call), query: '', variables: {}, ...readRequest(call) };
			return interleaving.around(seen, actions.beforeRequest, () =>
				route(call, api, oauth, tokens),
			);
		},
		faultReply: (fault, call) => faultReply(fault, api, tokens.use(tokenOf(call))),
		controls: {
			'expire-tokens': () => actions.expireTokens(),
			'revoke-refresh-tokens': () => actions.revokeRefreshTokens(),
			'empty-bucket': () => actions.emptyBucket(),
			'hold-keys': ({ times }) => actions.holdKeys(Number(times)),
			advance: ({ milliseconds }) => actions.advance(Number(milliseconds)),
			clock: ({ now }) => {
				if (now !== undefined) actions.setNow(dateOf(now));
				return { now: actions.now().toISOString() };
			},
			...controls,
		},
		reset: () => {
			api.reset();
			interleaving.set();
		},
	};
}

function dateOf(value: unknown): Date {
	const date = new Date(String(value));
	if (Number.isNaN(date.getTime())) throw new Error(`"now" is no date: ${String(value)}`);
	return date;
}

const tokenOf = (call: Call): string | undefined => call.headers['x-shopify-access-token'];

function route(call: Call, api: AdminApi, oauth: OAuth, tokens: Tokens): Reply {
	const { method, path } = call;
	if (method === 'GET' && path === '/admin/oauth/authorize') return oauth.authorize(call);
	if (method === 'POST' && path === '/admin/oauth/access_token') return oauth.accessToken(call);
	const file = api.file(path);
	if (method === 'GET' && file !== undefined) {
		return { status: 200, headers: { 'content-type': 'application/jsonl' }, body: file };
	}
	if (!/^\/admin\/api\/(\d{4}-\d\d|unstable)\/graphql\.json$/.test(path) || method !== 'POST') {
		return { status: 404, body: { errors: 'Not Found' } };
	}
	const token = tokens.use(tokenOf(call));
	return token ? api.answer(call, token) : UNAUTHORIZED;
}

/** "query Orders", or the path of anything else. */
function label(call: Call): string {
	if (!call.path.endsWith('/graphql.json')) return call.path.split('/').at(-1) ?? '';
	const text = readRequest(call)?.query ?? '';
	const named = /\b(query|mutation)\s+(\w+)/.exec(text);
	return named ? `${named[1]} ${named[2]}` : 'query';
}

/** 'throttle' with status 429 is the gateway's refusal; 'serverError' takes 500, 502 or 503. */
function faultReply(fault: FaultOrder, api: AdminApi, token: Token | undefined): Reply {
	const status = Number(valueAt(fault, 'status') ?? 0);
	if (fault.kind === 'throttle' && status === 429) {
		const body = { errors: 'Exceeded 2 calls per second for api client. Reduce request rates.' };
		return { status, headers: { 'Retry-After': '2.0' }, body };
	}
	if (fault.kind === 'throttle') return api.throttledReply(token);
	if (fault.kind === 'expiredToken') return UNAUTHORIZED;
	return { status: status || 500, body: { errors: 'Internal Server Error' } };
}
