import type { Problem } from '../accounting/problems';
import { type Answer, answerProblem } from './client';
import type { Booked } from './found';
import { lookUp, type Reader } from './lookup';
import { type Posting, wantedOf } from './posting';
import { notDone, tooOften, unknown } from './postProblems';
import { type Created, prove, type Proved } from './prove';
import { type Sent, sendAll, type Task } from './send';

/** What became of one posting. */
export type Written =
	| {
			state: 'written';
			booked: Booked;
			/** Whether another run at the same time wrote the one that stays. */
			byOther: boolean;
			/** What could not be proved. */
			note?: string;
	  }
	| { state: 'refused'; problem: Problem };

/** An attempt whose answer was an old one, or which QuickBooks was too busy for, is made again. */
const ROUNDS = 3;

/** Writes what the books were seen not to hold, proves it, and leaves one of each. */
export async function writeOnce(
	reader: Reader,
	tasks: readonly Task[],
): Promise<Map<Posting, Written>> {
	const written = new Map<Posting, Written>();
	let open = tasks;
	for (let round = 1; open.length > 0; round++) {
		open = await writeRound(reader, open, written);
		if (round < ROUNDS) continue;
		for (const { posting } of open) refuse(written, posting, tooOften(posting.where, ROUNDS));
		break;
	}
	return written;
}

/** @returns the tasks that must be sent once more. */
async function writeRound(
	reader: Reader,
	tasks: readonly Task[],
	written: Map<Posting, Written>,
): Promise<Task[]> {
	const sent = await sendAll(reader.client, tasks);
	const { created, busy, others } = await settle(reader, sent, written);
	const proved = await prove(reader, created);
	const again = busy.map((task) => ({ ...task, salt: `${task.salt}+` }));
	for (const [task, outcome] of proved) {
		if (outcome.state === 'vanished') again.push({ ...task, salt: outcome.id });
		else written.set(task.posting, writtenOf(outcome, others.has(task)));
	}
	return again;
}

interface Settled {
	created: Created;
	/** To be sent again. */
	busy: Task[];
	/** Whose document another run has made in the meantime. */
	others: Set<Task>;
}

/** Sorts answers; where an answer says too little, the books themselves are asked. */
async function settle(
	reader: Reader,
	sent: ReadonlyMap<Task, Sent>,
	written: Map<Posting, Written>,
): Promise<Settled> {
	const created = new Map<Task, Booked>();
	const settled: Settled = { created, busy: [], others: new Set() };
	const unclear: Array<[Task, Unclear]> = [];
	for (const [task, outcome] of sent) {
		if (outcome.state === 'created') created.set(task, outcome.booked);
		else if (outcome.state === 'refused') refuse(written, task.posting, outcome.problem);
		else unclear.push([task, outcome]);
	}
	if (unclear.length === 0) return settled;
	const wanted = unclear.map(([{ posting }]) => wantedOf(posting));
	const found = await lookUp(reader, wanted);
	for (const [task, outcome] of unclear) {
		const { posting } = task;
		const [booked] = found.kind === 'done' ? found.value.byKey(posting.entity, posting.key) : [];
		if (booked) created.set(task, booked);
		if (booked && outcome.state === 'taken') settled.others.add(task);
		if (booked) continue;
		if (found.kind === 'done' && outcome.state === 'busy') settled.busy.push(task);
		else refuse(written, posting, unclearProblem(posting, outcome, found));
	}
	return settled;
}

type Unclear = Exclude<Sent, { state: 'created' | 'refused' }>;

function unclearProblem({ where }: Posting, outcome: Unclear, found: Answer<unknown>): Problem {
	if (outcome.state === 'taken') return outcome.problem;
	if (found.kind === 'done') return notDone(where, outcome.reason);
	return unknown(where, `${outcome.reason}; and then: ${answerProblem(found, '').what}`);
}

function writtenOf(outcome: Exclude<Proved, { state: 'vanished' }>, byOther: boolean): Written {
	if (outcome.state === 'refused') return outcome;
	const { booked } = outcome;
	if (outcome.state === 'yielded') return { state: 'written', booked, byOther: true };
	const { note } = outcome;
	return { state: 'written', booked, byOther, ...(note ? { note } : {}) };
}

function refuse(written: Map<Posting, Written>, posting: Posting, problem: Problem): void {
	written.set(posting, { state: 'refused', problem });
}
