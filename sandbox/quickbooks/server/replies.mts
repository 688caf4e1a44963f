import { createHash, randomUUID } from 'node:crypto';

import type { Call, Reply } from '../../common/server.mts';
import { QuickBooksFault } from '../company/fault.mts';
import { pacificTime } from './clock.mts';
import { gatewayBody, type GatewayFault } from './faults.mts';
import { faultXml, toXml } from './xml.mts';

type Json = Record<string, unknown>;

/** XML is QuickBooks' default; only a client that asks for JSON gets it. */
export function wantsJson(call: Call): boolean {
	return (call.headers.accept ?? '').toLowerCase().includes('application/json');
}

export function success(call: Call, body: Json, now: Date): Reply {
	if (wantsJson(call)) return { status: 200, headers: jsonHeaders(), body };
	return { status: 200, headers: xmlHeaders(), body: toXml(body, pacificTime(now)) };
}

export function businessFault(call: Call, fault: QuickBooksFault, now: Date): Reply {
	const time = pacificTime(now);
	const { status } = fault;
	const body = { Fault: fault.toFault(), time };
	if (wantsJson(call)) return { status, headers: jsonHeaders(), body };
	return { status, headers: xmlHeaders(), body: faultXml(body.Fault, time) };
}

export function gatewayFault(call: Call, fault: GatewayFault, now: Date): Reply {
	const headers = {
		...(wantsJson(call) ? jsonHeaders() : xmlHeaders()),
		...(fault.status === 401
			? { 'www-authenticate': 'Bearer realm="Intuit", error="invalid_token"' }
			: {}),
	};
	if (wantsJson(call)) return { status: fault.status, headers, body: gatewayBody(fault, now) };
	const { message, detail, code, type } = fault;
	const xml = { Error: [{ Message: message, Detail: detail, code }], type };
	return { status: fault.status, headers, body: faultXml(xml, pacificTime(now)) };
}

function jsonHeaders(): Record<string, string> {
	return { 'content-type': 'application/json;charset=utf-8', ...traceHeaders() };
}

function xmlHeaders(): Record<string, string> {
	return { 'content-type': 'application/xml;charset=UTF-8', ...traceHeaders() };
}

/** What support asks for: the transaction id of Intuit. */
function traceHeaders(): Record<string, string> {
	const digits = createHash('sha1').update(randomUUID()).digest('hex');
	return { intuit_tid: `1-${digits.slice(0, 8)}-${digits.slice(8, 32)}` };
}
