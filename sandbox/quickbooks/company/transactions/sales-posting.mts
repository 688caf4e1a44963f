import type { Books } from '../books.mts';
import type { Posting } from '../entities/handler.mts';
import { centsOf, decimal } from '../cents.mts';
import { list, object, refId, text } from '../json.mts';
import type { Entry } from '../ledger.mts';
import type { NewMovement } from '../inventory/stock.mts';
import { agencyAccount } from '../tax/rates.mts';
import type { Json, Row } from '../types.mts';
import { idsOfHead, rateOf } from './head.mts';

/** The account behind a sold item; the fields for shipping and tips have accounts instead of items. */
function incomeAccount(books: Books, itemId: string): string {
	if (itemId === 'SHIPPING_ITEM_ID') return String(books.accountNamed('Shipping Income')?.Id);
	if (itemId === 'GRATUITY_ITEM_ID') return String(books.accountNamed('Tips')?.Id);
	return String(refId(books.find('Item', itemId), 'IncomeAccountRef'));
}

function lineEntry(books: Books, row: Row, line: Json, sign: 1 | -1): Entry | undefined {
	const cents = centsOf(line, 'Amount') ?? 0;
	const sold = object(line, 'SalesItemLineDetail');
	const discount = object(line, 'DiscountLineDetail');
	const detail = sold ?? discount;
	if (detail === undefined) return undefined;
	const accountId =
		sold === undefined
			? String(refId(discount, 'DiscountAccountRef'))
			: incomeAccount(books, String(refId(sold, 'ItemRef')));
	return {
		accountId,
		cents: (sold === undefined ? cents : -cents) * sign + 0,
		classId: refId(detail, 'ClassRef') ?? idsOfHead(row).classId,
		memo: text(line, 'Description'),
	};
}

export function taxEntries(books: Books, row: Json, sign: 1 | -1): Entry[] {
	return list(object(row, 'TxnTaxDetail'), 'TaxLine').map((line) => {
		const rateId = String(refId(object(line, 'TaxLineDetail'), 'TaxRateRef'));
		const agencyId = String(refId(books.find('TaxRate', rateId), 'AgencyRef'));
		return {
			accountId: agencyAccount(books, agencyId).Id,
			cents: -(centsOf(line, 'Amount') ?? 0) * sign + 0,
		};
	});
}

function movesOf(books: Books, row: Row, sign: 1 | -1): NewMovement[] {
	return list(row, 'Line').flatMap((line) => {
		const detail = object(line, 'SalesItemLineDetail');
		const item = books.find('Item', refId(detail, 'ItemRef'));
		const quantity = decimal(detail, 'Qty');
		if (item?.Type !== 'Inventory' || quantity === undefined || quantity.isZero()) return [];
		return [
			{
				itemId: item.Id,
				quantity: quantity.times(-sign).toString(),
				counterAccountId: String(refId(item, 'ExpenseAccountRef')),
				posted: false,
			},
		];
	});
}

/**
 * A sale (`sign` 1) credits income and tax and debits `control` with the total; a refund (-1) is its
 * mirror. Sold goods leave the stock at their cost.
 */
export function salesPosting(books: Books, row: Row, control: Entry, sign: 1 | -1): Posting {
	const lines = list(row, 'Line').map((line) => lineEntry(books, row, line, sign));
	return {
		entries: [
			{ ...control, cents: control.cents * sign },
			...lines.filter((entry) => entry !== undefined),
			...taxEntries(books, row, sign),
		],
		moves: movesOf(books, row, sign),
		rate: rateOf(row),
	};
}
