import { Money } from '../accounting/money';
import type { Problem } from '../accounting/problems';
import { answerProblem } from './client';
import { calledInBooks } from './entities';
import { type Booked, type Found, nameInBooks } from './found';
import { moneyFromJson } from './fromDocuments/amounts';
import { lookUp, type Reader } from './lookup';
import { type Posting, wantedOf } from './posting';
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
	for (const [task, booked] of created) (isRight(task, booked) ? right : wrong).set(task, booked);
	await undoWrong(reader, wrong, proved);
	await removeTwins(reader, right, proved);
	return proved;
}

function isRight({ posting }: Task, booked: Booked): boolean {
	const { currency } = posting;
	return (['total', 'taxTotal'] as const).every((field) => {
		const ours = posting[field];
		if (ours === undefined) return true;
		return moneyFromJson(booked[field], currency)?.equals(Money.parse(ours, currency));
	});
}

async function undoWrong(
	{ client }: Reader,
	wrong: Created,
	proved: Map<Task, Proved>,
): Promise<void> {
	const undone = await deleteAll(client, [...wrong.values()]);
	for (const [task, booked] of wrong) {
		const result = undone.get(nameInBooks(booked));
		if (result?.state === 'gone') proved.set(task, { state: 'vanished', id: booked.id });
		else proved.set(task, { state: 'refused', problem: wrongTotal(task.posting, booked, result) });
	}
}

function wrongTotal(posting: Posting, booked: Booked, undone: Undone | undefined): Problem {
	const kept = undone?.state === 'kept' ? undone.reason : undefined;
	const withTax = (tax: string | undefined) => (tax === undefined ? '' : ` (tax ${tax})`);
	const theirTax = posting.taxTotal === undefined ? undefined : booked.taxTotal;
	return {
		code: 'wrong-total',
		what:
			`QuickBooks made the total ${booked.total}${withTax(theirTax)} of it, and Shopify's is ${posting.total}${withTax(posting.taxTotal)}. ` +
			(kept === undefined
				? 'It was deleted again'
				: `It could NOT be deleted again and stands as ${calledInBooks(booked.entity)} ID ${booked.id} (${kept})`),
		where: posting.where,
		fix:
			(kept === undefined ? '' : 'Delete it in QuickBooks. ') +
			'Check the sales tax settings of the company and the tax codes in this node, then run again',
	};
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
