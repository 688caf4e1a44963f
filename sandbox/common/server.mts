import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { answerControl, type Controls } from './control.mts';
import { Faults, type FaultOrder } from './faults.mts';
import { RequestLog } from './requestLog.mts';

export interface Call {
	method: string;
	path: string;
	query: URLSearchParams;
	/** Lower-case names. */
	headers: Record<string, string>;
	body: string;
}

export interface Reply {
	status: number;
	headers?: Record<string, string>;
	/** Sent as it is when a string, as JSON otherwise. */
	body: unknown;
	/** Figures for the request log. */
	detail?: Record<string, number | string | boolean>;
}

export type Handler = (call: Call) => Reply | Promise<Reply>;

/** What one vendor's stand-in brings to the common server. */
export interface Vendor {
	name: string;
	handle: Handler;
	/** Short description of a call for the log and for matching faults. */
	label(call: Call): string;
	/** The vendor's own body for a fault that has one ('throttle', 'serverError', 'expiredToken'). */
	faultReply(fault: FaultOrder, call: Call): Reply;
	/** Which calls can fail; default: every call but the control endpoint. */
	mayFail?(call: Call): boolean;
	/** Further control endpoints, e.g. "expire-tokens": POST /_control/expire-tokens. */
	controls?: Controls;
	/** Called by POST /_control/reset after faults and log are cleared. */
	reset?(): void;
}

export interface RunningServer {
	url: string;
	port: number;
	faults: Faults;
	log: RequestLog;
	close(): Promise<void>;
}

const HTML_ERROR =
	'<html><head><title>503 Service Temporarily Unavailable</title></head><body><center><h1>503 Service Temporarily Unavailable</h1></center></body></html>';

/** Starts a vendor's stand-in on the loopback address; port 0 takes a free one. */
export async function startServer(vendor: Vendor, port = 0): Promise<RunningServer> {
	const faults = new Faults();
	const log = new RequestLog();
	const server = createServer((request, response) => {
		void serve(vendor, { faults, log }, request, response);
	});
	// A client that keeps its connection must not keep a finished test alive.
	server.keepAliveTimeout = 1000;
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => resolve());
	});
	const address = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${address.port}`,
		port: address.port,
		faults,
		log,
		close: async () =>
			await new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

interface Books {
	faults: Faults;
	log: RequestLog;
}

async function serve(
	vendor: Vendor,
	{ faults, log }: Books,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const call = await readCall(request);
	if (call.path.startsWith('/_control/')) {
		return send(response, answerControl(vendor, { faults, log }, call));
	}
	const label = vendor.label(call);
	const canFail = vendor.mayFail ? vendor.mayFail(call) : true;
	const fault = canFail ? faults.next(call.path, label) : undefined;
	const note = (status: number | 'dropped', detail?: Reply['detail']) =>
		log.add({
			at: new Date().toISOString(),
			method: call.method,
			path: call.path,
			label,
			status,
			...(fault ? { fault: fault.kind } : {}),
			...(detail ? { detail } : {}),
		});
	const reply = await replyOrDrop(vendor, call, fault);
	if (reply === 'dropped') {
		note('dropped');
		request.socket.destroy();
		return;
	}
	note(reply.status, reply.detail);
	send(response, reply);
}

/** Applies the fault: before the effect, after it, or instead of it. */
async function replyOrDrop(
	vendor: Vendor,
	call: Call,
	fault: FaultOrder | undefined,
): Promise<Reply | 'dropped'> {
	if (!fault) return await answer(vendor, call);
	switch (fault.kind) {
		case 'droppedBefore':
			return 'dropped';
		case 'droppedAfter':
			await answer(vendor, call);
			return 'dropped';
		case 'slow':
			await new Promise((resolve) => setTimeout(resolve, fault.delayMs ?? 2000));
			return await answer(vendor, call);
		case 'htmlError':
			return { status: 503, headers: { 'content-type': 'text/html' }, body: HTML_ERROR };
		case 'malformed':
			return truncated(await answer(vendor, call));
		default:
			return vendor.faultReply(fault, call);
	}
}

async function answer(vendor: Vendor, call: Call): Promise<Reply> {
	try {
		return await vendor.handle(call);
	} catch (error) {
		// A defect of the stand-in must be seen as one, not mistaken for a vendor's answer.
		const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
		return { status: 500, body: { sandboxDefect: `${vendor.name}: ${text}` } };
	}
}

function truncated(reply: Reply): Reply {
	const text = textOf(reply);
	return { ...reply, body: text.slice(0, Math.floor(text.length / 2)) };
}

function textOf(reply: Reply): string {
	return typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
}

function send(response: ServerResponse, reply: Reply): void {
	const headers = {
		'content-type': 'application/json; charset=utf-8',
		...Object.fromEntries(
			Object.entries(reply.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
		),
	};
	response.writeHead(reply.status, headers);
	response.end(textOf(reply));
}

async function readCall(request: IncomingMessage): Promise<Call> {
	const url = new URL(request.url ?? '/', 'http://127.0.0.1');
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const headers = Object.fromEntries(
		Object.entries(request.headers).map(([name, value]) => [
			name,
			Array.isArray(value) ? value.join(', ') : (value ?? ''),
		]),
	);
	return {
		method: request.method ?? 'GET',
		path: url.pathname,
		query: url.searchParams,
		headers,
		body: Buffer.concat(chunks).toString('utf8'),
	};
}
