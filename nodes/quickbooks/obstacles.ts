import { isItemised } from '../accounting/documentTotals';
import type { AccountingDocument } from '../accounting/documents';
import type { Problem } from '../accounting/problems';
import { calledInBooks } from './entities';
import type { Found } from './found';
import { whereOf } from './fromDocuments/checkDocument';
import { isTaxed } from './fromDocuments/tax';
import { isNumberUnique } from './numbers';
import { postingOf } from './posting';
import type { Session } from './session';
import type { ListKind } from './settings';

/** What keeps a document from being sent, known before anything is written. */

/** Something that QuickBooks lacks for a document. */
export interface Missing {
	kind: ListKind;
	name: string;
	willBeCreated: boolean;
}

export function notThere(document: AccountingDocument, barred: readonly Missing[]): Problem {
	const names = barred.map(({ kind, name }) => `${kind.toLowerCase()} "${name}"`).join(', ');
	const kinds = [...new Set(barred.map(({ kind }) => `${kind}s`))].join(', ');
	return {
		code: 'missing-in-quickbooks',
		what: `QuickBooks has no ${names}`,
		where: whereOf(document),
		fix: `Create it in QuickBooks, choose another one, or allow ${kinds} under 'Create Missing'`,
	};
}

export function contradiction(document: AccountingDocument, original: AccountingDocument): Problem {
	return {
		code: 'contradiction',
		what: `The input has this document twice, once with ${original.total} and once with ${document.total}`,
		where: whereOf(document),
		fix: 'Let only one of the two reach posting',
	};
}

/** A number of somebody else's document in the books. */
export function numberTaken(
	{ company }: Session,
	document: AccountingDocument,
	found: Found,
): Problem | undefined {
	const { entity, number } = postingOf(document);
	if (number === undefined || !isNumberUnique(entity, company)) return undefined;
	const [other] = found.byNumber(entity, number);
	if (!other) return undefined;
	const maker = other.keys.length > 0 ? `for ${other.keys.join(', ')}` : 'not by this workflow';
	return {
		code: 'number-taken',
		what: `Another document has number ${number}, made ${maker}: ${calledInBooks(entity)} ID ${other.id} of ${other.date} over ${other.total}`,
		where: whereOf(document),
		fix: "If it is the same sale, write the document's key into its memo in QuickBooks; else set a number prefix in the mapping",
	};
}

/** Earlier among the inputs. */
export function sameNumber(document: AccountingDocument, other: AccountingDocument): Problem {
	return {
		code: 'number-taken',
		what: `Another document of this run has number ${postingOf(document).number}: ${other.key}`,
		where: whereOf(document),
		fix: 'Set a number prefix for each shop in the mapping',
	};
}

export function wrongCurrency(
	{ company }: Session,
	document: AccountingDocument,
): Problem | undefined {
	if (company.multiCurrency || document.currency === company.homeCurrency) return undefined;
	return {
		code: 'foreign-currency',
		what: `The document is in ${document.currency}, and "${company.name}" keeps its books in ${company.homeCurrency} only`,
		where: whereOf(document),
		fix: "Set 'Currency of the Books' to Shop Currency in the mapping if that is the company's, turn on Multicurrency in QuickBooks (it cannot be turned off again), or post to a company in this currency",
	};
}

/** QuickBooks keeps two decimals, also of currencies that have three. */
export function tooManyDigits(document: AccountingDocument): Problem | undefined {
	const lines = 'lines' in document ? document.lines.map(({ amount }) => amount) : [];
	const tax = 'taxTotal' in document && document.taxTotal ? [document.taxTotal] : [];
	const amounts = [document.total, ...tax, ...lines];
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

/** What QuickBooks' tax engine takes on one document. */
const TAXED_LINES = 750;

export function tooManyLines(document: AccountingDocument): Problem | undefined {
	if (!isItemised(document)) return undefined;
	const taxed = document.lines.filter(isTaxed).length;
	if (taxed <= TAXED_LINES) return undefined;
	return {
		code: 'too-many-lines',
		what: `The document has ${taxed} taxed lines, and QuickBooks takes ${TAXED_LINES}`,
		where: whereOf(document),
		fix: 'Book this sale by hand on several documents, or let summaries cover fewer orders',
	};
}
