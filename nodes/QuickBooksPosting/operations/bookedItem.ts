import type { IDataObject } from 'n8n-workflow';

import type { BookedDocument } from '../../quickbooks/books/bookedDocument';
import { moneyText } from './moneyText';

/** A document of the books as an item; `key` is the first of its keys that was looked for. */
export function bookedItem(document: BookedDocument, key: string): IDataObject {
	const { id, number, date, total, currency, party, url } = document;
	return {
		document: document.document,
		key,
		id,
		number,
		date,
		currency,
		total: moneyText(total, currency),
		party,
		url,
	};
}
