import type { Books } from './books.mts';
import { object } from './json.mts';
import { regimeOf } from './tax/rates.mts';
import type { Json } from './types.mts';

/**
 * What a sparse update starts from. Tax amounts that a client once set are not kept: automated sales
 * tax computes anew on any edit, and new lines make the old amounts of the other regimes wrong.
 */
export function sparseBase(books: Books, row: Json, sent: Json): Json {
	const detail = object(row, 'TxnTaxDetail');
	if (detail === undefined || sent.TxnTaxDetail !== undefined) return row;
	const regime = regimeOf(books);
	if (regime === 'us-automated' || regime === 'none') return { ...row, TxnTaxDetail: undefined };
	if (sent.Line === undefined && sent.GlobalTaxCalculation === undefined) return row;
	return { ...row, TxnTaxDetail: { TxnTaxCodeRef: detail.TxnTaxCodeRef } };
}
