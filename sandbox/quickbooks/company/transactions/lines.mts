import { Decimal } from 'decimal.js';

import { decimal, roundToCents } from '../cents.mts';
import { amountMismatch } from '../faults.mts';
import { text } from '../json.mts';
import type { Json, Row } from '../types.mts';

/** Gives every line its Id and LineNum: a known Id stays, others get the next numbers. */
export function numberLines(lines: Json[], previous?: Row): Json[] {
	const before = Array.isArray(previous?.Line) ? (previous.Line as Json[]) : [];
	const known = new Set(before.map((line) => text(line, 'Id')).filter((id) => id !== undefined));
	let next = Math.max(0, ...[...known].map(Number)) + 1;
	return lines.map((line, index) => {
		const sent = text(line, 'Id');
		const id = sent !== undefined && known.has(sent) ? sent : String(next++);
		return { Id: id, LineNum: index + 1, ...omitIds(line) };
	});
}

function omitIds(line: Json): Json {
	return Object.fromEntries(
		Object.entries(line).filter(([name]) => name !== 'Id' && name !== 'LineNum'),
	);
}

/**
 * Amount must be UnitPrice x Qty to the cent. A missing price follows from the other two.
 * Answers the detail to store.
 */
export function checkPrice(cents: number, detail: Json): Json {
	const price = decimal(detail, 'UnitPrice');
	const quantity = decimal(detail, 'Qty');
	if (price !== undefined && quantity !== undefined) {
		if (roundToCents(price.times(quantity)) !== cents) {
			throw amountMismatch(new Decimal(cents).dividedBy(100).toString());
		}
		return detail;
	}
	if (quantity !== undefined && !quantity.isZero()) {
		const derived = new Decimal(cents).dividedBy(100).dividedBy(quantity).toDecimalPlaces(7);
		return { ...detail, UnitPrice: derived.toNumber() };
	}
	return detail;
}
