import type { Books } from '../books.mts';
import { amountOf, centsOf, percentOf, sum } from '../cents.mts';
import {
	beforeStock,
	business,
	discountProblem,
	invalidAccountType,
	missing,
	negativeAmount,
	noLines,
	noQuantity,
} from '../faults.mts';
import { flag, list, object, refId, text } from '../json.mts';
import type { Json, Row } from '../types.mts';
import { checkPrice } from './lines.mts';

/** A line of a sales form that counts. */
export interface SalesLine {
	cents: number;
	item?: Row;
	/** Sign on the document: a discount line is positive in JSON and lowers the total. */
	sign: 1 | -1;
	detail: Json;
	json: Json;
}

const PSEUDO_ITEMS: Record<string, { preference: string; account: string }> = {
	SHIPPING_ITEM_ID: { preference: 'AllowShipping', account: 'Shipping Income' },
	GRATUITY_ITEM_ID: { preference: 'AllowGratuity', account: 'Tips' },
};

/** The pseudo items of the shipping and tip fields stand for an account of the company. */
function pseudoItem(books: Books, id: string): Row | undefined {
	const pseudo = PSEUDO_ITEMS[id];
	if (pseudo === undefined) return undefined;
	const account = books.accountNamed(pseudo.account);
	if (!books.prefers('SalesFormsPrefs', pseudo.preference) || account === undefined) {
		throw business(`${pseudo.preference} is turned off for this company`, 'Line.ItemRef');
	}
	return {
		Id: id,
		SyncToken: '0',
		MetaData: account.MetaData,
		Name: pseudo.account,
		Type: 'Service',
		IncomeAccountRef: { value: account.Id },
	};
}

function soldItem(books: Books, detail: Json): Row {
	const id = String(refId(detail, 'ItemRef'));
	const item = pseudoItem(books, id) ?? books.need('Item', id, 'Line.SalesItemLineDetail.ItemRef');
	if (item.Type === 'Category') {
		throw business('A category cannot be used on a transaction', 'Line.ItemRef');
	}
	if (refId(item, 'IncomeAccountRef') === undefined)
		throw business('This item is not for sale', 'Line.ItemRef');
	return item;
}

export function checkTracked(item: Row, detail: Json, date: string): void {
	if (item.Type !== 'Inventory') return;
	if (detail.Qty === undefined) throw noQuantity();
	if (date < String(item.InvStartDate)) throw beforeStock();
}

function itemLine(books: Books, line: Json, date: string): SalesLine {
	const cents = centsOf(line, 'Amount');
	if (cents === undefined) throw missing('Line.Amount');
	const detail = object(line, 'SalesItemLineDetail') ?? {};
	const item = soldItem(books, detail);
	checkTracked(item, detail, date);
	books.resolve('Class', detail, 'ClassRef', 'Line.ClassRef');
	return { cents, item, sign: 1, detail: checkPrice(cents, detail), json: line };
}

function discountLine(books: Books, line: Json, subtotal: number): SalesLine {
	if (!books.prefers('SalesFormsPrefs', 'AllowDiscount')) {
		throw discountProblem('Discounts are turned off for this company');
	}
	const detail = object(line, 'DiscountLineDetail') ?? {};
	const percent = Number(detail.DiscountPercent ?? 0);
	const cents = flag(detail, 'PercentBased')
		? percentOf(subtotal, percent)
		: centsOf(line, 'Amount');
	if (cents === undefined) throw missing('Line.Amount');
	if (cents < 0) throw negativeAmount('Line.DiscountLineDetail');
	const account =
		books.resolve('Account', detail, 'DiscountAccountRef') ??
		books.accountBySubType('DiscountsRefundsGiven');
	if (account === undefined) throw missing('DiscountAccountRef');
	if (account.AccountType !== 'Income') throw invalidAccountType('DiscountAccountRef');
	return {
		cents,
		sign: -1,
		detail: { ...detail, DiscountAccountRef: { value: account.Id } },
		json: line,
	};
}

/** All lines that QuickBooks keeps, those that count first looked through for mistakes. */
export function readSalesLines(
	books: Books,
	body: Json,
	date: string,
): { counted: SalesLine[]; kept: Json[] } {
	if (body.Line === undefined) throw missing('Line');
	const sent = list(body, 'Line').filter((line) => line.DetailType !== 'SubTotalLineDetail');
	for (const line of sent)
		if (text(line, 'DetailType') === undefined) throw missing('Line.DetailType');
	if (sent.some((line) => line.DetailType === 'GroupLineDetail')) {
		throw business('Bundles are not supported by this stand-in', 'Line');
	}
	// A line without an item is documentation only: its Amount is ignored.
	const isItem = (line: Json) =>
		line.DetailType === 'SalesItemLineDetail' &&
		refId(object(line, 'SalesItemLineDetail'), 'ItemRef') !== undefined;
	const items = sent.filter(isItem).map((line) => itemLine(books, line, date));
	if (items.length === 0) throw noLines();
	const subtotal = sum(items.map((line) => line.cents));
	const discounts = sent
		.filter((line) => line.DetailType === 'DiscountLineDetail')
		.map((line) => discountLine(books, line, subtotal));
	if (discounts.length > 1) throw discountProblem('Only one discount line is allowed');
	const kept = sent.filter((line) => !isItem(line) && line.DetailType !== 'DiscountLineDetail');
	return { counted: [...items, ...discounts], kept: kept.map(descriptionLine) };
}

function descriptionLine(line: Json): Json {
	return {
		Id: line.Id,
		Description: line.Description,
		DetailType: 'DescriptionOnly',
		DescriptionLineDetail: object(line, 'DescriptionLineDetail') ?? {},
	};
}

/** Back to JSON: each counted line with its amount, code and detail. */
export function lineJson(
	line: SalesLine,
	cents: number,
	taxCode: string | undefined,
	inclusive?: number,
): Json {
	const name = line.sign === 1 ? 'SalesItemLineDetail' : 'DiscountLineDetail';
	const code = taxCode === undefined ? {} : { TaxCodeRef: { value: taxCode } };
	const gross = inclusive === undefined ? {} : { TaxInclusiveAmt: amountOf(inclusive) };
	return {
		...line.json,
		Amount: amountOf(cents),
		DetailType: name,
		[name]: { ...line.detail, ...code, ...gross },
	};
}
