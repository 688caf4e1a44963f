import { isItemised } from '../accounting/documentTotals';
import type { AccountingDocument } from '../accounting/documents';
import { type Entity, KINDS } from './entities';
import { whereOf } from './fromDocuments/checkDocument';
import type { Wanted } from './lookup';
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
	/** What QuickBooks must make of it. */
	total: string;
	/** Undefined where the kind has no tax. */
	taxTotal: string | undefined;
}

export function postingOf(document: AccountingDocument): Posting {
	const { key, date, currency, total } = document;
	return {
		entity: KINDS[document.document].entity,
		key,
		where: whereOf(document),
		number: numberOf(document),
		date,
		currency,
		total,
		taxTotal: isItemised(document) ? document.taxTotal : undefined,
	};
}

/** @param until last day that the document may have been moved to. */
export function wantedOf({ entity, number, date }: Posting, until = date): Wanted {
	return {
		entity,
		numbers: number === undefined ? [] : [number],
		days: { from: date, to: until },
	};
}
