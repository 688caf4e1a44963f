import { exchangeOnce, type Exchange } from './exchange';
import { failure, graphqlProblem, hasCode, plainText, problem, statusProblem } from './problems';
import { PointBucket, type QueryCost } from './throttle';
import { failed, ok } from './types';
import type { Clock, GraphqlObject, Outcome, Problem, SendHttp } from './types';

/** A document with what is known about it before it is first sent. */
export interface Operation {
	name: string;
	document: string;
	/** Points that Shopify charges in advance, as an upper bound for the usual variables. */
	cost: number;
	/** Whether sending it twice does no harm. */
	repeatable: boolean;
}

export interface Answer<T> {
	data: T;
	/** Points that were charged in advance; undefined where Shopify did not say. */
	requestedCost?: number;
}

export interface ShopifyClient {
	baseUrl: string;
	clock: Clock;
	ask<T extends GraphqlObject>(
		operation: Operation,
		variables?: GraphqlObject,
		cost?: number,
	): Promise<Outcome<Answer<T>>>;
}

export interface ClientOptions {
	/** "https://my-shop.myshopify.com", or a sandbox or proxy. */
	baseUrl: string;
	send: SendHttp;
	clock: Clock;
	/** One try; a minute unless told. */
	timeoutMs?: number;
	/** All waiting of one question together; five minutes unless told. */
	maxWaitMs?: number;
	/** Tries in the face of 5xx, broken answers and dropped connections; five unless told. */
	maxTries?: number;
}

const FIRST_BACK_OFF_MS = 1000;
const MAX_BACK_OFF_MS = 30_000;

/** What to do after a try. */
type Verdict<T> =
	| { done: Outcome<Answer<T>> }
	| { waitMs: number; problem: Problem; faults: number };

/**
 * Asks Shopify's Admin GraphQL API, waits for query points in advance, and repeats what may be
 * repeated. Never rejects: every failure is a problem with what to do about it.
 */
export function createShopifyClient(options: ClientOptions): ShopifyClient {
	const { baseUrl, send, clock, timeoutMs = 60_000, maxWaitMs = 300_000, maxTries = 5 } = options;
	const bucket = new PointBucket(clock);
	const ask = async <T extends GraphqlObject>(
		operation: Operation,
		variables: GraphqlObject = {},
		cost = operation.cost,
	): Promise<Outcome<Answer<T>>> => {
		let waited = 0;
		let faults = 0;
		const wait = async (ms: number) => {
			waited += ms;
			if (ms > 0) await clock.sleep(ms);
		};
		for (;;) {
			await wait(Math.min(bucket.waitFor(cost), maxWaitMs));
			const exchange = await exchangeOnce(
				{ baseUrl, send, timeoutMs },
				operation.document,
				variables,
			);
			if (exchange.kind === 'graphql') bucket.note(exchange.cost);
			const verdict = judge<T>(exchange, operation, faults);
			if ('done' in verdict) return verdict.done;
			faults += verdict.faults;
			if (faults >= maxTries || waited + verdict.waitMs > maxWaitMs) return failed(verdict.problem);
			await wait(verdict.waitMs);
		}
	};
	return { baseUrl, clock, ask };
}

function judge<T extends GraphqlObject>(
	exchange: Exchange,
	{ name, repeatable }: Operation,
	faults: number,
): Verdict<T> {
	const again = (found: Problem, retryable = repeatable, weight = 1): Verdict<T> =>
		retryable
			? { waitMs: backOff(faults), problem: found, faults: weight }
			: { done: failed(found) };
	switch (exchange.kind) {
		case 'no-answer':
			// a host that is not there is more often a wrong setting than a bad moment
			return again(
				noAnswer(exchange.reason),
				repeatable && exchange.reason !== 'cancelled',
				exchange.reason === 'unreachable' ? 2 : 1,
			);
		case 'malformed':
			return again(malformed(name));
		case 'status':
			return judgeStatus(exchange, again);
		case 'graphql':
			return judgeGraphql(exchange, again);
	}
}

function judgeStatus<T>(
	{ answer }: Extract<Exchange, { kind: 'status' }>,
	again: (found: Problem, retryable?: boolean) => Verdict<T>,
): Verdict<T> {
	const found = statusProblem(answer);
	// a request that was refused for its rate has not been worked on, so a write may be repeated
	if (answer.status === 429) {
		const seconds = Number.parseFloat(answer.headers['retry-after'] ?? '');
		const waitMs = Number.isFinite(seconds) ? Math.max(seconds * 1000, 500) : 2000;
		return { waitMs, problem: found, faults: 0 };
	}
	return answer.status >= 500 ? again(found) : { done: failed(found) };
}

function judgeGraphql<T extends GraphqlObject>(
	{ data, errors, cost, ignoredFilters }: Extract<Exchange, { kind: 'graphql' }>,
	again: (found: Problem, retryable?: boolean) => Verdict<T>,
): Verdict<T> {
	if (errors.length > 0) {
		const found = graphqlProblem(errors);
		if (hasCode(errors, 'THROTTLED')) {
			return { waitMs: throttleWait(cost), problem: found, faults: 0 };
		}
		return found.code === 'shopify-unavailable' ? again(found) : { done: failed(found) };
	}
	if (ignoredFilters.length > 0) {
		const text = plainText(ignoredFilters.join('; '));
		return {
			done: failure(
				'filter-ignored',
				`Shopify ignored a part of the filter and answered with too much: ${text}`,
				'Nothing was passed on. Update this node package; if it is up to date, report the text above.',
			),
		};
	}
	return { done: ok({ data: data as T, requestedCost: cost?.requestedQueryCost }) };
}

/** Shopify recommends to back off for a second at least. */
function throttleWait(cost: QueryCost | undefined): number {
	const status = cost?.throttleStatus;
	if (!status || !cost?.requestedQueryCost || status.restoreRate <= 0) return FIRST_BACK_OFF_MS;
	const missing = cost.requestedQueryCost - status.currentlyAvailable;
	return Math.max(FIRST_BACK_OFF_MS, Math.ceil((missing / status.restoreRate) * 1000));
}

function backOff(faults: number): number {
	return Math.min(FIRST_BACK_OFF_MS * 2 ** faults, MAX_BACK_OFF_MS);
}

const CANCELLED = 'Shopify gave no answer (cancelled)';

/** Whether somebody stopped the workflow: then nothing is tried again. */
export function wasCancelled({ what }: Problem): boolean {
	return what === CANCELLED;
}

function noAnswer(reason: string): Problem {
	return problem(
		'no-answer',
		reason === 'cancelled' ? CANCELLED : `Shopify gave no answer (${plainText(reason)})`,
		"Check the network of this n8n and 'Shop Subdomain' in the credential, then run the workflow again.",
	);
}

function malformed(name: string): Problem {
	return problem(
		'malformed-answer',
		`Shopify's answer to "${name}" was cut off or is no JSON, also when asked again`,
		"Run the workflow again. If it happens again, look for a proxy between n8n and Shopify, or correct 'Base URL' in the credential.",
	);
}
