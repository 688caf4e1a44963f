import type { Problem } from '../accounting/problems';
import { type Fault, faultProblem, isServerFailure, isThrottled, readFault } from './faults';
import type { Clock, HttpRequest, HttpResponse, SendHttp } from './http';
import { isRecord, type Json, parseJson, recordsAt } from './json';
import { PAGE_SIZE, select } from './query';
import { type Windows, windowsOf } from './rateLimit';

/**
 * What came of a call. 'doubtful' means that no usable answer came, also after retries: a write
 * may or may not have been carried out.
 */
export type Answer<T> =
	| { kind: 'done'; value: T }
	| { kind: 'refused'; fault: Fault }
	| { kind: 'doubtful'; reason: string };

export interface Connection {
	send: SendHttp;
	clock: Clock;
	/** https://quickbooks.api.intuit.com, the sandbox's, or a proxy's; no trailing slash needed. */
	baseUrl: string;
	/** The company's id. */
	realmId: string;
}

/** Intuit meters reads ("CorePlus"), writes are free. Items of a batch count one by one. */
export interface Calls {
	http: number;
	reads: number;
	writes: number;
}

/** Intuit's largest batch. */
export const BATCH_SIZE = 30;

const MINOR_VERSION = '75';
const ATTEMPTS = 3;
const THROTTLE_WAITS = 3;
const THROTTLE_WAIT_MS = 60_000;
const FIRST_PAUSE_MS = 1_000;
/** QuickBooks itself gives up after 120 s: waiting less would make answers doubtful for nothing. */
const TIMEOUT_MS = 125_000;

/** The one way to a QuickBooks company: limits, retries, faults and counting in one place. */
export class QuickBooksClient {
	readonly calls: Calls = { http: 0, reads: 0, writes: 0 };
	private readonly windows: Windows;

	constructor(private readonly connection: Connection) {
		const { baseUrl, realmId, clock } = connection;
		this.windows = windowsOf(`${baseUrl} ${realmId}`, clock);
	}

	get realmId(): string {
		return this.connection.realmId;
	}

	get clock(): Clock {
		return this.connection.clock;
	}

	/** Reads one thing, e.g. "preferences", "salesreceipt/123" or "reports/TrialBalance". */
	async read(path: string, parameters: Record<string, string> = {}): Promise<Answer<Json>> {
		const answer = await this.call('GET', path, parameters);
		if (answer.kind === 'done') this.calls.reads += 1;
		return answer;
	}

	/** All rows of an entity that meet a condition ('' for all), page by page. */
	async rows(entity: string, where: string): Promise<Answer<Json[]>> {
		const rows: Json[] = [];
		for (;;) {
			const statement = select(entity, where, rows.length + 1);
			const answer = await this.call('GET', 'query', { query: statement });
			if (answer.kind !== 'done') return answer;
			this.calls.reads += 1;
			const page = recordsAt(answer.value, 'QueryResponse', entity);
			rows.push(...page);
			if (page.length < PAGE_SIZE) return { kind: 'done', value: rows };
		}
	}

	/** One write; every attempt carries the same `requestId` (at most 50 characters). */
	async write(path: string, body: Json, requestId: string): Promise<Answer<Json>> {
		const [entity, query = ''] = path.split('?');
		const parameters = Object.fromEntries(new URLSearchParams(query));
		const answer = await this.call('POST', entity, { ...parameters, requestid: requestId }, body);
		if (answer.kind === 'done') this.calls.writes += 1;
		return answer;
	}

	/** Up to 30 writes in one call; `requestId` at most 36 characters. Answers in any order. */
	async batch(items: readonly Json[], requestId: string): Promise<Answer<Json[]>> {
		const body = { BatchItemRequest: items };
		const answer = await this.call('POST', 'batch', { requestid: requestId }, body);
		if (answer.kind !== 'done') return answer;
		this.calls.writes += items.length;
		return { kind: 'done', value: recordsAt(answer.value, 'BatchItemResponse') };
	}

	private async call(
		method: 'GET' | 'POST',
		path: string,
		parameters: Record<string, string>,
		body?: Json,
	): Promise<Answer<Json>> {
		const request = this.request(method, path, parameters, body);
		let throttled = 0;
		let doubt: Attempt | undefined;
		for (let attempt = 1; ; attempt++) {
			const answer = await this.attempt(request, path === 'batch');
			if (answer.kind === 'done') return answer;
			if (answer.kind === 'doubtful') doubt = answer;
			const mayWait = answer.kind === 'refused' && isThrottled(answer.fault);
			if (mayWait && throttled < THROTTLE_WAITS) {
				throttled += 1;
				attempt -= 1;
				// Intuit documents no Retry-After: its windows are a minute long
				await this.clock.sleep(THROTTLE_WAIT_MS);
				continue;
			}
			// A refusal after a lost answer does not say what became of the first attempt
			if (answer.kind === 'refused') return method === 'POST' && doubt ? doubt : answer;
			if (attempt >= ATTEMPTS || answer.final) return answer;
			await this.clock.sleep(FIRST_PAUSE_MS * 2 ** (attempt - 1));
		}
	}

	private request(
		method: 'GET' | 'POST',
		path: string,
		parameters: Record<string, string>,
		body?: Json,
	): HttpRequest {
		const { baseUrl, realmId } = this.connection;
		const query = Object.entries({ ...parameters, minorversion: MINOR_VERSION })
			.map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
			.join('&');
		return {
			method,
			url: `${baseUrl.replace(/\/+$/, '')}/v3/company/${encodeURIComponent(realmId)}/${path}?${query}`,
			headers: {
				Accept: 'application/json',
				...(body ? { 'Content-Type': 'application/json;charset=UTF-8' } : {}),
			},
			...(body ? { body: JSON.stringify(body) } : {}),
			timeoutMs: TIMEOUT_MS,
		};
	}

	private async attempt(request: HttpRequest, isBatch: boolean): Promise<Attempt> {
		if (isBatch) await this.windows.batches.admit();
		await this.windows.calls.admit();
		this.calls.http += 1;
		return await this.connection.send(request).then(judge, noAnswer);
	}
}

type Attempt =
	| Exclude<Answer<Json>, { kind: 'doubtful' }>
	| { kind: 'doubtful'; reason: string; final?: boolean };

function judge(response: HttpResponse): Attempt {
	const fault = readFault(response);
	if (fault && isServerFailure(fault)) {
		return { kind: 'doubtful', reason: faultProblem(fault, '').what };
	}
	if (fault) return { kind: 'refused', fault };
	const body = parseJson(response.body);
	if (isRecord(body)) return { kind: 'done', value: body };
	return {
		kind: 'doubtful',
		reason: `QuickBooks answered HTTP ${response.status} with something that is no JSON`,
	};
}

function noAnswer(error: unknown): Attempt {
	const reason = (error as { reason?: unknown } | undefined)?.reason;
	return {
		kind: 'doubtful',
		reason:
			reason === 'timeout'
				? 'QuickBooks did not answer in time'
				: 'The connection to QuickBooks broke off',
		final: reason === 'cancelled',
	};
}

/** A read that failed, as a problem. */
export function answerProblem(
	answer: Exclude<Answer<unknown>, { kind: 'done' }>,
	where: string,
): Problem {
	if (answer.kind === 'refused') return faultProblem(answer.fault, where);
	return {
		code: 'no-answer',
		what: answer.reason,
		where,
		fix: 'Run again; documents that are already posted are not posted twice',
	};
}
