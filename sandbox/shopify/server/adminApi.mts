import type { ExecutionResult } from 'graphql/index.js';

import type { Call, Reply } from '../../common/server.mts';
import { effectiveScopes } from './access.mts';
import { BulkOperations, type BulkSetting } from './bulk/operations.mts';
import { documentedFilters, type ServerContext } from './context.mts';
import { actualCost, MAX_QUERY_COST, requestedCost, type CostedQuery } from './cost.mts';
import { throttled, tooExpensive } from './errors.mts';
import { prepare, run, type GraphQLRequest } from './execute.mts';
import { StockLedger } from './inventory/mutations.mts';
import { ShopIndex, valueAt, type ShopData } from './model.mts';
import { adminSchema, API_VERSION } from './schema.mts';
import { Throttle } from './throttle.mts';
import type { Token } from './tokens.mts';

export interface AdminApiSetting {
	shop: ShopData;
	/** The sandbox's today: the 60 days without read_all_orders end here. */
	now: () => Date;
	/** Milliseconds of the throttle. */
	throttleClock: () => number;
	protectedCustomerData: boolean;
	bulk: BulkSetting;
}

export const UNAUTHORIZED: Reply = {
	status: 401,
	body: {
		errors: '[API] Invalid API key or access token (unrecognized login or wrong password)',
	},
};

/** POST /admin/api/{version}/graphql.json of one shop. */
export class AdminApi {
	readonly throttle: Throttle;
	private readonly index: ShopIndex;
	readonly stock = new StockLedger();
	/** By app: bulk operations belong to the app that started them. */
	private readonly bulkByApp = new Map<string, BulkOperations>();

	constructor(private readonly setting: AdminApiSetting) {
		this.throttle = new Throttle(setting.throttleClock);
		this.index = new ShopIndex(setting.shop);
	}

	answer(call: Call, token: Token): Reply {
		const headers = { 'X-Shopify-API-Version': API_VERSION };
		const request = readRequest(call);
		if (!request) {
			const body = { errors: { query: 'Required parameter missing or invalid' } };
			return { status: 400, headers, body };
		}
		return { headers, ...this.graphql(request, token) };
	}

	file(path: string): string | undefined {
		for (const operations of this.bulkByApp.values()) {
			const text = operations.file(path);
			if (text !== undefined) return text;
		}
		return undefined;
	}

	reset(): void {
		this.throttle.reset();
		this.stock.hold(0);
		for (const operations of this.bulkByApp.values()) operations.reset();
	}

	/** As for a query that found the bucket empty. */
	throttledReply(token: Token | undefined): Reply {
		const throttleStatus = this.throttle.status(token?.clientId ?? '');
		const cost = { requestedQueryCost: 100, actualQueryCost: null, throttleStatus };
		return { status: 200, body: throttled(cost) };
	}

	private graphql(request: GraphQLRequest, token: Token): Reply {
		const prepared = prepare(request);
		if ('errors' in prepared) return { status: 200, body: prepared };
		const requested = requestedCost(prepared.query);
		const detail = { requestedCost: requested };
		if (requested > MAX_QUERY_COST) {
			return { status: 200, body: tooExpensive(requested, MAX_QUERY_COST), detail };
		}
		const app = token.clientId;
		if (!this.throttle.take(app, requested)) {
			const throttleStatus = this.throttle.status(app);
			const cost = { requestedQueryCost: requested, actualQueryCost: null, throttleStatus };
			return { status: 200, body: throttled(cost), detail };
		}
		const context = this.context(token, false);
		const result = run(prepared.query, context);
		const actual = actualCost(prepared.query, result.data);
		this.throttle.refund(app, requested - actual);
		const body = this.body(result, context, requested, actual, app);
		return { status: 200, body, detail: { ...detail, actualCost: actual } };
	}

	private body(
		result: ExecutionResult,
		context: ServerContext,
		requestedQueryCost: number,
		actualQueryCost: number,
		app: string,
	): object {
		const throttleStatus = this.throttle.status(app);
		const cost = { requestedQueryCost, actualQueryCost, throttleStatus };
		const search = context.searchNotes.length > 0 ? { search: context.searchNotes } : {};
		return { ...result, extensions: { cost, ...search } };
	}

	private context(token: Token, bulk: boolean): ServerContext {
		const { shop, now, protectedCustomerData } = this.setting;
		return {
			shop,
			index: this.index,
			access: adminSchema().access,
			scopes: effectiveScopes(token.scopes),
			grantedScopes: token.scopes,
			clientId: token.clientId,
			now: now(),
			timeZone: String(valueAt(shop.shop, 'ianaTimezone') ?? 'UTC'),
			stock: this.stock,
			bulkOperations: this.bulkOf(token.clientId),
			executeInBulk: (query) => this.executeInBulk(query, token),
			bulk,
			protectedCustomerData,
			searchNotes: [],
			documentedFilters,
		};
	}

	private executeInBulk(query: string, token: Token): ExecutionResult {
		const prepared = prepare({ query, variables: {} });
		if ('errors' in prepared) return { errors: [] };
		return run(prepared.query as CostedQuery, this.context(token, true));
	}

	private bulkOf(app: string): BulkOperations {
		const known = this.bulkByApp.get(app) ?? new BulkOperations(this.setting.bulk);
		this.bulkByApp.set(app, known);
		return known;
	}
}

/** JSON as usual, or the bare query as `application/graphql`. */
export function readRequest(call: Call): GraphQLRequest | undefined {
	if ((call.headers['content-type'] ?? '').includes('application/graphql')) {
		return { query: call.body, variables: {} };
	}
	let body: unknown;
	try {
		body = JSON.parse(call.body);
	} catch {
		return undefined;
	}
	const query = valueAt(body, 'query');
	if (typeof query !== 'string' || query === '') return undefined;
	const variables = valueAt(body, 'variables');
	const operationName = valueAt(body, 'operationName');
	return {
		query,
		variables: (variables ?? {}) as Record<string, unknown>,
		...(typeof operationName === 'string' ? { operationName } : {}),
	};
}
