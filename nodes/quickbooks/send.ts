import type { Problem } from '../accounting/problems';
import { type Answer, BATCH_SIZE, type QuickBooksClient } from './client';
import type { Entity } from './entities';
import {
	concernsConnection,
	type Fault,
	faultIn,
	faultProblem,
	isServerFailure,
	isThrottled,
} from './faults';
import { fingerprint } from './fingerprint';
import { type Booked, bookedOf } from './found';
import { at, isRecord, type Json, textAt } from './json';
import type { Posting } from './posting';

/** One document on its way into the books. */
export interface Task {
	posting: Posting;
	json: Json;
	/** Changes the request id where a new attempt must not get the old answer. */
	salt: string;
}

/**
 * 'lost': no answer after all attempts with one request id. 'busy': QuickBooks answered for this
 * item that it could not do it now. Both must be looked up before anything else.
 */
export type Sent =
	| { state: 'created'; booked: Booked }
	| { state: 'refused'; problem: Problem }
	| { state: 'lost' | 'busy'; reason: string }
	/** Number or link were taken since the books were read, perhaps by the same document. */
	| { state: 'taken'; problem: Problem };

const DUPLICATE_NUMBER = '6140';
/** Where another run was first, what they link to is no longer there to be settled or banked. */
const LINKED: readonly Entity[] = ['Deposit', 'BillPayment'];

/** Writes all tasks in batches, whatever their kinds; one refused document never stops the others. */
export async function sendAll(
	client: QuickBooksClient,
	tasks: readonly Task[],
): Promise<Map<Task, Sent>> {
	const sent = new Map<Task, Sent>();
	let stopped: Fault | undefined;
	for (let start = 0; start < tasks.length; start += BATCH_SIZE) {
		const chunk = tasks.slice(start, start + BATCH_SIZE);
		const items = chunk.map(({ posting, json }, index) => ({
			bId: bIdOf(index),
			operation: 'create',
			[posting.entity]: json,
		}));
		const answer: Answer<Json[]> = stopped
			? { kind: 'refused', fault: stopped }
			: await client.batch(items, requestIdOf(client, chunk));
		if (answer.kind === 'refused' && stopsAll(answer.fault)) stopped = answer.fault;
		chunk.forEach((task, index) => sent.set(task, outcome(answer, bIdOf(index), task)));
	}
	return sent;
}

/** No other batch can pass either: no connection, or the month's calls are used up. */
function stopsAll(fault: Fault): boolean {
	return concernsConnection(fault) || isThrottled(fault);
}

function bIdOf(index: number): string {
	return `d${index}`;
}

/** The same documents in the same order get the same id: QuickBooks then writes them once. */
function requestIdOf(client: QuickBooksClient, chunk: readonly Task[]): string {
	const content = chunk.map(({ posting, json, salt }) => [posting.entity, json, salt]);
	return fingerprint(JSON.stringify([client.realmId, content]));
}

function outcome(answer: Answer<Json[]>, bId: string, { posting }: Task): Sent {
	const { where, entity } = posting;
	if (answer.kind === 'doubtful') return { state: 'lost', reason: answer.reason };
	if (answer.kind === 'refused') {
		return { state: 'refused', problem: faultProblem(answer.fault, where) };
	}
	const item = answer.value.find((each) => textAt(each, 'bId') === bId);
	const row = at(item, entity);
	const booked = isRecord(row) ? bookedOf(entity, row) : undefined;
	if (booked) return { state: 'created', booked };
	const fault = faultIn(item);
	if (!fault) return { state: 'busy', reason: 'QuickBooks left the document out of its answer' };
	if (isThrottled(fault) || isServerFailure(fault) || fault.code === '600') {
		return { state: 'busy', reason: faultProblem(fault, where).what };
	}
	const isTaken = fault.code === DUPLICATE_NUMBER || LINKED.includes(entity);
	const state = isTaken ? 'taken' : 'refused';
	return { state, problem: faultProblem(fault, where) };
}
