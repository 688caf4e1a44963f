import type { SalesReceiptDocument } from '../accounting/documents';
import { Money } from '../accounting/money';
import { moneyFromJson } from './fromDocuments/amounts';
import type { Booked } from './lookup';

/** A field in which the books differ from the document that was posted earlier. */
export interface Difference {
	field: 'date' | 'number' | 'total' | 'taxTotal' | 'copies';
	document: string;
	quickBooks: string;
}

export function differencesOf(
	document: SalesReceiptDocument,
	booked: Booked,
	ownNumbers: boolean,
): Difference[] {
	const differences: Difference[] = [];
	const note = (field: Difference['field'], ours: string, theirs: string) =>
		differences.push({ field, document: ours, quickBooks: theirs });
	if (document.date !== booked.date) note('date', document.date, booked.date);
	if (ownNumbers && document.number !== booked.number) {
		note('number', document.number, booked.number ?? '');
	}
	for (const field of ['total', 'taxTotal'] as const) {
		const theirs = moneyFromJson(booked[field], document.currency);
		if (!theirs?.equals(Money.parse(document[field], document.currency))) {
			note(field, document[field], theirs?.toDecimalString() ?? booked[field]);
		}
	}
	return differences;
}

/** More than one document of the same source, left from elsewhere: a person must choose. */
export function copiesOf(copies: readonly Booked[]): Difference[] {
	if (copies.length < 2) return [];
	const ids = copies.map(({ id }) => id).join(', ');
	return [{ field: 'copies', document: '1', quickBooks: `${copies.length} (ID ${ids})` }];
}
