import { type BookEntry, Books } from '../../accounting/payoutProof';
import type { AccountReference } from '../../accounting/documents';
import type { Answer } from '../client';
import { daysBetween } from '../days';
import type { Entity } from '../entities';
import type { Session } from '../session';
import { bookEntries } from './bookEntries';
import { type BooksDays, BooksWindow } from './booksWindow';
import { REGISTER_ENTITIES } from './register';

/** Which days of the books a proof needs. */
export interface ProofDays {
	/** All kinds of documents that move money. */
	days: BooksDays;
	/** Days of orders that were placed long before they were paid: only sales are read there. */
	orderDays: readonly string[];
}

export interface ProofSource {
	session: Session;
	appUrl: string;
	/** Accounts that keep the name that the user gave them. */
	accounts: readonly AccountReference[];
}

const ALL: readonly Entity[] = [...REGISTER_ENTITIES, 'Invoice'];
const SALES: readonly Entity[] = ['SalesReceipt', 'Invoice'];

/** Days without documents that are read along rather than starting another query. */
const GAP_DAYS = 4;

/** The books that payouts are proved against: ten calls and one per 1000 documents, for any number of payouts. */
export async function proofBooks(
	{ session, appUrl, accounts }: ProofSource,
	{ days, orderDays }: ProofDays,
): Promise<Answer<Books>> {
	const earlier = orderDays.filter((day) => day < days.from || day > days.to);
	const windows = [
		{ days, entities: ALL },
		...periodsOf(earlier).map((period) => ({ days: period, entities: SALES })),
	];
	const entries = new Map<string, BookEntry>();
	for (const books of windows) {
		const read = await new BooksWindow(session, books.days, appUrl).read(books.entities);
		if (read.kind !== 'done') return read;
		const answer = await bookEntries(session, read.value, accounts);
		if (answer.kind !== 'done') return answer;
		for (const entry of answer.value) entries.set(`${entry.document} ${entry.id}`, entry);
	}
	return { kind: 'done', value: new Books([...entries.values()]) };
}

function periodsOf(days: readonly string[]): BooksDays[] {
	const periods: BooksDays[] = [];
	for (const day of [...new Set(days)].sort()) {
		const last = periods.at(-1);
		if (last && daysBetween(last.to, day) <= GAP_DAYS) last.to = day;
		else periods.push({ from: day, to: day });
	}
	return periods;
}
