import { Money } from '../accounting/money';
import type { Problem } from '../accounting/problems';
import { answerProblem } from './client';
import { moneyFromJson } from './fromDocuments/amounts';
import { whereOf } from './fromDocuments/checkDocument';
import { type Booked, ENTITY, type Found, lookUp } from './lookup';
import type { Task } from './send';
import type { Session } from './session';
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
export async function prove(session: Session, created: Created): Promise<Map<Task, Proved>> {
	const proved = new Map<Task, Proved>();
	const right = new Map<Task, Booked>();
	const wrong = new Map<Task, Booked>();
	for (const [task, booked] of created) (isRight(task, booked) ? right : wrong).set(task, booked);
	await undoWrong(session, wrong, proved);
	await removeTwins(session, right, proved);
	return proved;
}

function isRight({ document }: Task, booked: Booked): boolean {
	return (['total', 'taxTotal'] as const).every((field) =>
		moneyFromJson(booked[field], document.currency)?.equals(
			Money.parse(document[field], document.currency),
		),
	);
}

async function undoWrong(
	{ client }: Session,
	wrong: Created,
	proved: Map<Task, Proved>,
): Promise<void> {
	const undone = await deleteAll(client, [...wrong.values()]);
	for (const [task, booked] of wrong) {
		const result = undone.get(booked.id);
		if (result?.state === 'gone') proved.set(task, { state: 'vanished', id: booked.id });
		else proved.set(task, { state: 'refused', problem: wrongTotal(task, booked, result) });
	}
}

function wrongTotal({ document }: Task, booked: Booked, undone: Undone | undefined): Problem {
	const kept = undone?.state === 'kept' ? undone.reason : undefined;
	return {
		code: 'wrong-total',
		what:
			`QuickBooks made the total ${booked.total} (tax ${booked.taxTotal}) of it, and Shopify's is ${document.total} (tax ${document.taxTotal}). ` +
			(kept === undefined
				? 'It was deleted again'
				: `It could NOT be deleted again and stands as sales receipt ID ${booked.id} (${kept})`),
		where: whereOf(document),
		fix:
			(kept === undefined ? '' : 'Delete it in QuickBooks. ') +
			'Check the sales tax settings of the company and the tax codes in this node, then run again',
	};
}

async function removeTwins(
	session: Session,
	right: Created,
	proved: Map<Task, Proved>,
): Promise<void> {
	if (right.size === 0) return;
	const { client, company } = session;
	const documents = [...right.keys()].map(({ document }) => document);
	const found = await lookUp(client, ENTITY, documents, company.ownNumbers);
	if (found.kind !== 'done') {
		const note = `It could not be checked that no other run posted it too: ${answerProblem(found, '').what}`;
		for (const [task, booked] of right) proved.set(task, { state: 'posted', booked, note });
		return;
	}
	const surplus = [...right].flatMap(([task, own]) => surplusOf(task, own, found.value));
	const undone = await deleteAll(client, surplus);
	for (const [task, own] of right) {
		proved.set(task, await judge(session, task, own, found.value, undone));
	}
}

/**
 * All but the lowest id. Before this run wrote, the books held no document of this key, so each of
 * them is newer than that; and whichever run looks last sees all of them and decides the same.
 */
function surplusOf({ document }: Task, own: Booked, found: Found): Booked[] {
	const copies = found.byKey(document.key);
	const seen = copies.some(({ id }) => id === own.id);
	return copies.length > 0 ? [...copies.slice(1), ...(seen ? [] : [own])] : [];
}

async function judge(
	{ client }: Session,
	task: Task,
	own: Booked,
	found: Found,
	undone: ReadonlyMap<string, Undone>,
): Promise<Proved> {
	const { document } = task;
	const copies = found.byKey(document.key);
	const [first] = copies;
	if (!first) return await readAgain(client, own);
	const kept = [...copies.slice(1), own]
		.filter(({ id }) => id !== first.id && undone.get(id)?.state === 'kept')
		.map(({ id }) => id);
	if (kept.length > 0) return { state: 'refused', problem: twins(task, first, kept) };
	return first.id === own.id
		? { state: 'posted', booked: own }
		: { state: 'yielded', booked: first };
}

async function readAgain(client: Session['client'], own: Booked): Promise<Proved> {
	const answer = await client.read(`${ENTITY.toLowerCase()}/${encodeURIComponent(own.id)}`);
	if (answer.kind === 'refused' && answer.fault.code === '610') {
		return { state: 'vanished', id: own.id };
	}
	return { state: 'posted', booked: own };
}

function twins({ document }: Task, first: Booked, kept: readonly string[]): Problem {
	return {
		code: 'posted-twice',
		what: `Two runs posted it at the same moment, and the second copy could not be deleted: ID ${first.id} and ${kept.join(', ')}`,
		where: whereOf(document),
		fix: `Delete ID ${kept.join(', ')} in QuickBooks`,
	};
}
