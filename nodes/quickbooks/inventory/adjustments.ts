import { type Answer, type QuickBooksClient } from '../client';
import { faultProblem } from '../faults';
import { fingerprint } from '../fingerprint';
import { compareIds } from '../found';
import { at, isRecord, type Json, recordsAt, textAt } from '../json';
import { keysIn } from '../key';
import { quote } from '../query';
import type { Session } from '../session';
import type { Undone } from '../undo';
import { quantity } from './quantity';
import type { AdjustmentLine } from './types';

export const ENTITY = 'InventoryAdjustment';
const PATH = ENTITY.toLowerCase();
export const DETAIL = 'ItemAdjustmentLineDetail';

/** An inventory adjustment as it stands in the books. */
export interface BooksAdjustment {
	id: string;
	syncToken: string;
	number: string | null;
	date: string;
	/** Id of the account that takes the value. */
	account: string | undefined;
	keys: string[];
	/** One for each item. */
	lines: AdjustmentLine[];
}

/** @returns undefined where the answer holds none. */
export function adjustmentIn(answer: Json): BooksAdjustment | undefined {
	const row = at(answer, ENTITY);
	return isRecord(row) ? adjustmentOf(row) : undefined;
}

function adjustmentOf(row: Json): BooksAdjustment | undefined {
	const id = textAt(row, 'Id');
	if (id === undefined) return undefined;
	const changes = new Map<string, number>();
	for (const line of recordsAt(row, 'Line')) {
		const item = textAt(line, DETAIL, 'ItemRef', 'value') ?? '';
		const change = Number(textAt(line, DETAIL, 'QtyDiff') ?? '0');
		changes.set(item, quantity((changes.get(item) ?? 0) + change));
	}
	return {
		id,
		syncToken: textAt(row, 'SyncToken') ?? '0',
		number: textAt(row, 'DocNumber') ?? null,
		date: textAt(row, 'TxnDate')?.slice(0, 'YYYY-MM-DD'.length) ?? '',
		account: textAt(row, 'AdjustAccountRef', 'value'),
		keys: keysIn(textAt(row, 'PrivateNote') ?? ''),
		lines: [...changes].map(([itemId, change]) => ({ itemId, change })),
	};
}

/** Adjustments of a day, lowest id first. QuickBooks lets nobody change their date. */
export async function adjustmentsOf(
	client: QuickBooksClient,
	date: string,
): Promise<Answer<BooksAdjustment[]>> {
	const answer = await client.rows(ENTITY, `TxnDate = ${quote(date)}`);
	if (answer.kind !== 'done') return answer;
	const adjustments = answer.value.flatMap((row) => adjustmentOf(row) ?? []);
	return { kind: 'done', value: adjustments.sort((a, b) => compareIds(a.id, b.id)) };
}

/** The key of the next adjustment of a day: "<shop>/Inventory/2026-11-24/3". One metered call. */
export async function nextAdjustmentKey(
	{ client }: Pick<Session, 'client'>,
	shop: string,
	date: string,
): Promise<Answer<string>> {
	const answer = await adjustmentsOf(client, date);
	if (answer.kind !== 'done') return answer;
	const beginning = `${shop}/Inventory/${date}/`;
	const numbers = answer.value
		.flatMap(({ keys }) => keys)
		.filter((key) => key.startsWith(beginning))
		.map((key) => Number(key.slice(beginning.length)))
		.filter(Number.isSafeInteger);
	return { kind: 'done', value: `${beginning}${Math.max(0, ...numbers) + 1}` };
}

/** The key so many adjustments later. */
export function laterKey(key: string, later: number): string {
	const parts = key.split('/');
	return [...parts.slice(0, -1), Number(parts.at(-1)) + later].join('/');
}

/** Whether nobody can find it any more: QuickBooks answers an old request with a row that is deleted. */
export async function isGone(client: QuickBooksClient, id: string): Promise<boolean> {
	const answer = await client.read(`${PATH}/${encodeURIComponent(id)}`);
	return answer.kind === 'refused' && answer.fault.code === GONE;
}

const GONE = '610';

export async function createAdjustment(
	client: QuickBooksClient,
	json: Json,
	salt: string,
): Promise<Answer<Json>> {
	const requestId = fingerprint(JSON.stringify([client.realmId, ENTITY, json, salt]));
	return await client.write(PATH, json, requestId);
}

export async function deleteAdjustment(
	client: QuickBooksClient,
	{ id, syncToken }: BooksAdjustment,
): Promise<Undone> {
	const requestId = fingerprint(`${client.realmId} delete ${ENTITY} ${id} ${syncToken}`);
	const body = { Id: id, SyncToken: syncToken };
	const answer = await client.write(`${PATH}?operation=delete`, body, requestId);
	if (answer.kind === 'done') return { state: 'deleted' };
	if (answer.kind === 'doubtful') return { state: 'kept', reason: answer.reason };
	if (answer.fault.code === GONE) return { state: 'gone' };
	return { state: 'kept', reason: faultProblem(answer.fault, '').what };
}

/** Whether both change the same items by the same pieces. */
export function sameLines(a: readonly AdjustmentLine[], b: readonly AdjustmentLine[]): boolean {
	const text = (lines: readonly AdjustmentLine[]) =>
		lines
			.map(({ itemId, change }) => `${itemId} ${quantity(change)}`)
			.sort()
			.join('\n');
	return text(a) === text(b);
}
