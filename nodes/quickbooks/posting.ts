import { isItemised, isLedger } from '../accounting/documentTotals';
import type { AccountingDocument } from '../accounting/documents';
import { taxOf } from '../accounting/ledgerTotals';
import { type Entity, KINDS } from './entities';
import { whereOf } from './fromDocuments/checkDocument';
import type { Wanted } from './lookup';
import { shifted } from './days';
import { numberOf } from './numbers';

/** What writing a document, finding it again and proving it takes, whatever its kind. */
export interface Posting {
	entity: Entity;
	key: string;
	/** "Sales Receipt 1001", for problems. */
	where: string;
	number: string | undefined;
	date: string;
	currency: string;
	/** Days before and after its date on which it is looked for. */
	margin: number;
	/** What QuickBooks must make of it. */
	total: string;
	/** Undefined where the kind has no tax. */
	taxTotal: string | undefined;
}

/**
 * Deposits and transfers have no number to be found by, and a bookkeeper who matches them with the bank
 * moves their date by some days.
 */
const MARGIN_DAYS = 31;

export function postingOf(document: AccountingDocument): Posting {
	const { key, date, currency, total } = document;
	return {
		entity: KINDS[document.document].entity,
		key,
		where: whereOf(document),
		number: numberOf(document),
		date,
		margin: isLedger(document) ? MARGIN_DAYS : 0,
		currency,
		total,
		taxTotal: taxTotalOf(document),
	};
}

function taxTotalOf(document: AccountingDocument): string | undefined {
	if (isItemised(document)) return document.taxTotal;
	const hasTax = document.document === 'Bill' || document.document === 'Expense';
	return hasTax ? taxOf(document).toDecimalString() : undefined;
}

/** @param until last day that the document may have been moved to. */
export function wantedOf({ entity, number, date, margin }: Posting, until = date): Wanted {
	return {
		entity,
		numbers: number === undefined ? [] : [number],
		days: { from: shifted(date, -margin), to: shifted(until, margin) },
	};
}
