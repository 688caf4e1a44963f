import type { FaultOrder, Faults } from './faults.mts';
import type { RequestLog } from './requestLog.mts';
import type { Call, Reply, Vendor } from './server.mts';

/** Control endpoints by name: POST or GET {url}/_control/{name}; the body is parsed JSON. */
export type Controls = Record<string, (body: Record<string, unknown>, call: Call) => unknown>;

/**
 * The control endpoint, the same for both vendors:
 * POST /_control/fail {kind, times, match?, after?, delayMs?}, GET /_control/log, POST /_control/reset.
 */
export function answerControl(
	vendor: Vendor,
	books: { faults: Faults; log: RequestLog },
	call: Call,
): Reply {
	const name = call.path.slice('/_control/'.length);
	const controls: Controls = {
		fail: (body) => {
			books.faults.order(body as unknown as FaultOrder);
			return { ok: true };
		},
		log: () => books.log.all(),
		reset: () => {
			books.faults.clear();
			books.log.clear();
			vendor.reset?.();
			return { ok: true };
		},
		...vendor.controls,
	};
	const control = Object.hasOwn(controls, name) ? controls[name] : undefined;
	if (!control) {
		return { status: 404, body: { error: `No control "${name}"`, known: Object.keys(controls) } };
	}
	return run(() => control(parse(call.body), call));
}

function run(control: () => unknown): Reply {
	try {
		return { status: 200, body: control() ?? { ok: true } };
	} catch (error) {
		return { status: 400, body: { error: error instanceof Error ? error.message : String(error) } };
	}
}

function parse(body: string): Record<string, unknown> {
	if (body.trim() === '') return {};
	const value: unknown = JSON.parse(body);
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
