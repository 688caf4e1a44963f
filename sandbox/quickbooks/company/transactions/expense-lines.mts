import type { Books } from '../books.mts';
import { amountOf, centsOf, decimal, scale, sum } from '../cents.mts';
import type { Posting } from '../entities/handler.mts';
import { business, lineWithoutAccount, missing, noLines, notInPlan } from '../faults.mts';
import type { NewMovement } from '../inventory/stock.mts';
import { list, object, refId, text } from '../json.mts';
import type { Entry } from '../ledger.mts';
import { regimeOf } from '../tax/rates.mts';
import { vatTax } from '../tax/vat.mts';
import type { Json, Row } from '../types.mts';
import { idsOfHead, rateOf } from './head.mts';
import { checkPrice, numberLines } from './lines.mts';
import { checkTracked } from './sales-lines.mts';
import { taxEntries } from './sales-posting.mts';

const ACCOUNT = 'AccountBasedExpenseLineDetail';
const ITEM = 'ItemBasedExpenseLineDetail';

/** The account a purchased item is booked to: stock for a tracked item, its expense account otherwise. */
function purchaseAccount(item: Row): string | undefined {
	return refId(item, item.Type === 'Inventory' ? 'AssetAccountRef' : 'ExpenseAccountRef');
}

function checkItemLine(books: Books, line: Json, cents: number, date: string): Json {
	if (books.plan.includes('Essentials')) throw notInPlan(books.plan, 'Item lines on purchases');
	const detail = object(line, ITEM) ?? {};
	const item = books.resolve('Item', detail, 'ItemRef', `Line.${ITEM}.ItemRef`);
	if (item === undefined) throw lineWithoutAccount();
	if (purchaseAccount(item) === undefined)
		throw business('This item is not for purchase', 'Line.ItemRef');
	checkTracked(item, detail, date);
	return {
		...line,
		DetailType: ITEM,
		[ITEM]: { BillableStatus: 'NotBillable', ...checkPrice(cents, detail) },
	};
}

function checkLine(books: Books, line: Json, date: string): Json {
	const cents = centsOf(line, 'Amount');
	if (cents === undefined) throw missing('Line.Amount');
	const type = text(line, 'DetailType');
	if (type === undefined) throw missing('Line.DetailType');
	const detail = object(line, type) ?? {};
	books.resolve('Class', detail, 'ClassRef', 'Line.ClassRef');
	books.resolve('Customer', detail, 'CustomerRef', 'Line.CustomerRef');
	if (type === ITEM) return checkItemLine(books, line, cents, date);
	if (books.resolve('Account', detail, 'AccountRef', `Line.${ACCOUNT}.AccountRef`) === undefined) {
		throw lineWithoutAccount();
	}
	return { ...line, [ACCOUNT]: { BillableStatus: 'NotBillable', ...detail } };
}

/** Lines, tax and total of Bill, VendorCredit and Purchase. US purchases carry no tax. */
export function buildExpenseLines(books: Books, body: Json, date: string, previous?: Row): Json {
	if (body.Line === undefined) throw missing('Line');
	const lines = list(body, 'Line').map((line) => checkLine(books, line, date));
	if (lines.length === 0) throw noLines();
	const taxed =
		regimeOf(books) === 'vat' ? withVat(books, body, lines) : { lines, tax: 0, more: {} };
	const total = sum(taxed.lines.map((line) => centsOf(line, 'Amount') ?? 0)) + taxed.tax;
	if (total < 0) throw business('The transaction total cannot be negative', 'TotalAmt');
	return { ...taxed.more, Line: numberLines(taxed.lines, previous), TotalAmt: amountOf(total) };
}

function withVat(
	books: Books,
	body: Json,
	lines: Json[],
): { lines: Json[]; tax: number; more: Json } {
	const details = lines.map((line) => object(line, String(line.DetailType)) ?? {});
	const parts = lines.map((line, index) => ({
		amount: centsOf(line, 'Amount') ?? 0,
		inclusive: centsOf(details[index], 'TaxInclusiveAmt'),
		sign: 1 as const,
		codeId: refId(details[index], 'TaxCodeRef'),
	}));
	const tax = vatTax(books, body, parts, 'Purchase');
	const netLines = lines.map((line, index) => ({ ...line, Amount: amountOf(tax.nets[index]) }));
	return { lines: netLines, tax: tax.total, more: { TxnTaxDetail: tax.detail } };
}

function lineEntry(books: Books, row: Row, line: Json, sign: 1 | -1): Entry {
	const detail = object(line, String(line.DetailType));
	const item = books.find('Item', refId(detail, 'ItemRef'));
	// Goods sent back leave the stock at their own cost, so the credit for them meets that cost in COGS.
	const itemAccount = (row: Row) =>
		sign === 1 ? purchaseAccount(row) : refId(row, 'ExpenseAccountRef');
	return {
		accountId: String(item === undefined ? refId(detail, 'AccountRef') : itemAccount(item)),
		cents: (centsOf(line, 'Amount') ?? 0) * sign + 0,
		classId: refId(detail, 'ClassRef') ?? idsOfHead(row).classId,
		memo: text(line, 'Description'),
	};
}

/** What is bought comes in at the cost of its line; what is sent back leaves first in, first out. */
function movesOf(books: Books, row: Row, sign: 1 | -1): NewMovement[] {
	return list(row, 'Line').flatMap((line): NewMovement[] => {
		const detail = object(line, ITEM);
		const item = books.find('Item', refId(detail, 'ItemRef'));
		const quantity = decimal(detail, 'Qty');
		if (item?.Type !== 'Inventory' || quantity === undefined || quantity.isZero()) return [];
		return [
			{
				itemId: item.Id,
				quantity: quantity.times(sign).toString(),
				cost: sign === 1 ? scale(centsOf(line, 'Amount') ?? 0, rateOf(row)) : undefined,
				counterAccountId: String(refId(item, 'ExpenseAccountRef')),
				posted: sign === 1,
			},
		];
	});
}

/** A purchase (`sign` 1) debits its lines and credits `control`; a credit (-1) is the mirror. */
export function expensePosting(books: Books, row: Row, control: Entry, sign: 1 | -1): Posting {
	return {
		entries: [
			{ ...control, cents: -control.cents * sign + 0 },
			...list(row, 'Line').map((line) => lineEntry(books, row, line, sign)),
			...taxEntries(books, row, sign === 1 ? -1 : 1),
		],
		moves: movesOf(books, row, sign),
		rate: rateOf(row),
	};
}
