import { createAdminApiClient } from '@shopify/admin-api-client';
import type { GraphqlError } from './problems';
import type { QueryCost } from './throttle';
import type { GraphqlObject, HttpResponse, SendHttp } from './types';

export const API_VERSION = '2026-10';

/** One try: an answer that is GraphQL, an answer that is not, or no answer. */
export type Exchange =
	| {
			kind: 'graphql';
			data?: GraphqlObject;
			errors: GraphqlError[];
			cost?: QueryCost;
			ignoredFilters: string[];
	  }
	| { kind: 'status'; answer: HttpResponse }
	| { kind: 'malformed' }
	| { kind: 'no-answer'; reason: string };

interface Extensions {
	cost?: QueryCost;
	search?: Array<{ query?: string; warnings?: Array<{ field?: string; message?: string }> }>;
}

/** Shopify's client wants a token, but n8n adds the real one: this never leaves the process. */
const NO_TOKEN = 'added-by-n8n';
const TOKEN_HEADER = 'x-shopify-access-token';

/**
 * Asks once through Shopify's own client, with its retries off: it takes the seconds of
 * Retry-After for milliseconds, repeats mutations after a dropped connection, and lets THROTTLED
 * pass. A client per request, because a token and a fetch are fixed when it is made.
 *
 * @param baseUrl scheme and host of the shop or of a sandbox, maybe with a path.
 */
export async function exchangeOnce(
	{ baseUrl, send, timeoutMs }: { baseUrl: string; send: SendHttp; timeoutMs: number },
	document: string,
	variables: GraphqlObject,
): Promise<Exchange> {
	let answer: HttpResponse | undefined;
	let reason = '';
	const client = createAdminApiClient({
		storeDomain: baseUrl,
		apiVersion: API_VERSION,
		accessToken: NO_TOKEN,
		retries: 0,
		// without one it writes to the console; its messages hold headers, so they are dropped
		logger: () => undefined,
		customFetchApi: async (url, init) => {
			const sent = await send({
				method: 'POST',
				url: toBaseUrl(String(url), baseUrl),
				headers: headersWithoutToken(init?.headers),
				body: String(init?.body ?? ''),
				timeoutMs,
			}).then(
				(received) => ({ received }),
				(error: unknown) => ({ error }),
			);
			if ('received' in sent) answer = sent.received;
			else reason = reasonOf(sent.error);
			return asFetchResponse(answer);
		},
	});
	const result = await client.request(document, { variables });
	if (!answer) return { kind: 'no-answer', reason };
	if (answer.status !== 200) return { kind: 'status', answer };
	const errors = (result.errors?.graphQLErrors ?? []) as GraphqlError[];
	if (errors.length === 0 && !result.data) return { kind: 'malformed' };
	const extensions = (result.extensions ?? {}) as Extensions;
	return {
		kind: 'graphql',
		data: result.data as GraphqlObject | undefined,
		errors,
		cost: extensions.cost,
		ignoredFilters: ignoredFiltersOf(extensions),
	};
}

/** The client turns http into https and drops a path; sandboxes and proxies need both. */
function toBaseUrl(url: string, baseUrl: string): string {
	return `${baseUrl.replace(/\/+$/, '')}${new URL(url).pathname}`;
}

function headersWithoutToken(headers: unknown): Record<string, string> {
	const entries = Object.entries((headers ?? {}) as Record<string, string>);
	return Object.fromEntries(entries.filter(([name]) => name.toLowerCase() !== TOKEN_HEADER));
}

/** Statuses outside of 200..599 and bodies of 204 and 304 are refused by the platform's Response. */
function asFetchResponse(answer: HttpResponse | undefined): Response {
	if (answer?.status !== 200) return new Response(null, { status: 599 });
	return new Response(answer.body, {
		status: 200,
		headers: { 'content-type': answer.headers['content-type'] ?? '' },
	});
}

function reasonOf(error: unknown): string {
	const { reason, message } = error as { reason?: unknown; message?: unknown };
	return String(reason ?? message ?? 'dropped');
}

/** Shopify ignores a filter that it does not know and answers with everything: never acceptable. */
function ignoredFiltersOf(extensions: Extensions): string[] {
	return (extensions.search ?? []).flatMap(({ warnings }) =>
		(warnings ?? []).map(({ field, message }) => [field, message].filter(Boolean).join(': ')),
	);
}
