import type { AccountingDocument } from '../accounting/documents';
import { Money } from '../accounting/money';
import type { Problem } from '../accounting/problems';
import type { Booked } from './found';
import {
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
	note?: { note: string };
}

/**
 * A payment and a credit refund cannot do without what they settle; the others are booked all the
 * same, and say that it was not found.
 */
export function linkFor(planning: Planning, document: AccountingDocument): LinkPlan {
	const link = linkOf(document);
	if (!link) return {};
	const booked = bookedLink(link, planning.found);
	const mustSettle = document.document === 'Payment' || document.document === 'Credit Refund';
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
	balances.take(booked, Money.parse(document.total, document.currency));
	return undefined;
}

function notFound({ document, key }: Link): string {
	return `The ${document.toLowerCase()} ${key} that it takes back was not found in the books`;
}
