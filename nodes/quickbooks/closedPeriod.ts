import type { AccountingDocument } from '../accounting/documents';
import type { Problem } from '../accounting/problems';
import type { Company } from './company';
import { whereOf } from './fromDocuments/checkDocument';
import type { PostingSettings } from './settings';

export function isClosed({ closedUntil }: Company, date: string): boolean {
	return closedUntil !== undefined && date <= closedUntil;
}

/** The day itself, or the first day after the closed books. */
export function openDay(company: Company, date: string): string {
	if (!company.closedUntil || !isClosed(company, date)) return date;
	const next = new Date(`${company.closedUntil}T00:00:00Z`);
	next.setUTCDate(next.getUTCDate() + 1);
	return next.toISOString().slice(0, 10);
}

/** The last day a document of this date may have been moved to, now or before the last closing. */
export function latestDay(company: Company, settings: PostingSettings, date: string): string {
	return settings.closedPeriod === 'nextOpenDay' ? openDay(company, date) : date;
}

/** The document as it is written: dated on an open day, with its own date in the memo. */
export function onOpenDay<Document extends AccountingDocument>(
	document: Document,
	company: Company,
): Document {
	const date = openDay(company, document.date);
	if (date === document.date) return document;
	const memo = `${document.memo ?? ''} (dated ${document.date}, in closed books)`.trim();
	return { ...document, date, memo };
}

export function closedPeriod(document: AccountingDocument, company: Company): Problem {
	return {
		code: 'closed-period',
		what: `The books are closed up to ${company.closedUntil}, and the document is dated ${document.date}`,
		where: whereOf(document),
		fix: "Date the document on an open day, re-open the period in QuickBooks, or set 'Closed Period' to 'Next Open Day'",
	};
}

/** Of all others where the setting is to stop. */
export function stoppedByClosedPeriod(document: AccountingDocument, cause: Problem): Problem {
	return {
		code: 'stopped-by-closed-period',
		what: `Nothing of this run is posted, because ${cause.where} lies in a closed period: ${cause.what}`,
		where: whereOf(document),
		fix: cause.fix,
	};
}
