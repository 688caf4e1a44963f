import type { AccountingDocument, DepositDocument } from '../accounting/documents';
import { Money } from '../accounting/money';
import type { Problem } from '../accounting/problems';
import type { Booked } from './found';
import { receiptLines, receiptProblem } from './depositLinks';
import {
	beyondOpen,
	bookedLink,
	type Link,
	linkName,
	linkNotPosted,
	linkOf,
	notInBooks,
	nothingToSettle,
	otherCurrency,
} from './links';
import type { Balances } from './balances';
import type { Planning } from './planned';

/** What a document applies to, as far as it is known before anything is written. */
export interface LinkPlan {
	problem?: Problem;
	link?: { link: Booked };
	/** What a deposit banks, by `linkName`. */
	banked?: { banked: ReadonlyMap<string, Booked> };
	note?: { note: string };
}

const MUST_SETTLE: readonly string[] = ['Payment', 'Credit Refund', 'Bill Payment'];

/**
 * A payment and a credit refund cannot do without what they settle; the others are booked all the
 * same, and say that it was not found.
 */
export function linkFor(planning: Planning, document: AccountingDocument): LinkPlan {
	if (document.document === 'Deposit') return receiptsFor(planning, document);
	const link = linkOf(document);
	if (!link) return {};
	const booked = bookedLink(link, planning.found);
	const mustSettle = MUST_SETTLE.includes(document.document);
	if (booked) {
		const problem = mustSettle
			? settleProblem(planning.balances, document, link, booked)
			: undefined;
		return problem ? { problem } : { link: { link: booked } };
	}
	const entry = planning.entries.get(linkName(link));
	const fate = entry && planning.planned.get(entry.index);
	if (fate && fate.action !== 'Held') return {};
	if (!mustSettle) return { note: { note: notFound(link) } };
	if (fate) return { problem: linkNotPosted(document, link, fate.problem) };
	return { problem: notInBooks(document, link) };
}

function receiptsFor(planning: Planning, document: DepositDocument): LinkPlan {
	const { session, found, entries, planned } = planning;
	const banked = new Map<string, Booked>();
	for (const line of receiptLines(document)) {
		const name = linkName(line.links);
		const booked = bookedLink(line.links, found);
		if (booked) {
			const problem = receiptProblem(session, document, line, booked);
			if (problem) return { problem };
			banked.set(name, booked);
			continue;
		}
		const entry = entries.get(name);
		const fate = entry && planned.get(entry.index);
		if (!fate) return { problem: notInBooks(document, line.links) };
		if (fate.action === 'Held') {
			return { problem: linkNotPosted(document, line.links, fate.problem) };
		}
	}
	return { banked: { banked } };
}

/** Why the document cannot settle what stands in the books; else takes its part of the balance. */
export function settleProblem(
	balances: Balances,
	document: AccountingDocument,
	link: Link,
	booked: Booked,
): Problem | undefined {
	const open = balances.of(booked, document.currency);
	if (!open) return otherCurrency(document, link, booked);
	if (open.isZero() || open.isNegative()) return nothingToSettle(document, link, booked);
	const total = Money.parse(document.total, document.currency);
	if (document.document === 'Bill Payment' && open.compare(total) < 0) {
		return beyondOpen(document, booked, open);
	}
	balances.take(booked, total);
	return undefined;
}

function notFound({ document, key }: Link): string {
	return `The ${document.toLowerCase()} ${key} that it takes back was not found in the books`;
}
