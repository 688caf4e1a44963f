import type { AccountingDocument } from '../accounting/documents';
import type { Problem } from '../accounting/problems';
import { type Answer, answerProblem, BATCH_SIZE } from './client';
import { type Fault, faultIn, faultProblem } from './faults';
import { fingerprint } from './fingerprint';
import { at, isRecord, type Json, textAt } from './json';
import { resolve } from './resolve/resolve';
import type { Wish } from './resolve/sought';
import type { Session } from './session';

const ROUNDS = 8;

/** Why a list entry could not be created, by the wish's id. */
export type CreationProblems = Map<string, Problem>;

/**
 * Creates what the documents lack and the settings allow, accounts before the items that need them, and
 * where there are several currencies customers before all: a customer adds its currency to the company,
 * and an account does not.
 * Names are unique in QuickBooks, so a second run at the same moment cannot make a double: who comes
 * second is told that the name is taken (6240), looks, and uses what the first has made.
 */
export async function createMissing(
	session: Session,
	documents: readonly AccountingDocument[],
): Promise<CreationProblems> {
	const problems: CreationProblems = new Map();
	const namesTried = new Map<string, Set<string>>();
	for (let round = 1; round <= ROUNDS; round++) {
		const wishes = openWishes(session, documents, problems);
		if (wishes.length === 0) break;
		const taken = namesInUse(wishes, namesTried);
		for (let start = 0; start < wishes.length; start += BATCH_SIZE) {
			const chunk = wishes.slice(start, start + BATCH_SIZE);
			await createChunk(session, documents, { chunk, taken, namesTried, problems, round });
		}
	}
	for (const wish of openWishes(session, documents, problems)) {
		problems.set(wish.id, unnamed(wish));
	}
	return problems;
}

interface Chunk {
	chunk: Wish[];
	/** The name each wish tries now, by wish id. */
	taken: Map<string, string>;
	/** Names of each wish that somebody else has. */
	namesTried: Map<string, Set<string>>;
	problems: CreationProblems;
	round: number;
}

function openWishes(
	session: Session,
	documents: readonly AccountingDocument[],
	problems: CreationProblems,
): Wish[] {
	const wishes = new Map<string, Wish>();
	for (const document of documents) {
		const resolved = resolve(document, session.company, session.directory);
		if (resolved.state !== 'missing') continue;
		const allowed = resolved.wishes.every(({ kind }) => session.settings.create.has(kind));
		const hopeless = resolved.wishes.some(({ id }) => problems.has(id));
		if (allowed && !hopeless) resolved.wishes.forEach((wish) => wishes.set(wish.id, wish));
	}
	const open = [...wishes.values()].filter(({ after }) => !after);
	const customers = open.filter(({ kind }) => kind === 'Customer');
	return session.company.multiCurrency && customers.length > 0 ? customers : open;
}

/** Two new products of one name get two names at once, rather than one refusal. */
function namesInUse(
	wishes: readonly Wish[],
	namesTried: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, string> {
	const used = new Set<string>();
	const chosen = new Map<string, string>();
	for (const wish of wishes) {
		const names = wish.names.filter((name) => !namesTried.get(wish.id)?.has(name));
		const isFree = (name: string) => !used.has(`${wish.entity} ${name.toLowerCase()}`);
		const name = names.find(isFree) ?? names.at(0);
		if (name === undefined) continue;
		used.add(`${wish.entity} ${name.toLowerCase()}`);
		chosen.set(wish.id, name);
	}
	return chosen;
}

async function createChunk(
	session: Session,
	documents: readonly AccountingDocument[],
	{ chunk, taken, namesTried, problems, round }: Chunk,
): Promise<void> {
	const named = chunk.filter((wish) => taken.has(wish.id));
	chunk
		.filter((wish) => !taken.has(wish.id))
		.forEach((wish) => problems.set(wish.id, unnamed(wish)));
	if (named.length === 0) return;
	const items = named.map((wish, index) => ({
		bId: `c${index}`,
		operation: 'create',
		[wish.entity]: wish.body(taken.get(wish.id) ?? ''),
	}));
	// The time keeps QuickBooks from repeating last hour's answer after the entry was removed
	const salt = `${session.client.clock.now()} ${round}`;
	const answer = await session.client.batch(items, fingerprint(JSON.stringify(items) + salt));
	for (const [index, wish] of named.entries()) {
		const result = resultOf(answer, `c${index}`, wish);
		if (result.state === 'created') session.directory.add(wish, result.row);
		else if (result.state === 'refused') problems.set(wish.id, result.problem);
		else {
			if (result.state === 'taken') {
				const tried = namesTried.get(wish.id) ?? new Set();
				namesTried.set(wish.id, tried.add(taken.get(wish.id) ?? ''));
			}
			const again = await session.directory.reload(wish, documents);
			if (again.kind !== 'done') problems.set(wish.id, answerProblem(again, wherever(wish)));
		}
	}
}

type Result =
	| { state: 'created'; row: Json }
	| { state: 'taken' }
	| { state: 'unclear' }
	| { state: 'refused'; problem: Problem };

function resultOf(answer: Answer<Json[]>, bId: string, wish: Wish): Result {
	if (answer.kind === 'doubtful') return { state: 'unclear' };
	if (answer.kind === 'refused') return refusal(answer.fault, wish);
	const item = answer.value.find((each) => textAt(each, 'bId') === bId);
	const row = at(item, wish.entity);
	if (isRecord(row)) return { state: 'created', row };
	const fault = faultIn(item);
	if (!fault) return { state: 'unclear' };
	if (fault.code === '6240') return { state: 'taken' };
	return refusal(fault, wish);
}

function refusal(fault: Fault, wish: Wish): Result {
	return { state: 'refused', problem: faultProblem(fault, wherever(wish)) };
}

function unnamed(wish: Wish): Problem {
	return {
		code: 'not-created',
		what: `The ${wish.kind.toLowerCase()} "${wish.name}" could not be created: its name is taken by something else, or QuickBooks gave no answer`,
		where: wherever(wish),
		fix: 'Rename the other entry in QuickBooks, make it active again, or choose another name; then run again',
	};
}

function wherever(wish: Wish): string {
	return `${wish.kind} "${wish.name}"`;
}
