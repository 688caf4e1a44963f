import type { Answer, QuickBooksClient } from './client';
import { type Json, textAt } from './json';
import { keysIn } from './key';
import { inConditions, quote } from './query';

/** QuickBooks' name of the documents that are posted. */
export const ENTITY = 'SalesReceipt';

/** A document as it stands in the books. */
export interface Booked {
	id: string;
	syncToken: string;
	number: string | null;
	date: string;
	/** TotalAmt and TxnTaxDetail.TotalTax as QuickBooks gives them, e.g. "47.9". */
	total: string;
	taxTotal: string;
	/** Keys of sources that its private note names. */
	keys: string[];
}

/** What is looked for. */
export interface Wanted {
	key: string;
	number: string;
	/** YYYY-MM-DD */
	date: string;
}

export interface Found {
	/** Documents whose note names the key, lowest id first. */
	byKey(key: string): Booked[];
	/** Documents of this number, whatever their key. */
	byNumber(number: string): Booked[];
	byId(id: string): Booked | undefined;
}

/** Days without documents that are read along rather than starting another query. */
const GAP_DAYS = 4;

/**
 * Finds many documents in few queries: by number where numbers are ours, and by date, for a
 * bookkeeper may have changed either. PrivateNote cannot be asked for, so the notes are compared here.
 */
export async function lookUp(
	client: QuickBooksClient,
	entity: string,
	wanted: readonly Wanted[],
	ownNumbers: boolean,
): Promise<Answer<Found>> {
	const conditions = [
		...(ownNumbers
			? inConditions(
					'DocNumber',
					wanted.map(({ number }) => number),
				)
			: []),
		...dateRanges(wanted.map(({ date }) => date)),
	];
	const rows = new Map<string, Booked>();
	for (const condition of conditions) {
		const answer = await client.rows(entity, condition);
		if (answer.kind !== 'done') return answer;
		for (const row of answer.value) {
			const booked = bookedOf(row);
			if (booked) rows.set(booked.id, booked);
		}
	}
	return { kind: 'done', value: indexed([...rows.values()]) };
}

/** @returns undefined where the row has no id. */
export function bookedOf(row: Json): Booked | undefined {
	const id = textAt(row, 'Id');
	if (id === undefined) return undefined;
	return {
		id,
		syncToken: textAt(row, 'SyncToken') ?? '0',
		number: textAt(row, 'DocNumber') ?? null,
		date: textAt(row, 'TxnDate') ?? '',
		total: textAt(row, 'TotalAmt') ?? '',
		taxTotal: textAt(row, 'TxnTaxDetail', 'TotalTax') ?? '0',
		keys: keysIn(textAt(row, 'PrivateNote') ?? ''),
	};
}

function indexed(rows: Booked[]): Found {
	const sorted = [...rows].sort((a, b) => compareIds(a.id, b.id));
	const keys = new Map<string, Booked[]>();
	const numbers = new Map<string, Booked[]>();
	const ids = new Map(sorted.map((row) => [row.id, row]));
	for (const row of sorted) {
		for (const key of new Set(row.keys)) keys.set(key, [...(keys.get(key) ?? []), row]);
		if (row.number !== null) numbers.set(row.number, [...(numbers.get(row.number) ?? []), row]);
	}
	return {
		byKey: (key) => keys.get(key) ?? [],
		byNumber: (number) => numbers.get(number) ?? [],
		byId: (id) => ids.get(id),
	};
}

/** Ids are whole numbers as text, some beyond 2^53. */
export function compareIds(a: string, b: string): number {
	return a.length - b.length || (a < b ? -1 : Number(a > b));
}

function dateRanges(dates: readonly string[]): string[] {
	const ranges: Array<{ from: string; to: string }> = [];
	for (const date of [...new Set(dates)].sort()) {
		const last = ranges.at(-1);
		if (last && daysBetween(last.to, date) <= GAP_DAYS) last.to = date;
		else ranges.push({ from: date, to: date });
	}
	return ranges.map(({ from, to }) => `TxnDate >= ${quote(from)} AND TxnDate <= ${quote(to)}`);
}

function daysBetween(from: string, to: string): number {
	return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}
