import type { Problem } from '../accounting/problems';
import { answerProblem } from './client';
import { type Booked, type Found, nameInBooks } from './found';
import { lookUp, type Reader } from './lookup';
import { type Posting, wantedOf } from './posting';
import { isRight, wrongRow } from './rightRow';
import type { Task } from './send';
import { deleteAll, type Undone } from './undo';

/** What became of a document that QuickBooks took. */
export type Proved =
	| { state: 'posted'; booked: Booked; note?: string }
	/** Another run at the same time posted it too; its document is the one that stays. */
	| { state: 'yielded'; booked: Booked }
	/** QuickBooks repeated an answer of earlier, and the document was deleted since. */
	| { state: 'vanished'; id: string }
	| { state: 'refused'; problem: Problem };

export type Created = ReadonlyMap<Task, Booked>;

/**
 * Compares what QuickBooks returned with what was sent, to the cent, and deletes what differs; then
 * looks the keys up once more, because two runs at the same time may both have found nothing.
 */
export async function prove(reader: Reader, created: Created): Promise<Map<Task, Proved>> {
	const proved = new Map<Task, Proved>();
	const right = new Map<Task, Booked>();
	const wrong = new Map<Task, Booked>();
	for (const [task, booked] of created) {
		(isRight(reader, task, booked) ? right : wrong).set(task, booked);
	}
	await undoWrong(reader, wrong, proved);
	await removeTwins(reader, right, proved);
	return proved;
}

/** Deletes what is not as it was sent; another run may have made it right meanwhile. */
async function undoWrong(reader: Reader, wrong: Created, proved: Map<Task, Proved>): Promise<void> {
	if (wrong.size === 0) return;
	const undone = await deleteAll(reader.client, [...wrong.values()]);
	const wanted = [...wrong.keys()].map(({ posting }) => wantedOf(posting));
	const found = await lookUp(reader, wanted);
	for (const [task, booked] of wrong) {
		const result = undone.get(nameInBooks(booked));
		const { entity, key } = task.posting;
		const copies = found.kind === 'done' ? found.value.byKey(entity, key) : [];
		const other = copies.find((copy) => copy.id !== booked.id && isRight(reader, task, copy));
		if (result?.state === 'gone') proved.set(task, { state: 'vanished', id: booked.id });
		else if (other && result?.state === 'deleted') {
			proved.set(task, { state: 'yielded', booked: other });
		} else proved.set(task, { state: 'refused', problem: wrongRow(task, booked, result) });
	}
}

async function removeTwins(
	reader: Reader,
	right: Created,
	proved: Map<Task, Proved>,
): Promise<void> {
	if (right.size === 0) return;
	const wanted = [...right.keys()].map(({ posting }) => wantedOf(posting));
	const found = await lookUp(reader, wanted);
	if (found.kind !== 'done') {
		const note = `It could not be checked that no other run posted it too: ${answerProblem(found, '').what}`;
		for (const [task, booked] of right) proved.set(task, { state: 'posted', booked, note });
		return;
	}
	const surplus = [...right].flatMap(([task, own]) => surplusOf(task, own, found.value));
	const undone = await deleteAll(reader.client, surplus);
	for (const [task, own] of right) {
		proved.set(task, await judge(reader, task, own, found.value, undone));
	}
}

/**
 * All but the lowest id. Before this run wrote, the books held no document of this key, so each of
 * them is newer than that; and whichever run looks last sees all of them and decides the same.
 */
function surplusOf({ posting }: Task, own: Booked, found: Found): Booked[] {
	const copies = found.byKey(posting.entity, posting.key);
	const seen = copies.some(({ id }) => id === own.id);
	return copies.length > 0 ? [...copies.slice(1), ...(seen ? [] : [own])] : [];
}

async function judge(
	reader: Reader,
	{ posting }: Task,
	own: Booked,
	found: Found,
	undone: ReadonlyMap<string, Undone>,
): Promise<Proved> {
	const copies = found.byKey(posting.entity, posting.key);
	const [first] = copies;
	if (!first) return await readAgain(reader, own);
	const kept = [...copies.slice(1), own]
		.filter((copy) => copy.id !== first.id && undone.get(nameInBooks(copy))?.state === 'kept')
		.map(({ id }) => id);
	if (kept.length > 0) return { state: 'refused', problem: twins(posting, first, kept) };
	return first.id === own.id
		? { state: 'posted', booked: own }
		: { state: 'yielded', booked: first };
}

async function readAgain({ client }: Reader, own: Booked): Promise<Proved> {
	const answer = await client.read(`${own.entity.toLowerCase()}/${encodeURIComponent(own.id)}`);
	if (answer.kind === 'refused' && answer.fault.code === '610') {
		return { state: 'vanished', id: own.id };
	}
	return { state: 'posted', booked: own };
}

function twins({ where }: Posting, first: Booked, kept: readonly string[]): Problem {
	return {
		code: 'posted-twice',
		what: `Two runs posted it at the same moment, and the second copy could not be deleted: ID ${first.id} and ${kept.join(', ')}`,
		where,
		fix: `Delete ID ${kept.join(', ')} in QuickBooks`,
	};
}
