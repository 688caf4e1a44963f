import type {
	ICredentialTestFunctions,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IPollFunctions,
} from 'n8n-workflow';
import { redact } from './redact';

export type NodeContext = IExecuteFunctions | IPollFunctions | ILoadOptionsFunctions;

/** `url` is absolute; `body` is sent as it is; `timeoutMs` defaults to one minute. */
export interface HttpRequest {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	url: string;
	headers?: Record<string, string>;
	body?: string;
	timeoutMs?: number;
}

/** Header names are lower case; `body` is the raw text, also where the server says JSON. */
export interface HttpResponse {
	status: number;
	headers: Record<string, string>;
	body: string;
}

/**
 * Sends one request. Every status is an answer, also 401 (after n8n has refreshed the token and
 * tried once more). Throws `TransportFailure` only where no answer came: for a write that means
 * that nobody knows whether it was done.
 */
export type SendHttp = (request: HttpRequest) => Promise<HttpResponse>;

export type TransportReason = 'timeout' | 'dropped' | 'unreachable' | 'cancelled';

/** No answer came. The message never holds a token or a URL's query. */
export class TransportFailure extends Error {
	override readonly name = 'TransportFailure';

	constructor(
		readonly reason: TransportReason,
		message: string,
	) {
		super(message);
	}
}

const DEFAULT_TIMEOUT_MS = 60_000;

/**
 * The one way to a vendor's API. n8n adds the credential's token and, on a 401, takes its
 * cross-process lock, gets a new token, stores it and repeats the request once; so a 401 must
 * reach n8n as an error, and every other status must not.
 *
 * @param accessTokenHeader header that shall hold the bare OAuth2 access token too (Shopify's
 * `X-Shopify-Access-Token`); n8n re-applies it after a refresh.
 */
export function authenticatedHttp(
	context: NodeContext,
	credentialType: string,
	accessTokenHeader?: string,
): SendHttp {
	const oauth2 = accessTokenHeader
		? { oauth2: { keyToIncludeInAccessTokenHeader: accessTokenHeader } }
		: undefined;
	return async (request) =>
		await answerOf(
			context.helpers.httpRequestWithAuthentication.call(
				context,
				credentialType,
				{ ...toN8n(request), ignoreHttpStatusErrors: { ignore: true, except: [401] } },
				oauth2,
			),
		);
}

/**
 * For a URL that carries its own signature and lies on a foreign host (the result file of a bulk
 * operation): the vendor's token must not go there.
 */
export function plainHttp(context: NodeContext): SendHttp {
	return async (request) =>
		await answerOf(
			context.helpers.httpRequest({ ...toN8n(request), ignoreHttpStatusErrors: true }),
		);
}

/** For the test of a credential, where n8n adds no token and offers no other helper than this one. */
export function credentialTestHttp({ helpers }: ICredentialTestFunctions): SendHttp {
	return async ({ method, url, headers, body, timeoutMs = 30_000 }) =>
		await answerOf(
			helpers.request({
				method,
				uri: url,
				headers: { ...headers },
				body,
				timeout: timeoutMs,
				followRedirect: false,
				simple: false,
				resolveWithFullResponse: true,
			}),
		);
}

function toN8n(request: HttpRequest): IHttpRequestOptions {
	return {
		method: request.method,
		url: request.url,
		headers: { ...request.headers },
		body: request.body,
		// 'text' keeps axios from parsing: an amount must not pass through a JavaScript number,
		// and a broken answer must be seen as it came
		encoding: 'text',
		returnFullResponse: true,
		timeout: request.timeoutMs ?? DEFAULT_TIMEOUT_MS,
		// a redirect would carry the token's header to another host
		disableFollowRedirect: true,
		sendCredentialsOnCrossOriginRedirect: false,
	};
}

async function answerOf(request: Promise<unknown>): Promise<HttpResponse> {
	const answer = await request.then(toHttpResponse, toAnswerOrFailure);
	if (answer instanceof TransportFailure) throw answer;
	return answer;
}

function toHttpResponse(raw: unknown): HttpResponse {
	const full = (raw ?? {}) as { statusCode?: number; headers?: IDataObject; body?: unknown };
	return {
		status: full.statusCode ?? 0,
		headers: lowerCaseNames(full.headers ?? {}),
		body: typeof full.body === 'string' ? full.body : JSON.stringify(full.body ?? ''),
	};
}

function lowerCaseNames(headers: IDataObject): Record<string, string> {
	const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
	return Object.fromEntries(lower) as Record<string, string>;
}

/** n8n's own words for a grant that is gone, or was never given; nothing was sent in these cases. */
const CREDENTIAL_REFUSED =
	/needs to be reconnected|not connected|without access token|no refresh token|Failed to acquire OAuth2 access token|does not have any credentials/i;

/**
 * What n8n throws is either the second 401, a token endpoint that refused (4xx) or is down (5xx),
 * or a connection that gave no answer. The first two are answers.
 */
function toAnswerOrFailure(error: unknown): HttpResponse | TransportFailure {
	const texts = textsOf(error);
	const status = statusOf(error);
	if (status >= 500) return { status, headers: {}, body: redact(texts) };
	const network = networkReasonOf(texts);
	if (status >= 400 || (!network && CREDENTIAL_REFUSED.test(texts))) {
		return { status: 401, headers: {}, body: redact(texts) };
	}
	return new TransportFailure(network ?? 'dropped', redact(texts));
}

function statusOf(error: unknown): number {
	const { httpCode } = error as { httpCode?: string | number | null };
	const own = Number(httpCode ?? Number.NaN);
	if (Number.isInteger(own)) return own;
	const response = (error as { response?: { status?: number } }).response;
	return response?.status ?? 0;
}

/** A wrapped error keeps the reason in a message, a code or a cause, by n8n's version. */
function textsOf(error: unknown, depth = 0): string {
	if (typeof error !== 'object' || error === null) return String(error ?? '');
	const { message, code, messages, cause } = error as {
		message?: unknown;
		code?: unknown;
		messages?: unknown;
		cause?: unknown;
	};
	const own = [message, code, ...(Array.isArray(messages) ? messages : [])].filter(
		(text): text is string => typeof text === 'string' && text !== '',
	);
	const deeper = cause && depth < 3 ? textsOf(cause, depth + 1) : '';
	return [...new Set([...own, deeper])].filter((text) => text !== '').join(' | ');
}

function networkReasonOf(texts: string): TransportReason | undefined {
	if (/ERR_CANCELED|AbortError|\bcanceled\b/.test(texts)) return 'cancelled';
	if (/ECONNABORTED|ETIMEDOUT|timeout of \d+/i.test(texts)) return 'timeout';
	if (/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN/.test(texts)) {
		return 'unreachable';
	}
	if (/ECONNRESET|EPIPE|socket hang up|aborted/i.test(texts)) return 'dropped';
	return undefined;
}
