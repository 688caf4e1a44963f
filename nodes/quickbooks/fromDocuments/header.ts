import type { AccountingDocument } from '../../accounting/documents';
import type { Company } from '../company';
import { KINDS } from '../entities';
import type { Json } from '../json';
import { noteWithKey } from '../key';
import { numberField, numberOf } from '../numbers';
import { type ReferenceIds } from './ids';

/**
 * What all documents share: day, currency, and the note that remembers the source. No exchange rate:
 * QuickBooks takes its own of the day, and books what payouts make of it as exchange gain or loss.
 */
export function header(document: AccountingDocument, company: Company, memo?: string): Json {
	return {
		TxnDate: document.date,
		...(company.multiCurrency ? { CurrencyRef: { value: document.currency } } : {}),
		PrivateNote: noteWithKey(memo ?? document.memo ?? '', document.key, saleOf(document)),
	};
}

/** The document's number, where QuickBooks lets us give one. */
export function numberIn(document: AccountingDocument, company: Company): Json {
	const field = numberField(KINDS[document.document].entity, company);
	const number = numberOf(document);
	return field && number !== undefined ? { [field]: number } : {};
}

function saleOf(document: AccountingDocument): string | undefined {
	return document.document === 'Refund Receipt' ? document.appliesTo?.key : undefined;
}

/** `{ [field]: { value: id } }`, or nothing where there is no id. */
export function reference(field: string, id: string | undefined): Json {
	return id === undefined ? {} : { [field]: { value: id } };
}

export function locationOf({ location }: ReferenceIds): Json {
	return reference('DepartmentRef', location);
}
