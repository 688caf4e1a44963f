import type { AccountingDocument, DocumentLink } from '../accounting/documents';
import type { Money } from '../accounting/money';
import type { Problem } from '../accounting/problems';
import type { Answer } from './client';
import { type DocumentKind, type Entity, KINDS } from './entities';
import type { Booked, Found } from './found';
import { whereOf } from './fromDocuments/checkDocument';
import { readInto, type Reader, type Wanted } from './lookup';
import { likelyNumbers } from './numbers';

/** The document that another one settles or takes back. */
export type Link = DocumentLink<DocumentKind>;

export function linkOf(document: AccountingDocument): Link | undefined {
	return 'appliesTo' in document ? (document.appliesTo ?? undefined) : undefined;
}

/** One name per document, for links as for documents. */
export function linkName({ document, key }: Link): string {
	return `${document} ${key}`;
}

/** What the documents apply to, sought in the same queries as they themselves. */
export function linkedWanted(documents: readonly AccountingDocument[]): Wanted[] {
	const own = new Set(documents.map(linkName));
	return documents.flatMap((document) => {
		const link = linkOf(document);
		if (!link || own.has(linkName(link))) return [];
		if (link.document === 'Bill') {
			const { date } = document;
			return [{ entity: 'Bill', numbers: [], days: { from: date, to: date } }];
		}
		return [{ entity: KINDS[link.document].entity, numbers: likelyNumbers(document) }];
	});
}

export function bookedLink(link: Link, found: Found): Booked | undefined {
	return found.byKey(KINDS[link.document].entity, link.key).at(0);
}

/**
 * A key cannot be asked for, and the number may be unlike what Shopify says: what is still to be
 * settled is among the open ones, so these are read where something to settle was not found.
 */
export async function readOpen(
	reader: Reader,
	documents: readonly AccountingDocument[],
	found: Found,
): Promise<Answer<undefined>> {
	const own = new Set(documents.map(linkName));
	const entities = new Set<Entity>();
	for (const document of documents) {
		const link = linkOf(document);
		if (!link || !settles(document, link) || own.has(linkName(link))) continue;
		if (isDone(document, found) || bookedLink(link, found)) continue;
		entities.add(KINDS[link.document].entity);
	}
	for (const entity of entities) {
		const answer = await readInto(found, reader, entity, ["Balance > '0'"]);
		if (answer.kind !== 'done') return answer;
	}
	return { kind: 'done', value: undefined };
}

/** What is posted needs its link no more, but a credit memo that still has something to use. */
function isDone({ document, key }: AccountingDocument, found: Found): boolean {
	const [booked] = found.byKey(KINDS[document].entity, key);
	if (booked === undefined) return false;
	return document !== 'Credit Memo' || Number(booked.balance ?? 0) === 0;
}

/** Whether the document uses up the balance of what it applies to. */
function settles(document: AccountingDocument, link: Link): boolean {
	return document.document !== 'Refund Receipt' && link.document !== 'Sales Receipt';
}

export function notInBooks(document: AccountingDocument, link: Link): Problem {
	const what = link.document.toLowerCase();
	return {
		code: `${what.replace(' ', '-')}-not-posted`,
		what: `It ${document.document === 'Deposit' ? 'banks' : 'settles'} the ${what} ${link.key}, which is neither open in the books nor part of this run`,
		where: whereOf(document),
		fix: `Post the ${what} first, or together with this document. If it is in the books under another key, write [${link.key}] into its memo in QuickBooks`,
	};
}

export function linkNotPosted(document: AccountingDocument, link: Link, why: Problem): Problem {
	const what = link.document.toLowerCase();
	return {
		...why,
		code: `${what.replace(' ', '-')}-not-posted`,
		what: `The ${what} that it ${document.document === 'Deposit' ? 'banks' : 'settles'} is not posted: ${why.what}`,
		where: whereOf(document),
	};
}

export function otherCurrency(document: AccountingDocument, link: Link, booked: Booked): Problem {
	return {
		code: 'link-currency',
		what: `It is in ${document.currency}, and the ${link.document.toLowerCase()} it settles is in ${booked.currency} (ID ${booked.id})`,
		where: whereOf(document),
		fix: 'Book the order and its payments in the same currency',
	};
}

/** A bill is never paid beyond what is open: the rest would stand as a credit nobody owes. */
export function beyondOpen(document: AccountingDocument, booked: Booked, open: Money): Problem {
	return {
		code: 'bill-overpaid',
		what: `The payment is over ${document.total}, and only ${open} is open of the bill ID ${booked.id} of ${booked.date} over ${booked.total}`,
		where: whereOf(document),
		fix: 'Look at the bill and its payments in QuickBooks: it may be paid by hand, or changed since it was posted',
	};
}

export function nothingToSettle(document: AccountingDocument, link: Link, booked: Booked): Problem {
	return {
		code: `${link.document.toLowerCase().replace(' ', '-')}-settled`,
		what: `Nothing is left to settle of the ${link.document.toLowerCase()} ID ${booked.id} of ${booked.date} over ${booked.total}`,
		where: whereOf(document),
		fix: `If somebody has recorded this money by hand, write [${document.key}] into the memo of what they recorded; else look at the document in QuickBooks`,
	};
}
