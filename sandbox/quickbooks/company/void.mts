import { compact, isObject, list, text } from './json.mts';
import type { Json, Row } from './types.mts';

function zeroLine(line: Json): Json {
	const entries = Object.entries({ ...line, Amount: 0 }).map(([name, value]) => [
		name,
		isObject(value) ? zeroDetail(value) : value,
	]);
	return Object.fromEntries(entries) as Json;
}

function zeroDetail(detail: Json): Json {
	return compact({ ...detail, UnitPrice: undefined, Qty: undefined, TaxInclusiveAmt: undefined });
}

/** A voided transaction stays with its lines, all amounts 0, and says so in its private note. */
export function voided(row: Row): Json {
	const note = text(row, 'PrivateNote');
	const zero: Json = {
		...row,
		PrivateNote: note === undefined ? 'Voided' : `Voided - ${note}`,
		Line: list(row, 'Line').map(zeroLine),
		TotalAmt: 0,
	};
	if (row.TxnTaxDetail !== undefined) zero.TxnTaxDetail = { TotalTax: 0 };
	for (const name of [
		'Balance',
		'UnappliedAmt',
		'HomeTotalAmt',
		'HomeBalance',
		'RemainingCredit',
	]) {
		if (row[name] !== undefined) zero[name] = 0;
	}
	return zero;
}
