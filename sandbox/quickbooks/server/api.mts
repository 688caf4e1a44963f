import type { Call, Reply } from '../../common/server.mts';
import { QuickBooksFault } from '../company/fault.mts';
import type { CompanyBooks, Json } from '../company/types.mts';
import { runBatch } from './batch.mts';
import { changedData } from './cdc.mts';
import { pacificDay, pacificTime, type Clock } from './clock.mts';
import { entityOfPath, exchangeRate, querySource, read, write } from './entities.mts';
import { missingParameter, throttled, unreadableBody, unsupported } from './faults.mts';
import type { Limits } from './limits.mts';
import type { Metering } from './metering.mts';
import { runQuery } from './query/run.mts';
import { businessFault, gatewayFault, success } from './replies.mts';
import { report } from './reports/report.mts';
import type { RequestIds } from './requestIds.mts';

export interface Api {
	books: CompanyBooks;
	clock: Clock;
	limits: Limits;
	metering: Metering;
	requestIds: RequestIds;
}

/** One authorised call under /v3/company/{realmId}; `segments` are what follows the realm. */
export function answerApi(api: Api, call: Call, segments: string[]): Reply {
	const now = api.clock.now();
	if (!api.limits.admit(segments[0]?.toLowerCase() === 'batch')) {
		return gatewayFault(call, throttled, now);
	}
	try {
		const body = call.method === 'GET' ? get(api, call, segments) : post(api, call, segments);
		const reply = success(call, { ...body, ...timeOf(segments, now) }, now);
		const items = body.BatchItemResponse;
		return Array.isArray(items) ? { ...reply, detail: { items: items.length } } : reply;
	} catch (error) {
		if (error instanceof QuickBooksFault) return businessFault(call, error, now);
		throw error;
	}
}

/** Every answer but a report carries the server's time. */
function timeOf(segments: string[], now: Date): Json {
	return segments[0]?.toLowerCase() === 'reports' ? {} : { time: pacificTime(now) };
}

function get(api: Api, call: Call, segments: string[]): Json {
	const body = answerGet(api, call, segments);
	api.metering.count('corePlus');
	return body;
}

function answerGet(api: Api, call: Call, segments: string[]): Json {
	const [segment, id] = segments;
	const head = segment.toLowerCase();
	if (segments.length === 1) return answerCollection(api, call, head);
	if (segments.length > 2) throw unsupported(call.path);
	if (head === 'companyinfo') return { CompanyInfo: api.books.read('CompanyInfo', id) };
	if (head === 'reports') {
		return report(api.books, id.toLowerCase(), call.query, api.clock.now());
	}
	const entity = entityOfPath(head);
	if (!entity) throw unsupported(call.path);
	return { [entity]: read(api.books, entity, id) };
}

/** The reads that name no row in their path. */
function answerCollection({ books, clock }: Api, { query, path }: Call, head: string): Json {
	const now = clock.now();
	const today = () => pacificDay(now);
	switch (head) {
		case 'query': {
			const statement = query.get('query');
			if (!statement) throw missingParameter('query');
			return { QueryResponse: runQuery(statement, querySource(books, today)) };
		}
		case 'cdc':
			return { CDCResponse: [{ QueryResponse: changedData(books, query, now) }] };
		case 'preferences':
			return { Preferences: books.read('Preferences', '') };
		case 'exchangerate':
			return { ExchangeRate: exchangeRate(books, query, today()) };
		default:
			throw unsupported(path);
	}
}

function post(api: Api, call: Call, segments: string[]): Json {
	const { books, clock, metering, requestIds } = api;
	const head = segments[0]?.toLowerCase();
	const source = querySource(books, () => pacificDay(clock.now()));
	if (call.method !== 'POST') throw unsupported(call.path);
	if (segments.length === 1 && head === 'query') {
		if (!/^(application\/text|text\/plain)/.test(call.headers['content-type'] ?? '')) {
			throw unsupported(`${call.path} with this Content-Type`);
		}
		const QueryResponse = runQuery(call.body, source);
		metering.count('corePlus');
		return { QueryResponse };
	}
	const body = parse(call);
	if (segments.length === 1 && head === 'batch') {
		const hasRequestId = call.query.has('requestid');
		return requestIds.once(call, true, () => ({
			BatchItemResponse: runBatch({ books, source, metering, hasRequestId }, body),
		}));
	}
	return requestIds.once(call, false, () => {
		const answer = answerWrite(books, call, segments, body);
		metering.count('core');
		return answer;
	});
}

function answerWrite(books: CompanyBooks, call: Call, segments: string[], body: Json): Json {
	if (segments.join('/').toLowerCase() === 'taxservice/taxcode') {
		return books.create('TaxService', body);
	}
	const entity = segments.length === 1 ? entityOfPath(segments[0]) : undefined;
	if (!entity) throw unsupported(call.path);
	const row = write(books, {
		entity,
		operation: call.query.get('operation') ?? undefined,
		include: (call.query.get('include') ?? '').split(',').filter((option) => option !== ''),
		body,
	});
	return { [entity]: row };
}

function parse(call: Call): Json {
	if (!(call.headers['content-type'] ?? '').toLowerCase().includes('json')) {
		throw unsupported(`${call.path} with this Content-Type`);
	}
	const value = jsonOf(call.body);
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw unreadableBody('Unexpected character or end of input');
	}
	return value as Json;
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
