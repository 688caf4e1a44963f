import type { Problem } from '../../accounting/problems';
import type { ItemValues } from '../../accounting/products';
import { answerProblem } from '../client';
import { type Json, textAt } from '../json';
import { inConditions } from '../query';
import type { Session } from '../session';
import type { WrittenItem } from './createItems';
import { type AccountIds, changedItem, fieldsLost, fieldsOf } from './itemJson';
import { sendItems, type Sent, type Write } from './sendItems';

/** An item to be changed. */
export interface ItemChange {
	id: string;
	values: ItemValues;
	/** In the user's words, for messages. */
	where: string;
}

interface Trial<T extends ItemChange> {
	change: T;
	/** The item as it was read. */
	row: Json;
	/** The fields that are written. */
	fields: Json;
}

const ROUNDS = 3;

/**
 * Changes items: nothing but the fields that are named, never the quantity. The first item of each type
 * goes alone, and its answer must hold all other fields as they were, before the rest follows. An item
 * that somebody changed since it was read (5010) is read again, and changed if those fields are still
 * what they were.
 *
 * @param rows the items as they were read, by id.
 */
export async function updateItems<T extends ItemChange>(
	session: Session,
	changes: readonly T[],
	rows: ReadonlyMap<string, Json>,
	accounts: AccountIds,
): Promise<Map<T, WrittenItem>> {
	const written = new Map<T, WrittenItem>();
	const trials = changes.map((change): Trial<T> => {
		const row = rows.get(change.id) ?? {};
		return { change, row, fields: fieldsOf(change.values, accounts) };
	});
	const isStocked = ({ row }: Trial<T>) => textAt(row, 'Type') === 'Inventory';
	const kinds = [trials.filter(isStocked), trials.filter((trial) => !isStocked(trial))];
	for (const [first, ...rest] of kinds) {
		if (first === undefined) continue;
		await updateAll(session, [first], accounts, written);
		const result = written.get(first.change);
		if (result?.ok === false && result.problem.code === LOST) {
			rest.forEach(({ change }) => written.set(change, { ok: false, problem: barred(change) }));
		} else {
			await updateAll(session, rest, accounts, written);
		}
	}
	return written;
}

async function updateAll<T extends ItemChange>(
	session: Session,
	trials: ReadonlyArray<Trial<T>>,
	accounts: AccountIds,
	written: Map<T, WrittenItem>,
): Promise<void> {
	let open = [...trials];
	for (let round = 1; round <= ROUNDS && open.length > 0; round++) {
		const sent = await sendItems(
			session,
			open.map((trial) => writeOf(trial, accounts)),
			round,
		);
		const doubted = open.filter((_, index) => ['stale', 'unclear'].includes(sent[index].state));
		const found = await readAgain(session, doubted);
		open = open.flatMap((trial, index) => {
			const next = nextOf(trial, sent[index], found);
			if ('fields' in next) return [next];
			written.set(trial.change, next);
			return [];
		});
	}
	open.forEach(({ change }) => written.set(change, { ok: false, problem: unknownOutcome(change) }));
}

function writeOf(
	{ change: { values, where }, row }: Trial<ItemChange>,
	accounts: AccountIds,
): Write {
	return { operation: 'update', json: changedItem(row, values, accounts), where };
}

async function readAgain(
	{ client }: Session,
	trials: ReadonlyArray<Trial<ItemChange>>,
): Promise<Map<string, Json> | Problem> {
	const rows = new Map<string, Json>();
	const ids = trials.map(({ change }) => change.id);
	for (const condition of inConditions('Id', ids)) {
		const answer = await client.rows('Item', `${condition} AND Active IN (true, false)`);
		if (answer.kind !== 'done') return answerProblem(answer, 'QuickBooks');
		answer.value.forEach((row) => rows.set(textAt(row, 'Id') ?? '', row));
	}
	return rows;
}

/** What became of it, or the trial with which to go on. */
function nextOf<T extends ItemChange>(
	trial: Trial<T>,
	sent: Sent,
	found: Map<string, Json> | Problem,
): WrittenItem | Trial<T> {
	const { change, row, fields } = trial;
	if (sent.state === 'written') return proved(trial, sent.row);
	if (sent.state === 'refused' || sent.state === 'taken') {
		return { ok: false, problem: sent.problem };
	}
	if (!(found instanceof Map)) return { ok: false, problem: { ...found, where: change.where } };
	const fresh = found.get(change.id);
	if (fresh === undefined) return { ok: false, problem: changedMeanwhile(change, 'It is gone') };
	if (fieldsLost({}, fields, fresh).length === 0) return proved({ ...trial, row: fresh }, fresh);
	const asRead = Object.fromEntries(Object.keys(fields).map((name) => [name, row[name]]));
	const changed = fieldsLost({}, asRead, fresh);
	if (changed.length === 0) return { ...trial, row: fresh };
	return { ok: false, problem: changedMeanwhile(change, `Somebody changed ${changed.join(', ')}`) };
}

/** What was not named must come back as it was; a quantity may have moved by a sale meanwhile. */
function proved({ change, row, fields }: Trial<ItemChange>, answer: Json): WrittenItem {
	const untouched = Object.fromEntries(Object.entries(row).filter(([field]) => !(field in fields)));
	const lost = fieldsLost(untouched, {}, answer);
	const before = Number(textAt(row, 'QtyOnHand') ?? '0');
	const after = Number(textAt(answer, 'QtyOnHand') ?? '0');
	if (before !== 0 && after === 0) lost.push('QtyOnHand');
	if (lost.length > 0) return { ok: false, problem: lostFields(change, lost) };
	const written = { ok: true, id: change.id, name: textAt(answer, 'Name') ?? '' } as const;
	const notKept = fieldsLost({}, fields, answer);
	const notes = [
		...(notKept.length > 0 ? [`QuickBooks keeps another value of ${notKept.join(', ')}`] : []),
		...(before === after ? [] : [`The quantity on hand went from ${before} to ${after} meanwhile`]),
	];
	return notes.length > 0 ? { ...written, note: notes.join('. ') } : written;
}

const LOST = 'fields-lost';

function lostFields({ where }: ItemChange, lost: readonly string[]): Problem {
	return {
		code: LOST,
		what: `QuickBooks has changed more than it was told: ${lost.join(', ')}`,
		where,
		fix: 'Look at the item in QuickBooks (Audit log) and correct it. No other item of its kind was touched after it; please report this',
	};
}

function barred({ where }: ItemChange): Problem {
	return {
		code: 'stopped-by-lost-fields',
		what: 'An update of another item of this kind did not come back as it was sent, so this one was not sent',
		where,
		fix: 'Look at the item that is refused for `fields-lost` first',
	};
}

function changedMeanwhile({ where }: ItemChange, how: string): Problem {
	return {
		code: 'changed-meanwhile',
		what: `${how} in QuickBooks while this ran`,
		where,
		fix: 'Run again: the item is compared anew',
	};
}

function unknownOutcome({ where }: ItemChange): Problem {
	return {
		code: 'unknown-outcome',
		what: 'QuickBooks gave no usable answer, and the item is as it was',
		where,
		fix: 'Run again: what is the same already is not written twice',
	};
}
