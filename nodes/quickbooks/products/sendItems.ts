import type { Problem } from '../../accounting/problems';
import { type Answer, BATCH_SIZE } from '../client';
import {
	concernsConnection,
	type Fault,
	faultIn,
	faultProblem,
	isServerFailure,
	isThrottled,
} from '../faults';
import { fingerprint } from '../fingerprint';
import { at, isRecord, type Json, textAt } from '../json';
import type { Session } from '../session';

/** An item on its way into the books. */
export interface Write {
	operation: 'create' | 'update';
	json: Json;
	/** In the user's words, for messages. */
	where: string;
}

/** 'unclear': no answer, or one that does not tell whether it was written. */
export type Sent =
	| { state: 'written'; row: Json }
	| { state: 'taken' | 'stale'; problem: Problem }
	| { state: 'refused'; problem: Problem }
	| { state: 'unclear'; reason: string };

const TAKEN = '6240';
const STALE = '5010';

/**
 * Writes items in batches, in the order they come. One refused item never stops the others; where the
 * connection as a whole is refused, nothing more is sent.
 *
 * @param round changes the request ids where a new attempt must not get the old answer.
 */
export async function sendItems(
	session: Session,
	writes: readonly Write[],
	round: number,
): Promise<Sent[]> {
	const sent: Sent[] = [];
	let stopped: Fault | undefined;
	for (let start = 0; start < writes.length; start += BATCH_SIZE) {
		const chunk = writes.slice(start, start + BATCH_SIZE);
		const answer: Answer<Json[]> = stopped
			? { kind: 'refused', fault: stopped }
			: await send(session, chunk, round);
		if (answer.kind === 'refused' && stopsAll(answer.fault)) stopped = answer.fault;
		chunk.forEach((write, index) => sent.push(outcome(answer, `i${index}`, write)));
	}
	return sent;
}

async function send(
	{ client }: Session,
	chunk: readonly Write[],
	round: number,
): Promise<Answer<Json[]>> {
	const items = chunk.map(({ operation, json }, index) => ({
		bId: `i${index}`,
		operation,
		Item: json,
	}));
	// The time keeps QuickBooks from repeating last hour's answer after the item was changed by hand
	const salt = `${client.realmId} ${client.clock.now()} ${round}`;
	return await client.batch(items, fingerprint(JSON.stringify(items) + salt));
}

function stopsAll(fault: Fault): boolean {
	return concernsConnection(fault) || isThrottled(fault);
}

function outcome(answer: Answer<Json[]>, bId: string, { where }: Write): Sent {
	if (answer.kind === 'doubtful') return { state: 'unclear', reason: answer.reason };
	if (answer.kind === 'refused') {
		return { state: 'refused', problem: faultProblem(answer.fault, where) };
	}
	const item = answer.value.find((each) => textAt(each, 'bId') === bId);
	const row = at(item, 'Item');
	if (isRecord(row)) return { state: 'written', row };
	const fault = faultIn(item);
	if (!fault) return { state: 'unclear', reason: 'QuickBooks left the item out of its answer' };
	const problem = faultProblem(fault, where);
	if (isThrottled(fault) || isServerFailure(fault) || fault.code === '600') {
		return { state: 'unclear', reason: problem.what };
	}
	if (fault.code === TAKEN) return { state: 'taken', problem };
	return fault.code === STALE ? { state: 'stale', problem } : { state: 'refused', problem };
}
