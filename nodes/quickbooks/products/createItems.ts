import type { Problem } from '../../accounting/problems';
import type { ItemValues } from '../../accounting/products';
import { answerProblem } from '../client';
import { flagAt, type Json, textAt } from '../json';
import { inConditions } from '../query';
import { sameName } from '../resolve/names';
import type { Session } from '../session';
import { type AccountIds, fieldsLost, newItem } from './itemJson';
import { sendItems, type Sent } from './sendItems';

const ROUNDS = 4;

/** An item to be created. */
export interface NewItem {
	values: ItemValues;
	/** The name to try where the first one was taken since the books were read. */
	otherName: string | null;
	/** In the user's words, for messages. */
	where: string;
}

export type WrittenItem =
	| {
			ok: true;
			id: string;
			name: string;
			/** What a person should know besides. */
			note?: string;
	  }
	| { ok: false; problem: Problem };

interface Trial<T extends NewItem> {
	item: T;
	/** Names still to be tried; the first one is tried now. */
	names: string[];
}

/**
 * Creates items, each once. Names are unique in QuickBooks: who comes second is told that the name is
 * taken (6240), and looks. The same is done after an answer that was lost: what bears the name and the
 * SKU is the item, whoever made it.
 */
export async function createItems<T extends NewItem>(
	session: Session,
	items: readonly T[],
	accounts: AccountIds,
): Promise<Map<T, WrittenItem>> {
	const written = new Map<T, WrittenItem>();
	let open = items.map(trialOf);
	for (let round = 1; round <= ROUNDS && open.length > 0; round++) {
		const jsons = open.map(({ item, names }) => newItem(item.values, names[0], accounts));
		const sent = await sendItems(
			session,
			open.map(({ item: { where } }, index) => ({
				operation: 'create',
				json: jsons[index],
				where,
			})),
			round,
		);
		const doubted = open.filter((_, index) => ['taken', 'unclear'].includes(sent[index].state));
		const found = await lookUp(session, doubted);
		open = open.filter((trial, index) => {
			const result = resultOf(trial, sent[index], jsons[index], found);
			if (result !== undefined) written.set(trial.item, result);
			return result === undefined;
		});
	}
	open.forEach(({ item }) => written.set(item, { ok: false, problem: unknownOutcome(item) }));
	return written;
}

function trialOf<T extends NewItem>(item: T): Trial<T> {
	const names = [item.values.name, item.otherName].filter((name) => name != null);
	return { item, names };
}

/** Rows by the names that are tried, or why they could not be read. */
async function lookUp(
	session: Session,
	trials: ReadonlyArray<Trial<NewItem>>,
): Promise<Json[] | Problem> {
	const rows: Json[] = [];
	const names = trials.map(({ names: [name] }) => name);
	for (const condition of inConditions('Name', names)) {
		const answer = await session.client.rows('Item', condition);
		if (answer.kind !== 'done') return answerProblem(answer, 'QuickBooks');
		rows.push(...answer.value);
	}
	return rows;
}

/** @returns undefined where it is to be tried again, perhaps with the next name. */
function resultOf(
	trial: Trial<NewItem>,
	sent: Sent,
	json: Json,
	found: Json[] | Problem,
): WrittenItem | undefined {
	const { item, names } = trial;
	if (sent.state === 'written') return { ...writtenAs(sent.row), ...keptNote(json, sent.row) };
	if (sent.state === 'refused' || sent.state === 'stale')
		return { ok: false, problem: sent.problem };
	if (!Array.isArray(found)) return { ok: false, problem: { ...found, where: item.where } };
	const namesake = found.find((row) => sameName(textAt(row, 'Name') ?? '', names[0]));
	if (namesake === undefined) {
		// A category may have the name, or the one that had it is gone again: what is left is to try
		return sent.state === 'taken' ? nextName(trial, sent.problem) : undefined;
	}
	if (isTheItem(namesake, item.values)) {
		return { ...writtenAs(namesake), note: 'It was found after a doubtful answer' };
	}
	return nextName(trial, namesakeProblem(item, namesake));
}

function nextName(trial: Trial<NewItem>, problem: Problem): WrittenItem | undefined {
	trial.names.shift();
	return trial.names.length > 0 ? undefined : { ok: false, problem };
}

function isTheItem(row: Json, { sku = '', type }: ItemValues): boolean {
	const isTop = textAt(row, 'ParentRef', 'value') === undefined && !flagAt(row, 'SubItem');
	const sameSku = sameName((textAt(row, 'Sku') ?? '').trim(), sku);
	return isTop && sameSku && textAt(row, 'Type') === type;
}

function writtenAs(row: Json): { ok: true; id: string; name: string } {
	return { ok: true, id: textAt(row, 'Id') ?? '', name: textAt(row, 'Name') ?? '' };
}

function keptNote(json: Json, row: Json): { note?: string } {
	const lost = fieldsLost({}, json, row);
	return lost.length === 0 ? {} : { note: `QuickBooks keeps another value of ${lost.join(', ')}` };
}

function namesakeProblem({ where }: NewItem, row: Json): Problem {
	return {
		code: 'name-taken',
		what: `QuickBooks has another item named "${textAt(row, 'Name')}" (ID ${textAt(row, 'Id')})`,
		where,
		fix: 'Rename the other item in QuickBooks, or the product in Shopify',
	};
}

function unknownOutcome({ where }: NewItem): Problem {
	return {
		code: 'unknown-outcome',
		what: 'QuickBooks gave no usable answer, and the item is not there',
		where,
		fix: 'Run again: an item that is there is not created twice',
	};
}
