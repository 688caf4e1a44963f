import { documentTotals } from '../../accounting/documentTotals';
import type { AccountingDocument } from '../../accounting/documents';
import type { Outcome } from '../../accounting/problems';
import { type DocumentKind, KINDS } from '../entities';
import { at, isRecord, type Json, textAt } from '../json';
import { ledgerFinding, type LedgerKind } from './checkLedger';
import {
	accountFinding,
	amountFinding,
	dateFinding,
	type Finding,
	keyFinding,
	maybeDateFinding,
	maybeTextFinding,
	taxesFinding,
	textFinding,
} from './findings';

const ITEM_TYPES = ['Service', 'NonInventory', 'Inventory'];

/** What each kind may apply to, and whether it must. */
const LINKS: Readonly<Record<DocumentKind, { to: readonly string[]; needed: boolean }>> = {
	'Sales Receipt': { to: [], needed: false },
	Invoice: { to: [], needed: false },
	Payment: { to: ['Invoice'], needed: true },
	'Refund Receipt': { to: ['Sales Receipt', 'Invoice'], needed: false },
	'Credit Memo': { to: ['Sales Receipt', 'Invoice'], needed: false },
	'Credit Refund': { to: ['Credit Memo'], needed: true },
	Deposit: { to: [], needed: false },
	Transfer: { to: [], needed: false },
	Bill: { to: [], needed: false },
	'Bill Payment': { to: ['Bill'], needed: true },
	Expense: { to: [], needed: false },
	'Journal Entry': { to: [], needed: false },
};

/**
 * Takes an item's JSON for a document. It may have been edited on the canvas, or be no document at
 * all; its lines and taxes must come to its total. Fields that posting does not know are left alone.
 */
export function checkDocument(json: unknown): Outcome<AccountingDocument> {
	const where = whereOf(json);
	const kind = Object.keys(KINDS).find((name) => name === textAt(json, 'document'));
	if (kind === undefined) {
		return no(
			where,
			`the field 'document' is none of ${Object.keys(KINDS).join(', ')}`,
			"Connect the output of a node that makes documents, e.g. 'Order to Sales Receipt' or 'Payout to Deposit'",
		);
	}
	const finding = documentFinding(json, kind as DocumentKind);
	if (finding) return no(where, finding, 'Correct the field, or map its source again');
	const document = json as unknown as AccountingDocument;
	const totals = documentTotals(document);
	return totals.ok ? { ok: true, value: document } : totals;
}

const LEDGER_KINDS: readonly string[] = [
	'Deposit',
	'Transfer',
	'Bill',
	'Bill Payment',
	'Expense',
	'Journal Entry',
];

function isLedgerKind(kind: DocumentKind): kind is LedgerKind {
	return LEDGER_KINDS.includes(kind);
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

function documentFinding(json: unknown, kind: DocumentKind): Finding {
	const common = keyFinding(json, 'key') ?? headerFinding(json) ?? linkFinding(json, kind);
	if (common) return common;
	if (isLedgerKind(kind)) return ledgerFinding(json, kind);
	const isMoney = kind === 'Payment' || kind === 'Credit Refund';
	return (
		(isMoney ? undefined : numberFinding(json)) ??
		customerFinding(json) ??
		moneyFinding(json, kind) ??
		(isMoney ? undefined : itemisedFinding(json))
	);
}

function headerFinding(json: unknown): Finding {
	return (
		dateFinding(json, 'date') ??
		textFinding(json, 'currency') ??
		maybeTextFinding(json, 'memo') ??
		maybeTextFinding(json, 'class') ??
		maybeTextFinding(json, 'location') ??
		amountFinding(json, 'total')
	);
}

function customerFinding(json: unknown): Finding {
	return (
		textFinding(json, 'customer', 'name') ??
		maybeTextFinding(json, 'customer', 'email') ??
		maybeTextFinding(json, 'paymentMethod') ??
		customFieldsFinding(json)
	);
}

function numberFinding(json: unknown): Finding {
	const number = at(json, 'number');
	if (typeof number !== 'string' || number.trim() === '') return "the field 'number' is missing";
	return number.length > 21 ? `the number "${number}" is longer than 21 characters` : undefined;
}

function customFieldsFinding(json: unknown): Finding {
	const fields = at(json, 'customFields');
	if (fields === undefined || fields === null) return undefined;
	const isField = (field: unknown) =>
		typeof at(field, 'name') === 'string' && typeof at(field, 'value') === 'string';
	return Array.isArray(fields) && fields.every(isField)
		? undefined
		: "the field 'customFields' is no list of fields with 'name' and 'value'";
}

function linkFinding(json: unknown, kind: DocumentKind): Finding {
	const { to, needed } = LINKS[kind];
	const link = at(json, 'appliesTo');
	if (!needed && (to.length === 0 || link === undefined || link === null)) return undefined;
	if (!to.includes(textAt(link, 'document') ?? '')) {
		return `the field 'appliesTo.document' is not ${to.map((name) => `'${name}'`).join(' or ')}`;
	}
	return keyFinding(json, 'appliesTo', 'key');
}

/** Where the money goes to or comes from, or when it is due. */
function moneyFinding(json: unknown, kind: DocumentKind): Finding {
	switch (kind) {
		case 'Sales Receipt':
		case 'Payment':
			return accountFinding(json, 'depositTo');
		case 'Refund Receipt':
		case 'Credit Refund':
			return accountFinding(json, 'refundFrom');
		case 'Invoice':
			return (
				maybeTextFinding(json, 'terms') ??
				maybeTextFinding(json, 'poNumber') ??
				maybeDateFinding(json, 'dueDate')
			);
		default:
			return undefined;
	}
}

function itemisedFinding(json: unknown): Finding {
	return taxesFinding(json, 'taxes') ?? amountFinding(json, 'taxTotal') ?? linesFinding(json);
}

function linesFinding(json: unknown): Finding {
	const lines = at(json, 'lines');
	if (!Array.isArray(lines) || lines.length === 0) return "the field 'lines' is empty";
	if (!lines.every(isRecord)) return "the field 'lines' holds something that is no line";
	for (const [index, line] of lines.entries()) {
		const finding = lineFinding(line);
		if (finding) return `line ${index + 1}: ${finding}`;
	}
	return undefined;
}

function lineFinding(line: Json): Finding {
	const item = textFinding(line, 'item', 'name') ?? maybeTextFinding(line, 'item', 'sku');
	if (item) return item;
	if (!ITEM_TYPES.includes(textAt(line, 'item', 'type') ?? '')) {
		return `the field 'item.type' is none of ${ITEM_TYPES.join(', ')}`;
	}
	const stock = textAt(line, 'item', 'type') === 'Inventory' ? stockFinding(line) : undefined;
	if (stock) return stock;
	const quantity = at(line, 'quantity');
	if (quantity !== undefined && !(typeof quantity === 'number' && quantity > 0)) {
		return "the field 'quantity' is no number above zero";
	}
	return (
		maybeTextFinding(line, 'description') ??
		maybeTextFinding(line, 'unitPrice') ??
		accountFinding(line, 'item', 'income') ??
		amountFinding(line, 'amount') ??
		taxesFinding(line, 'taxes')
	);
}

function stockFinding(line: Json): Finding {
	return (
		accountFinding(line, 'item', 'stock', 'asset') ??
		accountFinding(line, 'item', 'stock', 'cost') ??
		dateFinding(line, 'item', 'stock', 'startDate')
	);
}
