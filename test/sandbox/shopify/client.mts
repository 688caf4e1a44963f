import { createAdminApiClient } from '@shopify/admin-api-client';

import {
	startShopifyServer,
	type ShopifyServerOptions,
} from '../../../sandbox/shopify/server/serve.mts';
import { tinyShop } from './tinyShop.mts';

type Options = Omit<ShopifyServerOptions, 'shop'>;

/** The tiny shop on a free port; its today is 24 November 2026. */
export async function startTinyShop(options: Options = {}) {
	return await startShopifyServer({
		shop: tinyShop(),
		now: new Date('2026-11-24T00:00:00Z'),
		...options,
	});
}

export type TinySandbox = Awaited<ReturnType<typeof startTinyShop>>;
/** What a call needs of a sandbox, whatever shop it serves. */
type Callable = Pick<TinySandbox, 'url' | 'accessToken'>;

export interface Answer {
	status: number;
	headers: Headers;
	text: string;
	body: {
		data?: Record<string, unknown> | null;
		errors?: Array<{ message: string; extensions?: Record<string, unknown>; path?: unknown }>;
		extensions?: {
			cost: {
				requestedQueryCost: number;
				actualQueryCost: number | null;
				throttleStatus: { currentlyAvailable: number };
			};
			search?: Array<{ warnings: unknown[]; path: unknown; query: string }>;
		};
	};
}

export interface Ask {
	variables?: object;
	token?: string;
	version?: string;
}

/** One raw call, as any HTTP client would make it. */
export async function ask(sandbox: Callable, query: string, options: Ask = {}): Promise<Answer> {
	const { variables = {}, token = sandbox.accessToken, version = '2026-10' } = options;
	const response = await fetch(`${sandbox.url}/admin/api/${version}/graphql.json`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'x-shopify-access-token': token },
		body: JSON.stringify({ query, variables }),
	});
	const text = await response.text();
	const isJson = response.headers.get('content-type')?.includes('json') ?? false;
	return {
		status: response.status,
		headers: response.headers,
		text,
		body: isJson ? parsed(text) : {},
	};
}

function parsed(text: string): Answer['body'] {
	try {
		return JSON.parse(text) as Answer['body'];
	} catch {
		return {};
	}
}

/** Names of the orders that a search finds. */
export async function ordersFound(sandbox: TinySandbox, search: string): Promise<string[]> {
	const query =
		'query Q($q: String) { orders(first: 50, query: $q, sortKey: ID) { nodes { name } } }';
	const { body } = await ask(sandbox, query, { variables: { q: search } });
	const orders = body.data?.orders as { nodes: Array<{ name: string }> } | undefined;
	if (!orders) throw new Error(JSON.stringify(body.errors));
	return orders.nodes.map(({ name }) => name);
}

/** Shopify's own client; it insists on https, so its fetch is sent to the sandbox by http. */
export function shopifyClient(sandbox: TinySandbox, accessToken = sandbox.accessToken) {
	return createAdminApiClient({
		storeDomain: sandbox.shopDomain,
		apiVersion: '2026-10',
		accessToken,
		customFetchApi: async (url, init) =>
			await fetch(String(url).replace(`https://${sandbox.shopDomain}`, sandbox.url), init),
	});
}

export interface TokenAnswer {
	status: number;
	body: Record<string, unknown>;
}

/** POST /admin/oauth/access_token, JSON or form-encoded. */
export async function requestToken(
	sandbox: TinySandbox,
	parameters: Record<string, string>,
	form = false,
): Promise<TokenAnswer> {
	const all = {
		client_id: sandbox.clientId,
		client_secret: sandbox.clientSecret,
		...parameters,
	};
	const response = await fetch(`${sandbox.url}/admin/oauth/access_token`, {
		method: 'POST',
		headers: {
			accept: 'application/json',
			'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json',
		},
		body: form ? new URLSearchParams(all).toString() : JSON.stringify(all),
	});
	return {
		status: response.status,
		body: (await response.json()) as Record<string, unknown>,
	};
}

/** Goes to the consent page and returns what comes back to the app. */
export async function authorize(
	sandbox: TinySandbox,
	parameters: Record<string, string> = {},
): Promise<{ status: number; callback: URL | undefined }> {
	const query = new URLSearchParams({
		client_id: sandbox.clientId,
		scope: 'read_orders,read_products',
		redirect_uri: 'http://127.0.0.1:5678/rest/oauth2-credential/callback',
		state: 'abc',
		...parameters,
	});
	const response = await fetch(`${sandbox.url}/admin/oauth/authorize?${query}`, {
		redirect: 'manual',
	});
	const location = response.headers.get('location');
	return { status: response.status, callback: location ? new URL(location) : undefined };
}

export async function control(sandbox: Callable, name: string, body: object): Promise<unknown> {
	const url = `${sandbox.url}/_control/${name}`;
	const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
	return await response.json();
}

export async function download(url: string): Promise<Array<Record<string, unknown>>> {
	const text = await (await fetch(url)).text();
	return text
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line) as Record<string, unknown>);
}
