import type { SalesReceiptDocument } from '../accounting/documents';
import type { Problem } from '../accounting/problems';
import { whereOf } from './fromDocuments/checkDocument';
import type { Found } from './lookup';
import type { Session } from './session';
import type { ListKind } from './settings';

/** What keeps a document from being sent, known before anything is written. */

/** Something that QuickBooks lacks for a document. */
export interface Missing {
	kind: ListKind;
	name: string;
	willBeCreated: boolean;
}

export function notThere(document: SalesReceiptDocument, barred: readonly Missing[]): Problem {
	const names = barred.map(({ kind, name }) => `${kind.toLowerCase()} "${name}"`).join(', ');
	const kinds = [...new Set(barred.map(({ kind }) => `${kind}s`))].join(', ');
	return {
		code: 'missing-in-quickbooks',
		what: `QuickBooks has no ${names}`,
		where: whereOf(document),
		fix: `Create it in QuickBooks, choose another one, or allow ${kinds} under 'Create Missing'`,
	};
}

export function contradiction(
	document: SalesReceiptDocument,
	original: SalesReceiptDocument,
): Problem {
	return {
		code: 'contradiction',
		what: `The input has this document twice, once with ${original.total} and once with ${document.total}`,
		where: whereOf(document),
		fix: 'Let only one of the two reach posting',
	};
}

export function closedPeriod(
	{ company }: Session,
	document: SalesReceiptDocument,
): Problem | undefined {
	if (!company.closedUntil || document.date > company.closedUntil) return undefined;
	return {
		code: 'closed-period',
		what: `The books are closed up to ${company.closedUntil}, and the document is dated ${document.date}`,
		where: whereOf(document),
		fix: 'Date the document on an open day, or re-open the period in QuickBooks',
	};
}

/** A number of somebody else's document, in the books or earlier among the inputs. */
export function numberTaken(
	{ company }: Session,
	document: SalesReceiptDocument,
	found: Found,
): Problem | undefined {
	if (!company.ownNumbers) return undefined;
	const [other] = found.byNumber(document.number);
	if (!other) return undefined;
	const maker = other.keys.length > 0 ? `for ${other.keys.join(', ')}` : 'not by this workflow';
	return {
		code: 'number-taken',
		what: `Another document has number ${document.number}, made ${maker}: sales receipt ID ${other.id} of ${other.date} over ${other.total}`,
		where: whereOf(document),
		fix: "If it is the same sale, write the document's key into its memo in QuickBooks; else set a number prefix in the mapping",
	};
}

export function sameNumber(document: SalesReceiptDocument, other: SalesReceiptDocument): Problem {
	return {
		code: 'number-taken',
		what: `Another document of this run has number ${document.number}: ${other.key}`,
		where: whereOf(document),
		fix: 'Set a number prefix for each shop in the mapping',
	};
}

export function wrongCurrency(
	{ company }: Session,
	document: SalesReceiptDocument,
): Problem | undefined {
	if (company.multiCurrency || document.currency === company.homeCurrency) return undefined;
	return {
		code: 'foreign-currency',
		what: `The document is in ${document.currency}, and "${company.name}" keeps its books in ${company.homeCurrency} only`,
		where: whereOf(document),
		fix: 'Turn on Multicurrency in QuickBooks (it cannot be turned off again), or post to a company in this currency',
	};
}

/** QuickBooks keeps two decimals, also of currencies that have three. */
export function tooManyDigits(document: SalesReceiptDocument): Problem | undefined {
	const amounts = [document.total, document.taxTotal, ...document.lines.map((line) => line.amount)];
	if (!amounts.some((amount) => /\.\d\d\d*[1-9]/.test(amount))) {
		return undefined;
	}
	return {
		code: 'too-many-digits',
		what: `QuickBooks keeps two decimals, and the document has amounts with more`,
		where: whereOf(document),
		fix: 'Enter this document by hand',
	};
}
