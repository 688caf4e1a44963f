import type { Problem } from '../accounting/problems';
import { fixFor } from './faultFixes';
import type { HttpResponse } from './http';
import { at, isRecord, parseJson, recordsAt, textAt } from './json';

/** What QuickBooks refused, in its own words but without anything that looks like a token. */
export interface Fault {
	/** HTTP status; 200 for a fault inside a good answer. */
	status: number;
	/** Intuit's code, e.g. "6240"; empty where a gateway gave none. */
	code: string;
	message: string;
	detail: string;
	/** The field that Intuit names, if any. */
	element: string;
	/** Intuit's transaction id: their support asks for it. */
	tid: string;
}

/**
 * The fault of an answer, or undefined if it holds none. Understands the business layer's shape
 * (Fault.Error), the gateway's (fault.error), faults inside HTTP 200, and XML or HTML answers.
 */
export function readFault(response: HttpResponse): Fault | undefined {
	const tid = response.headers['intuit_tid'] ?? response.headers['intuit-tid'] ?? '';
	const body = parseJson(response.body);
	const fault = faultIn(body, response.status, tid);
	if (fault) return fault;
	if (response.status < 400) return undefined;
	return faultOfText(response, tid);
}

/** A fault in parsed JSON: a whole answer or one item of a batch. */
export function faultIn(body: unknown, status = 200, tid = ''): Fault | undefined {
	const upper = at(body, 'Fault');
	const lower = at(body, 'fault');
	if (!isRecord(upper) && !isRecord(lower)) return undefined;
	const error = isRecord(upper) ? recordsAt(upper, 'Error')[0] : recordsAt(lower, 'error')[0];
	const field = (name: string) => textAt(error, name) ?? textAt(error, name.toLowerCase()) ?? '';
	return tidy({
		status,
		code: field('code') || codeInText(field('Message')),
		message: field('Message'),
		detail: field('Detail'),
		element: field('element'),
		tid,
	});
}

function faultOfText(response: HttpResponse, tid: string): Fault {
	const inTag = (tag: string) =>
		new RegExp(`<${tag}[^>]*>([^<]*)</${tag}>`, 'i').exec(response.body)?.[1] ?? '';
	const code = /<Error[^>]*\bcode="(\d+)"/i.exec(response.body)?.[1] ?? '';
	const title = inTag('Message') || inTag('title');
	return tidy({
		status: response.status,
		code,
		message: title || `HTTP ${response.status}`,
		detail: inTag('Detail'),
		element: '',
		tid,
	});
}

/** Gateway faults hide their code in the text: "message=ThrottleExceeded; errorCode=003001; …". */
function codeInText(text: string): string {
	return /errorCode=0*(\d+)/.exec(text)?.[1] ?? '';
}

function tidy(fault: Fault): Fault {
	return { ...fault, message: harmless(fault.message), detail: harmless(fault.detail) };
}

/** "Token expired: AB01…" holds the token itself; error texts must not. */
function harmless(text: string): string {
	return text
		.replace(/(token[^:]*:\s*)\S+/gi, '$1…')
		.replace(/[A-Za-z0-9._~+/=-]{40,}/g, '…')
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, 400);
}

/** A refusal in the user's words: what QuickBooks said, its code and id, and what to do next. */
export function faultProblem(fault: Fault, where: string): Problem {
	const said = [fault.message, fault.detail.replace(`${fault.message} : `, '')]
		.filter((part, index, all) => part !== '' && all.indexOf(part) === index)
		.join(': ');
	const status = `HTTP ${fault.status}`;
	const marks = [
		fault.code ? `code ${fault.code}` : status,
		...(fault.element ? [`field ${fault.element}`] : []),
		...(fault.tid ? [`intuit_tid ${fault.tid}`] : []),
	].join(', ');
	return {
		code: fault.code ? `quickbooks-${fault.code}` : `quickbooks-http-${fault.status}`,
		what: `${said === status ? saidNothing(fault) : `QuickBooks refused: ${said}`} (${marks})`,
		where,
		fix: fixFor(fault.code, fault.status),
	};
}

/** A gateway's answer of a bare status. */
function saidNothing({ status }: Fault): string {
	return status === 401
		? 'QuickBooks no longer accepts the connection'
		: 'QuickBooks refused and gave no reason';
}

/** Whether Intuit's throttle spoke: HTTP 429, or code 3001 with the old status 403 or in a batch. */
export function isThrottled(fault: Fault): boolean {
	return fault.status === 429 || fault.code === '3001';
}

/** Whether nobody can tell if the call was carried out: a failure inside QuickBooks. */
export function isServerFailure(fault: Fault): boolean {
	return fault.status >= 500 || fault.code === '10000' || fault.code === '5000';
}

/** Faults that no document of this run can pass: token, company, subscription. */
export function concernsConnection(fault: Fault): boolean {
	return (
		[401, 403].includes(fault.status) ||
		['100', '110', '120', '3100', '3200', '3202', '6190', '10200'].includes(fault.code)
	);
}
