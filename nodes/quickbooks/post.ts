import type { SalesReceiptDocument } from '../accounting/documents';
import type { Problem } from '../accounting/problems';
import { type Answer, answerProblem, type Calls } from './client';
import { createMissing, type CreationProblems } from './create';
import { whereOf } from './fromDocuments/checkDocument';
import type { Difference } from './differences';
import { type Booked, ENTITY, lookUp } from './lookup';
import { plan, type Planned } from './plan';
import { type Created, prove, type Proved } from './prove';
import { notDone, stuck, tooOften, unknown } from './postProblems';
import { resolve } from './resolve/resolve';
import { type Sent, sendAll, type Task } from './send';
import type { Session } from './session';

export type PostedStatus = 'Posted' | 'Already Posted';

/** What became of one input. */
export type PostResult =
	| {
			index: number;
			ok: true;
			status: PostedStatus;
			document: SalesReceiptDocument;
			booked: Booked;
			differences: Difference[];
			/** What could not be proved. */
			note?: string;
	  }
	| { index: number; ok: false; problem: Problem };

export interface PostReport {
	/** One per input, in the inputs' order. */
	results: PostResult[];
	calls: Calls;
}

/** An attempt whose answer was an old one, or which QuickBooks was too busy for, is made again. */
const ROUNDS = 3;

/**
 * Posts documents exactly once: looks them up, creates what they lack, writes them in batches,
 * proves what QuickBooks returned, and looks them up again. One bad document never stops the others.
 *
 * @returns a refusal only where QuickBooks could not be read before anything was written.
 */
export async function post(
	session: Session,
	inputs: readonly unknown[],
): Promise<Answer<PostReport>> {
	const planned = await plan(session, inputs);
	if (planned.kind !== 'done') return planned;
	const results = new Map<number, PostResult>();
	const fresh = planned.value.flatMap((each) => (each.action === 'Create' ? [each] : []));
	const problems = await createMissing(
		session,
		fresh.map(({ document }) => document),
	);
	let tasks = fresh.flatMap((each) => taskOf(session, each, problems, results));
	for (let round = 1; tasks.length > 0; round++) {
		tasks = await postRound(session, tasks, results, round === ROUNDS);
	}
	for (const each of planned.value) finish(each, results);
	const inOrder = inputs.map((_, index) => results.get(index) as PostResult);
	return { kind: 'done', value: { results: inOrder, calls: { ...session.client.calls } } };
}

function taskOf(
	session: Session,
	{ index, document }: Planned & { action: 'Create' },
	problems: CreationProblems,
	results: Map<number, PostResult>,
): Task[] {
	const resolved = resolve(document, session.company, session.directory);
	if (resolved.state === 'ready') return [{ index, document, json: resolved.json, salt: '' }];
	const problem =
		resolved.state === 'refused'
			? resolved.problem
			: resolved.wishes.flatMap(({ id }) => problems.get(id) ?? [])[0];
	const where = whereOf(document);
	results.set(index, { index, ok: false, problem: problem ? { ...problem, where } : stuck(where) });
	return [];
}

/** @returns the tasks that must be sent once more. */
async function postRound(
	session: Session,
	tasks: readonly Task[],
	results: Map<number, PostResult>,
	isLast: boolean,
): Promise<Task[]> {
	const sent = await sendAll(session.client, tasks);
	const { created, busy, others } = await settle(session, sent, results);
	const proved = await prove(session, created);
	const again = busy.map((task) => ({ ...task, salt: `${task.salt}+` }));
	for (const [task, outcome] of proved) {
		if (outcome.state === 'vanished') again.push({ ...task, salt: outcome.id });
		else results.set(task.index, resultOf(task, outcome, others.has(task)));
	}
	if (!isLast) return again;
	for (const task of again) results.set(task.index, refused(task, tooOften(task, ROUNDS)));
	return [];
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
	session: Session,
	sent: ReadonlyMap<Task, Sent>,
	results: Map<number, PostResult>,
): Promise<Settled> {
	const created = new Map<Task, Booked>();
	const settled: Settled = { created, busy: [], others: new Set() };
	const unclear: Array<[Task, Unclear]> = [];
	for (const [task, outcome] of sent) {
		if (outcome.state === 'created') created.set(task, outcome.booked);
		else if (outcome.state === 'refused') results.set(task.index, refused(task, outcome.problem));
		else unclear.push([task, outcome]);
	}
	if (unclear.length === 0) return settled;
	const documents = unclear.map(([{ document }]) => document);
	const found = await lookUp(session.client, ENTITY, documents, session.company.ownNumbers);
	for (const [task, outcome] of unclear) {
		const [booked] = found.kind === 'done' ? found.value.byKey(task.document.key) : [];
		if (booked) created.set(task, booked);
		if (booked && outcome.state === 'taken') settled.others.add(task);
		if (booked) continue;
		if (found.kind === 'done' && outcome.state === 'busy') settled.busy.push(task);
		else results.set(task.index, refused(task, unclearProblem(task, outcome, found)));
	}
	return settled;
}

type Unclear = Exclude<Sent, { state: 'created' | 'refused' }>;

function unclearProblem(task: Task, outcome: Unclear, found: Answer<unknown>): Problem {
	if (outcome.state === 'taken') return outcome.problem;
	if (found.kind === 'done') return notDone(task, outcome.reason);
	return unknown(task, `${outcome.reason}; and then: ${answerProblem(found, '').what}`);
}

function finish(each: Planned, results: Map<number, PostResult>): void {
	const { index } = each;
	if (each.action === 'Held') results.set(index, { index, ok: false, problem: each.problem });
	if (each.action === 'Already Posted') {
		const { document, booked, differences } = each;
		results.set(index, {
			index,
			ok: true,
			status: 'Already Posted',
			document,
			booked,
			differences,
		});
	}
	if (each.action === 'Same As') {
		const original = results.get(each.original) as PostResult;
		results.set(index, {
			...original,
			index,
			...(original.ok ? { status: 'Already Posted' } : {}),
		});
	}
}

function resultOf(
	task: Task,
	outcome: Exclude<Proved, { state: 'vanished' }>,
	isOthers: boolean,
): PostResult {
	const { index, document } = task;
	if (outcome.state === 'refused') return refused(task, outcome.problem);
	const { booked } = outcome;
	const status = outcome.state === 'posted' && !isOthers ? 'Posted' : 'Already Posted';
	const note = outcome.state === 'posted' ? outcome.note : undefined;
	return { index, ok: true, status, document, booked, differences: [], ...(note ? { note } : {}) };
}

function refused({ index }: Task, problem: Problem): PostResult {
	return { index, ok: false, problem };
}
