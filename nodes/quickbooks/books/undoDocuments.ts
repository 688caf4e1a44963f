import type { Problem } from '../../accounting/problems';
import type { Answer } from '../client';
import { isClosed } from '../closedPeriod';
import { calledInBooks, type Entity } from '../entities';
import { nameInBooks } from '../found';
import { inConditions } from '../query';
import type { Session } from '../session';
import { deleteAll, type Undone } from '../undo';
import {
	applicationKey,
	type BookedDocument,
	bookedDocument,
	isApplication,
} from './bookedDocument';
import { booksByKeys } from './byKeys';
import type { BooksWindow } from './booksWindow';

/** What became of what one key stands for. */
export type UndoResult =
	| { state: 'deleted'; documents: BookedDocument[] }
	| { state: 'not in books' }
	| { state: 'refused'; problem: Problem };

/** Credit memos are used up, and so is money that was paid out for them. */
function mayUseCredit(key: string): boolean {
	return /^[^/]+\/(Refund|OrderTransaction)\//.test(key);
}

/** Who uses others goes first: deposits, then what settles, then what is settled. */
const ORDER: ReadonlyArray<readonly Entity[]> = [
	['Deposit'],
	['Payment', 'BillPayment'],
	['Purchase', 'RefundReceipt', 'CreditMemo', 'Transfer', 'JournalEntry'],
	['SalesReceipt', 'Invoice', 'Bill'],
];

/**
 * Deletes for good what carries the keys, all copies of it, and nothing that carries none of them but
 * the uses of credits, which are documents of ours beside them. What is dated in closed books stays, and so
 * does what another document settles or banks that is not deleted with it.
 *
 * @param books of the days in which the documents are sought.
 */
export async function undoDocuments(
	books: BooksWindow,
	keys: readonly string[],
): Promise<Answer<Map<string, UndoResult>>> {
	const found = await booksByKeys(books, [
		...keys,
		...keys.filter(mayUseCredit).map(applicationKey),
	]);
	if (found.kind !== 'done') return found;
	const named = keys.flatMap((key) => [
		...(found.value.get(key) ?? []),
		...(found.value.get(applicationKey(key)) ?? []),
	]);
	const doomed = new Map(named.map((document) => [nameInBooks(document), document]));
	const users = await readApplications(books, doomed);
	if (users.kind !== 'done') return users;
	const problems = obstacles(books.session, doomed);
	const results = new Map<string, UndoResult>();
	const undone = await deleteInOrder(books.session, doomed, problems);
	for (const key of keys) results.set(key, resultOf(key, found.value.get(key), undone, problems));
	return { kind: 'done', value: results };
}

/** Uses of a credit whose memo or invoice goes: they are found by what is linked, on whatever day. */
async function readApplications(
	{ session, appUrl }: BooksWindow,
	doomed: Map<string, BookedDocument>,
): Promise<Answer<undefined>> {
	const linked = [...doomed.values()].flatMap((document) => document.linked);
	const ids = linked
		.filter((name) => name.startsWith('Payment ') && !doomed.has(name))
		.map((name) => name.replace('Payment ', ''));
	const context = { homeCurrency: session.company.homeCurrency, appUrl };
	for (const condition of inConditions('Id', ids)) {
		const answer = await session.client.rows('Payment', condition);
		if (answer.kind !== 'done') return answer;
		for (const row of answer.value) {
			const document = bookedDocument('Payment', row, context);
			if (document?.keys.some(isApplication)) doomed.set(nameInBooks(document), document);
		}
	}
	return { kind: 'done', value: undefined };
}

/** Why documents cannot go, by name in the books. */
function obstacles(
	{ company }: Session,
	doomed: ReadonlyMap<string, BookedDocument>,
): Map<string, Problem> {
	const problems = new Map<string, Problem>();
	for (const [name, document] of doomed) {
		if (!isClosed(company, document.date)) continue;
		problems.set(name, {
			code: 'closed-period',
			what: `The books are closed up to ${company.closedUntil}, and ${called(document)} is dated ${document.date}`,
			where: called(document),
			fix: 'Leave it, and book a correction on an open day; or re-open the period in QuickBooks',
		});
	}
	// What is kept keeps what it uses
	for (let before = -1; before < problems.size; ) {
		before = problems.size;
		for (const [name, document] of doomed) {
			const user = document.linked.find((other) => isUser(other, document, doomed, problems));
			if (user && !problems.has(name)) problems.set(name, inUse(document, user));
		}
	}
	return problems;
}

function isUser(
	other: string,
	document: BookedDocument,
	doomed: ReadonlyMap<string, BookedDocument>,
	problems: ReadonlyMap<string, Problem>,
): boolean {
	const rank = (entity: string) =>
		ORDER.findIndex((group) => group.some((each) => each === entity));
	const above = rank(other.split(' ')[0]);
	return above >= 0 && above < rank(document.entity) && (!doomed.has(other) || problems.has(other));
}

function inUse(document: BookedDocument, user: string): Problem {
	const [entity, id] = user.split(' ');
	return {
		code: 'in-use',
		what: `${called(document)} is used by ${calledInBooks(entity as Entity)} ID ${id}, which stays`,
		where: called(document),
		fix: `Undo that document together with this one; if it is none of ours, delete it in QuickBooks first`,
	};
}

function called({ document, id, number }: BookedDocument): string {
	return `${document} ${number ?? ''} (ID ${id})`.replace('  ', ' ');
}

async function deleteInOrder(
	{ client }: Session,
	doomed: ReadonlyMap<string, BookedDocument>,
	problems: Map<string, Problem>,
): Promise<Map<string, Undone>> {
	const undone = new Map<string, Undone>();
	for (const entities of ORDER) {
		const now = [...doomed].filter(
			([name, { entity }]) => entities.includes(entity) && !problems.has(name),
		);
		const results = await deleteAll(
			client,
			now.map(([, { booked }]) => booked),
		);
		for (const [name, result] of results) undone.set(name, result);
		for (const [name, document] of doomed) {
			const kept = document.linked.find((other) => results.get(other)?.state === 'kept');
			if (kept && !undone.has(name) && !problems.has(name)) {
				problems.set(name, inUse(document, kept));
			}
		}
	}
	return undone;
}

function resultOf(
	key: string,
	documents: readonly BookedDocument[] | undefined,
	undone: ReadonlyMap<string, Undone>,
	problems: ReadonlyMap<string, Problem>,
): UndoResult {
	if (!documents) return { state: 'not in books' };
	for (const document of documents) {
		const name = nameInBooks(document);
		const problem = problems.get(name);
		if (problem) return { state: 'refused', problem };
		const result = undone.get(name);
		if (result?.state === 'kept') return { state: 'refused', problem: kept(key, document, result) };
	}
	return { state: 'deleted', documents: [...documents] };
}

function kept(key: string, document: BookedDocument, { reason }: { reason: string }): Problem {
	return {
		code: 'not-undone',
		what: `${called(document)} was not deleted: ${reason}`,
		where: key,
		fix: 'Mend what the text names, or delete it in QuickBooks; then run again',
	};
}
