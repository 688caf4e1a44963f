import type { Answer, QuickBooksClient } from './client';
import type { Company } from './company';
import { daysBetween } from './days';
import type { Entity } from './entities';
import { bookedOf, Found } from './found';
import { numberField } from './numbers';
import { inConditions, quote } from './query';

/** What is looked for: by any of the numbers, and on the days. */
export interface Wanted {
	entity: Entity;
	numbers: readonly string[];
	days?: Days;
}

/** YYYY-MM-DD, both included. */
export interface Days {
	from: string;
	to: string;
}

/** Days without documents that are read along rather than starting another query. */
const GAP_DAYS = 4;

/** What reading the books takes. */
export interface Reader {
	client: QuickBooksClient;
	company: Company;
}

/**
 * Finds many documents in few queries: by number where numbers are ours, and by date, for a
 * bookkeeper may have changed either. PrivateNote cannot be asked for, so the notes are compared here.
 */
export async function lookUp(reader: Reader, wanted: readonly Wanted[]): Promise<Answer<Found>> {
	const found = new Found();
	for (const entity of new Set(wanted.map((each) => each.entity))) {
		const here = wanted.filter((each) => each.entity === entity);
		const field = numberField(entity, reader.company);
		const numbers = here.flatMap((each) => each.numbers);
		const conditions = [
			...(field ? inConditions(field, numbers) : []),
			...dateRanges(here.flatMap(({ days }) => days ?? [])),
		];
		const answer = await readInto(found, reader, entity, conditions);
		if (answer.kind !== 'done') return answer;
	}
	return { kind: 'done', value: found };
}

/** Adds the rows that meet any of the conditions. */
export async function readInto(
	found: Found,
	{ client }: Reader,
	entity: Entity,
	conditions: readonly string[],
): Promise<Answer<undefined>> {
	for (const condition of conditions) {
		const answer = await client.rows(entity, condition);
		if (answer.kind !== 'done') return answer;
		for (const row of answer.value) {
			const booked = bookedOf(entity, row);
			if (booked) found.add(booked);
		}
	}
	return { kind: 'done', value: undefined };
}

/** Conditions that hold all these days in few queries. */
export function dateRanges(days: readonly Days[]): string[] {
	const ranges: Days[] = [];
	for (const { from, to } of [...days].sort((a, b) => (a.from < b.from ? -1 : 1))) {
		const last = ranges.at(-1);
		if (last && daysBetween(last.to, from) <= GAP_DAYS) last.to = last.to > to ? last.to : to;
		else ranges.push({ from, to });
	}
	return ranges.map(({ from, to }) => `TxnDate >= ${quote(from)} AND TxnDate <= ${quote(to)}`);
}
