import type { Books } from '../books.mts';
import { amountOf, centsOf, prorate, scale, sum } from '../cents.mts';
import type { BuildContext } from '../entities/handler.mts';
import { business } from '../faults.mts';
import { compact, flag, refId, text, without } from '../json.mts';
import { regimeOf } from '../tax/rates.mts';
import { usLineCode, usTax, type TaxResult } from '../tax/us.mts';
import { vatTax } from '../tax/vat.mts';
import type { Json, Row } from '../types.mts';
import { documentNumber } from './doc-number.mts';
import { buildHead } from './head.mts';
import { numberLines } from './lines.mts';
import { lineJson, readSalesLines, type SalesLine } from './sales-lines.mts';

interface Taxed {
	tax: TaxResult;
	lines: Json[];
	/** Cents per counted line without tax. */
	nets: number[];
}

function usLines(books: Books, body: Json, counted: SalesLine[]): Taxed {
	const items = counted.filter((line) => line.sign === 1);
	const discount = counted.find((line) => line.sign === -1)?.cents ?? 0;
	const codes = counted.map((line) =>
		line.sign === 1 ? usLineCode(line.detail, line.item) : undefined,
	);
	const taxedLines = items.filter((_, index) => codes[index] === 'TAX');
	const gross = sum(taxedLines.map((line) => line.cents));
	const subtotal = sum(items.map((line) => line.cents));
	// Tax first, then discount, unless the document asks for the other order.
	const share =
		flag(body, 'ApplyTaxAfterDiscount') && subtotal !== 0
			? prorate(discount, [gross, subtotal - gross])[0]
			: 0;
	const tax = usTax(books, regimeOf(books), body, gross - share, taxedLines.length > 0);
	const lines = counted.map((line, index) => lineJson(line, line.cents, codes[index]));
	return { tax, lines, nets: counted.map((line) => line.cents) };
}

function vatLines(books: Books, body: Json, counted: SalesLine[]): Taxed {
	const parts = counted.map((line) => ({
		amount: line.cents,
		inclusive: centsOf(line.detail, 'TaxInclusiveAmt'),
		sign: line.sign,
		codeId: refId(line.detail, 'TaxCodeRef'),
	}));
	const tax = vatTax(books, body, parts, 'Sales');
	const inclusive = text(body, 'GlobalTaxCalculation') === 'TaxInclusive';
	const lines = counted.map((line, index) =>
		lineJson(line, tax.nets[index], parts[index].codeId, inclusive ? tax.gross[index] : undefined),
	);
	return { tax, lines, nets: tax.nets };
}

function taxLines(books: Books, body: Json, counted: SalesLine[]): Taxed {
	if (regimeOf(books) === 'vat') return vatLines(books, body, counted);
	if (books.country === 'US') return usLines(books, body, counted);
	const lines = counted.map((line) => lineJson(line, line.cents, undefined));
	const tax = { detail: { TotalTax: 0 }, rates: [], total: 0 };
	return { tax, lines, nets: counted.map((line) => line.cents) };
}

/**
 * What SalesReceipt, RefundReceipt, Invoice and CreditMemo have in common: lines, discount, tax, total.
 * `TotalAmt` is computed, whatever was sent.
 */
export function buildSalesForm(
	books: Books,
	entity: string,
	body: Json,
	context: BuildContext,
): { content: Json; total: number } {
	const customer = books.resolve('Customer', body, 'CustomerRef');
	const head = buildHead(books, body, context, customer);
	books.resolve('PaymentMethod', body, 'PaymentMethodRef');
	const { counted, kept } = readSalesLines(books, body, head.date);
	const { tax, lines, nets } = taxLines(books, body, counted);
	const items = sum(nets.filter((_, index) => counted[index].sign === 1));
	const discounts = sum(nets.filter((_, index) => counted[index].sign === -1));
	const total = items - discounts + tax.total;
	// Assumed: the interface refuses a negative total; no recording shows what the API does.
	if (total < 0) throw business('The transaction total cannot be negative', 'TotalAmt');
	const itemLines = lines.filter((_, index) => counted[index].sign === 1);
	const discountLines = lines.filter((_, index) => counted[index].sign === -1);
	const numbered = numberLines([...itemLines, ...kept.map(compact)], context.previous);
	const content: Json = {
		...head.content,
		DocNumber: documentNumber(books, entity, body, context),
		Line: [
			...numbered,
			{ Amount: amountOf(items), DetailType: 'SubTotalLineDetail', SubTotalLineDetail: {} },
			...discountLines.map((line) => without(line, 'Id', 'LineNum')),
		],
		TxnTaxDetail: tax.detail,
		TotalAmt: amountOf(total),
		...(refId(head.content, 'CurrencyRef') !== books.homeCurrency
			? { HomeTotalAmt: amountOf(scale(total, head.rate)) }
			: {}),
		ApplyTaxAfterDiscount: flag(body, 'ApplyTaxAfterDiscount'),
		PrintStatus: text(body, 'PrintStatus') ?? 'NeedToPrint',
		EmailStatus: text(body, 'EmailStatus') ?? 'NotSet',
		...addresses(body, customer),
	};
	return { content, total };
}

function addresses(body: Json, customer: Row | undefined): Json {
	return compact({
		BillAddr: body.BillAddr ?? customer?.BillAddr,
		ShipAddr: body.ShipAddr ?? customer?.ShipAddr,
		GlobalTaxCalculation: body.GlobalTaxCalculation,
	});
}
