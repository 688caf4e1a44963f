import { goodsCheck, goodsCheckIn } from '../accounting/costOfGoods/goods';
import type { AccountingDocument } from '../accounting/documents';
import { Money } from '../accounting/money';
import type { Company } from './company';
import type { Booked } from './found';
import { moneyFromJson } from './fromDocuments/amounts';
import { numberField } from './numbers';
import type { Posting } from './posting';

/** A field in which the books differ from the document that was posted earlier. */
export interface Difference {
	field:
		| 'date'
		| 'number'
		| 'total'
		| 'taxTotal'
		| 'copies'
		| 'unitCosts'
		| 'goods'
		| 'stockAlreadyCosts';
	document: string;
	quickBooks: string;
}

export function differencesOf(ours: Posting, booked: Booked, company: Company): Difference[] {
	const differences: Difference[] = [];
	const note = (field: Difference['field'], document: string, quickBooks: string) =>
		differences.push({ field, document, quickBooks });
	if (ours.date !== booked.date) note('date', ours.date, booked.date);
	if (numberField(ours.entity, company) && (ours.number ?? null) !== booked.number) {
		note('number', ours.number ?? '', booked.number ?? '');
	}
	for (const field of ['total', 'taxTotal'] as const) {
		const own = ours[field];
		if (own === undefined) continue;
		const theirs = moneyFromJson(booked[field], ours.currency);
		if (!theirs?.equals(Money.parse(own, ours.currency))) {
			note(field, own, theirs?.toDecimalString() ?? booked[field]);
		}
	}
	return differences;
}

/**
 * Of the cost of goods a total tells too little. Shopify's unit costs are those of now, so the cost of
 * the same goods differs once a merchant changes them, and the books rightly keep what was true. Other
 * goods are another matter: an order came late, and nobody booked its cost.
 */
export function ofGoods(
	document: AccountingDocument,
	{ note }: Booked,
	differences: readonly Difference[],
): readonly Difference[] {
	if (document.document !== 'Journal Entry' || !document.goods?.length) return differences;
	const booked = goodsCheckIn(note ?? '');
	if (booked === undefined) return differences;
	const now = goodsCheck(document.goods);
	if (booked !== now) {
		const said = (memo: string) => memo.replace(/ *\[[^\]]*\]/g, '').trim();
		const goods = {
			field: 'goods' as const,
			document: said(document.memo ?? ''),
			quickBooks: said(note ?? ''),
		};
		return [...differences, goods];
	}
	return differences.map((difference) =>
		difference.field === 'total' ? { ...difference, field: 'unitCosts' } : difference,
	);
}

/** More than one document of the same source, left from elsewhere: a person must choose. */
export function copiesOf(copies: readonly Booked[]): Difference[] {
	if (copies.length < 2) return [];
	const ids = copies.map(({ id }) => id).join(', ');
	return [{ field: 'copies', document: '1', quickBooks: `${copies.length} (ID ${ids})` }];
}
