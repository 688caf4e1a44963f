/** What the library needs of its surroundings; any HTTP path and clock of this shape fit. */

export interface HttpRequest {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	url: string;
	headers?: Record<string, string>;
	body?: string;
	timeoutMs?: number;
}

/** Header names are lower case. */
export interface HttpResponse {
	status: number;
	headers: Record<string, string>;
	body: string;
}

/** Every status is an answer; rejects only where no answer came. */
export type SendHttp = (request: HttpRequest) => Promise<HttpResponse>;

/** Milliseconds since 1970 UTC. */
export interface Clock {
	now(): number;
	sleep(ms: number): Promise<void>;
}

/** What went wrong, as a value: what happened, where, and what to do next. */
export interface Problem {
	code: ProblemCode;
	what: string;
	where: string;
	fix: string;
	/** The fields that Shopify denied, as paths without positions: "orders.nodes.customer". */
	denied?: string[];
}

export type ProblemCode =
	| 'access-denied'
	| 'bulk-unavailable'
	| 'changed-while-reading'
	| 'filter-ignored'
	| 'incomplete-answer'
	| 'invalid-setting'
	| 'location-gone'
	| 'malformed-answer'
	| 'no-answer'
	| 'product-gone'
	| 'query-refused'
	| 'query-too-expensive'
	| 'reconnect'
	| 'shop-frozen'
	| 'shop-locked'
	| 'shop-not-found'
	| 'shopify-unavailable'
	| 'stock-not-settable'
	| 'stock-refused'
	| 'stock-write-unknown'
	| 'throttled';

export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export function ok<T>(value: T): { ok: true; value: T } {
	return { ok: true, value };
}

export function failed(problem: Problem): { ok: false; problem: Problem } {
	return { ok: false, problem };
}

/** A GraphQL object as Shopify sent it. Amounts and big numbers are strings. */
export type GraphqlObject = { [field: string]: unknown };

export interface Shop {
	id: string;
	name: string;
	myshopifyDomain: string;
	currencyCode: string;
	/** e.g. "America/New_York"; the day of an order is the shop's local day. */
	ianaTimezone: string;
	taxesIncluded: boolean;
}

/** An order as Shopify's GraphQL gives it, its connections flattened to arrays. */
export interface OrderFacts extends GraphqlObject {
	id: string;
	name: string;
	test: boolean;
	createdAt: string;
	processedAt: string;
	updatedAt: string;
	lineItems: GraphqlObject[];
	shippingLines: GraphqlObject[];
	transactions: GraphqlObject[];
	/** Oldest first, each with its `sales`. */
	agreements: GraphqlObject[];
	/** Oldest first. */
	refunds: RefundOfOrder[];
	shop: Shop;
}

/** A refund as Shopify's GraphQL gives it, its connections flattened to arrays. */
export interface RefundOfOrder extends GraphqlObject {
	id: string;
	processedAt: string;
}

/** A refund with the order that it belongs to. */
export interface RefundFacts extends OrderFacts {
	refund: RefundOfOrder;
}
