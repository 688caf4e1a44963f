import { createHash } from 'node:crypto';

import type { Call } from '../../common/server.mts';
import { badRequestId, requestIdReused } from './faults.mts';

type Json = Record<string, unknown>;

interface Remembered {
	fingerprint: string;
	body: Json;
}

const MAX_LENGTH = 50;
const MAX_LENGTH_IN_BATCH = 36;

/**
 * `requestid` of one realm. Documented: unique per realm, a repeat returns the first response instead
 * of executing again, the ids' lengths, and error 600 for a duplicate id. Not documented: how long an
 * id is remembered (here: as long as the sandbox runs), how a different request is told from a repeat
 * (here: method, path, operation, include and body), and what a refused request leaves behind (here:
 * nothing, because it had no effect; a batch always answers 200 and is remembered with its item faults).
 * The books are synchronous, so two concurrent requests are two consecutive ones.
 */
export class RequestIds {
	private readonly answered = new Map<string, Remembered>();

	/** Runs `execute` once per id. @throws QuickBooksFault 2130 for the id's form, 600 for its reuse. */
	once(call: Call, isBatch: boolean, execute: () => Json): Json {
		const id = call.query.get('requestid');
		if (id === null) return execute();
		const max = isBatch ? MAX_LENGTH_IN_BATCH : MAX_LENGTH;
		if (id === '' || id.length > max) {
			throw badRequestId(`The request id must have 1 to ${max} characters. Supplied value:${id}`);
		}
		const fingerprint = fingerprintOf(call);
		const first = this.answered.get(id);
		if (first) {
			if (first.fingerprint !== fingerprint) throw requestIdReused(id);
			return structuredClone(first.body);
		}
		const body = execute();
		this.answered.set(id, { fingerprint, body: structuredClone(body) });
		return body;
	}

	clear(): void {
		this.answered.clear();
	}
}

function fingerprintOf({ method, path, query, body }: Call): string {
	const parts = [method, path.toLowerCase(), query.get('operation'), query.get('include'), body];
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
