import { documentTotals } from '../../accounting/documentTotals';
import type { SalesReceiptDocument } from '../../accounting/documents';
import type { Outcome } from '../../accounting/problems';
import { at, isRecord, type Json, recordsAt, textAt } from '../json';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const ITEM_TYPES = ['Service', 'NonInventory'];
const ACCOUNT_TYPES = [
	'Bank',
	'Other Current Asset',
	'Other Current Liability',
	'Income',
	'Other Income',
	'Expense',
	'Other Expense',
	'Cost of Goods Sold',
];

/**
 * Takes an item's JSON for a document. It may have been edited on the canvas, or be no document at
 * all; its lines and taxes must come to its total. Fields that posting does not know are left alone.
 */
export function checkDocument(json: unknown): Outcome<SalesReceiptDocument> {
	const where = whereOf(json);
	if (textAt(json, 'document') !== 'Sales Receipt') {
		return no(
			where,
			"the field 'document' is not 'Sales Receipt'",
			"Connect the output of 'Order to Sales Receipt'",
		);
	}
	const finding = headerFinding(json) ?? linesFinding(json);
	if (finding) return no(where, finding, `Correct the field, or map the order again`);
	const document = json as unknown as SalesReceiptDocument;
	const totals = documentTotals(document);
	return totals.ok ? { ok: true, value: document } : totals;
}

/** "Sales Receipt 1001", for problems; also of JSON that is no document. */
export function whereOf(json: unknown): string {
	const kind = textAt(json, 'document') ?? 'Document';
	const name = textAt(json, 'number') ?? textAt(json, 'key');
	return name === undefined ? kind : `${kind} ${name}`;
}

function no(where: string, finding: string, fix: string): Outcome<never> {
	return {
		ok: false,
		problem: { code: 'not-a-document', what: `This cannot be posted: ${finding}`, where, fix },
	};
}

function headerFinding(json: unknown): string | undefined {
	const key = textAt(json, 'key') ?? '';
	const number = textAt(json, 'number') ?? '';
	if (key.trim() === '' || /[[\]]/.test(key)) return "the field 'key' is missing or has brackets";
	if (typeof at(json, 'number') !== 'string' || number.trim() === '') {
		return "the field 'number' is missing";
	}
	if (number.length > 21) return `the number "${number}" is longer than 21 characters`;
	if (!isDate(textAt(json, 'date') ?? '')) return "the field 'date' is no date like 2026-10-31";
	if (!isText(json, 'currency')) return "the field 'currency' is missing";
	if (!isText(json, 'customer', 'name')) return "the field 'customer.name' is missing";
	if (!isMaybeText(json, 'customer', 'email')) return "the field 'customer.email' is no text";
	if (!isMaybeText(json, 'paymentMethod')) return "the field 'paymentMethod' is no text";
	if (!isMaybeText(json, 'memo')) return "the field 'memo' is no text";
	return (
		accountFinding(json, 'depositTo') ??
		taxesFinding(json, 'taxes') ??
		amountFinding(json, 'taxTotal') ??
		amountFinding(json, 'total')
	);
}

function linesFinding(json: unknown): string | undefined {
	const lines = at(json, 'lines');
	if (!Array.isArray(lines) || lines.length === 0) return "the field 'lines' is empty";
	if (!lines.every(isRecord)) return "the field 'lines' holds something that is no line";
	for (const [index, line] of lines.entries()) {
		const finding = lineFinding(line);
		if (finding) return `line ${index + 1}: ${finding}`;
	}
	return undefined;
}

function lineFinding(line: Json): string | undefined {
	if (!isText(line, 'item', 'name')) return "the field 'item.name' is missing";
	if (!isMaybeText(line, 'item', 'sku')) return "the field 'item.sku' is no text";
	if (!ITEM_TYPES.includes(textAt(line, 'item', 'type') ?? '')) {
		return "the field 'item.type' is neither 'Service' nor 'NonInventory'";
	}
	const quantity = at(line, 'quantity');
	if (quantity !== undefined && !(typeof quantity === 'number' && quantity > 0)) {
		return "the field 'quantity' is no number above zero";
	}
	if (!isMaybeText(line, 'description')) return "the field 'description' is no text";
	if (!isMaybeText(line, 'unitPrice')) return "the field 'unitPrice' is no text";
	return (
		accountFinding(line, 'item', 'income') ??
		amountFinding(line, 'amount') ??
		taxesFinding(line, 'taxes')
	);
}

function taxesFinding(json: unknown, field: string): string | undefined {
	const taxes = at(json, field);
	if (!Array.isArray(taxes)) return `the field '${field}' is no list`;
	const isTax = (tax: unknown) =>
		typeof at(tax, 'title') === 'string' &&
		typeof at(tax, 'rate') === 'string' &&
		typeof at(tax, 'amount') === 'string';
	const complete = recordsAt(json, field).every(isTax) && taxes.every(isRecord);
	return complete ? undefined : `the field '${field}' holds a tax without title, rate or amount`;
}

function accountFinding(json: unknown, ...path: string[]): string | undefined {
	const name = path.join('.');
	if (!isText(json, ...path, 'account')) return `the field '${name}.account' is missing`;
	const known = ACCOUNT_TYPES.includes(textAt(json, ...path, 'type') ?? '');
	return known ? undefined : `the field '${name}.type' is no account type of QuickBooks`;
}

function amountFinding(json: unknown, field: string): string | undefined {
	return typeof at(json, field) === 'string'
		? undefined
		: `the field '${field}' is no amount in quotes like "12.30"`;
}

function isText(json: unknown, ...path: string[]): boolean {
	const value = at(json, ...path);
	return typeof value === 'string' && value.trim() !== '';
}

function isMaybeText(json: unknown, ...path: string[]): boolean {
	return (
		[undefined, null].includes(at(json, ...path) as undefined) ||
		typeof at(json, ...path) === 'string'
	);
}

function isDate(text: string): boolean {
	const time = DATE.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
	return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
