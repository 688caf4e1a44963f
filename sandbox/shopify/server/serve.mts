import { startServer } from '../../common/server.mts';
import type { Controls } from '../../common/control.mts';
import type { Faults } from '../../common/faults.mts';
import type { RequestLog } from '../../common/requestLog.mts';
import { AdminApi } from './adminApi.mts';
import { Clock } from './clock.mts';
import { Interleaving, type Hooks } from './interleave.mts';
import { valueAt, type ShopData } from './model.mts';
import { OAuth, type App } from './oauth.mts';
import { ALL_SCOPES } from './scopes.mts';
import { Tokens, type Token } from './tokens.mts';
import { vendor, type Actions } from './vendor.mts';

export interface ShopifyServerOptions<S extends ShopData = ShopData> {
	/** Default: a free one. */
	port?: number;
	shop: S;
	/** The sandbox's today, which only `control` moves; default: the real one. */
	now?: Date;
	/** Called before each request with the sandbox's today, for a shop that changes with time. */
	beforeRequest?: (now: Date) => void;
	/**
	 * False: the bucket of the rate limit fills by one second per call instead of by the clock, so
	 * that a test which does not really sleep is not throttled for it. Default true.
	 */
	realTimeThrottle?: boolean;
	clientId?: string;
	clientSecret?: string;
	/** What the app asks for; default: every scope that the package uses. */
	scopes?: readonly string[];
	/** False: the app belongs to another organization than the shop. Default true. */
	sameOrganization?: boolean;
	/** True: the code grant gives a token of one hour with a refresh token, asked or not. */
	expiringTokens?: boolean;
	/** False: fields with names and addresses are denied. Default true. */
	protectedCustomerData?: boolean;
	/** Further control endpoints under /_control/. */
	controls?: Controls;
	/** What happens around every request, besides what `control.interleave` sets. */
	hooks?: Hooks;
	/** A bulk operation is done at this poll (default 2) or after these milliseconds (10,000). */
	bulkPolls?: number;
	bulkMilliseconds?: number;
	/** See BulkSetting.parents; default 'object'. */
	bulkParents?: 'object' | 'node';
}

export interface ShopifySandbox<S extends ShopData = ShopData> {
	/** "http://127.0.0.1:4810" */
	url: string;
	/** "snowdrift-goods.myshopify.com" */
	shopDomain: string;
	shop: S;
	clientId: string;
	clientSecret: string;
	/** For ever, with all scopes of the app. */
	accessToken: string;
	control: ShopifyControl;
	close(): Promise<void>;
}

/** What a test can do to the shop; the same by HTTP under /_control/. */
export interface ShopifyControl extends Actions {
	faults: Faults;
	log: RequestLog;
	/** A token with other scopes or a short life. */
	issueToken(scopes: readonly string[], life?: { seconds?: number; refreshable?: boolean }): Token;
	reset(): void;
}

/** The same at every start, so that an n8n credential survives it. */
const ACCESS_TOKEN = 'shpat_sandbox_permanent_token';

/** Starts a shop that speaks Shopify's Admin API and OAuth on the loopback address. */
export async function startShopifyServer<S extends ShopData>(
	options: ShopifyServerOptions<S>,
): Promise<ShopifySandbox<S>> {
	const clock = new Clock();
	const app: App = {
		clientId: options.clientId ?? 'sandbox-shopify-client-id',
		clientSecret: options.clientSecret ?? 'sandbox-shopify-client-secret',
		scopes: options.scopes ?? ALL_SCOPES,
		sameOrganization: options.sameOrganization ?? true,
		expiringTokens: options.expiringTokens ?? false,
	};
	const shopDomain = String(
		valueAt(options.shop.shop, 'myshopifyDomain') ?? 'sandbox.myshopify.com',
	);
	const now = () =>
		options.now ? new Date(options.now.getTime() + clock.added) : new Date(clock.now());
	const tokens = new Tokens(clock.now);
	const permanent = tokens.issue(app.clientId, app.scopes, { accessToken: ACCESS_TOKEN });
	let url = '';
	const api = new AdminApi({
		shop: options.shop,
		now,
		throttleClock: options.realTimeThrottle === false ? clock.perCall : clock.now,
		protectedCustomerData: options.protectedCustomerData ?? true,
		bulk: {
			baseUrl: () => url,
			clock: clock.now,
			now,
			polls: options.bulkPolls ?? 2,
			milliseconds: options.bulkMilliseconds ?? 10_000,
			parents: options.bulkParents ?? 'object',
		},
	});
	const oauth = new OAuth(app, tokens, shopDomain, clock.now);
	const interleaving = new Interleaving(options.hooks);
	const actions = {
		expireTokens: () => tokens.expireAll(),
		revokeRefreshTokens: () => tokens.revokeRefreshTokens(),
		advance: (milliseconds: number) => clock.advance(milliseconds),
		setNow: (date: Date) => clock.advance(date.getTime() - now().getTime()),
		now,
		beforeRequest: () => options.beforeRequest?.(now()),
		emptyBucket: () => api.throttle.empty(app.clientId),
		holdKeys: (times: number) => api.stock.hold(times),
		interleave: (hooks?: Hooks) => interleaving.set(hooks),
	};
	const shopify = vendor(api, oauth, tokens, clock, actions, interleaving, options.controls);
	const server = await startServer(shopify, options.port ?? 0);
	url = server.url;
	return {
		url,
		shopDomain,
		shop: options.shop,
		clientId: app.clientId,
		clientSecret: app.clientSecret,
		accessToken: permanent.accessToken,
		control: {
			...actions,
			faults: server.faults,
			log: server.log,
			issueToken: (scopes, life) => tokens.issue(app.clientId, scopes, life),
			reset: () => {
				server.faults.clear();
				server.log.clear();
				api.reset();
				interleaving.set();
			},
		},
		close: async () => await server.close(),
	};
}
