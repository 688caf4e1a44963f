import type {
	AccountingDocument,
	DocumentTax,
	ItemisedDocument,
	LedgerDocument,
	MoneyDocument,
} from './documents';
import { ledgerFinding, ledgerNet } from './ledgerTotals';
import { Money } from './money';
import type { Outcome } from './problems';

/** The figures of a document that has been checked. */
export interface DocumentTotals {
	/** Sum of the lines, net of tax. */
	net: Money;
	tax: Money;
	total: Money;
}

/**
 * Proves that a document is consistent, because a person may have edited it on the canvas: every
 * amount is money of the document's currency, the lines' taxes are the document's taxes, and lines and
 * taxes come to the total, which is not negative. A document that only moves money moves some.
 */
export function documentTotals(document: AccountingDocument): Outcome<DocumentTotals> {
	if (isItemised(document)) return itemisedTotals(document);
	return isLedger(document) ? ledgerTotals(document) : moneyTotals(document);
}

const ITEMISED: readonly string[] = ['Sales Receipt', 'Invoice', 'Refund Receipt', 'Credit Memo'];
const MONEY: readonly string[] = ['Payment', 'Credit Refund'];

/** True for the documents with lines of items. */
export function isItemised(document: AccountingDocument): document is ItemisedDocument {
	return ITEMISED.includes(document.document);
}

/** True for the documents of payouts, fees and the rest of Shopify's balance. */
export function isLedger(document: AccountingDocument): document is LedgerDocument {
	return !isItemised(document) && !MONEY.includes(document.document);
}

function ledgerTotals(document: LedgerDocument): Outcome<DocumentTotals> {
	const finding = ledgerFinding(document);
	if (finding !== undefined) return inconsistent(document, finding);
	const total = Money.parse(document.total, document.currency);
	const net = ledgerNet(document);
	return { ok: true, value: { net, tax: total.subtract(net), total } };
}

function moneyTotals(document: MoneyDocument): Outcome<DocumentTotals> {
	const parsed = Money.tryParse(document.total, document.currency);
	if (!parsed.ok) return inconsistent(document, parsed.reason);
	const { value: total } = parsed;
	if (total.isZero() || total.isNegative()) {
		return inconsistent(document, `its total is ${total}, and no money moves by it`);
	}
	return { ok: true, value: { net: total, tax: Money.zero(document.currency), total } };
}

function itemisedTotals(document: ItemisedDocument): Outcome<DocumentTotals> {
	const unreadable = amountsOf(document)
		.map((text) => Money.tryParse(text, document.currency))
		.find((parsed) => !parsed.ok);
	if (unreadable !== undefined && !unreadable.ok) return inconsistent(document, unreadable.reason);
	const sum = (texts: readonly string[]) =>
		Money.sum(
			document.currency,
			texts.map((text) => Money.parse(text, document.currency)),
		);
	const net = sum(document.lines.map((line) => line.amount));
	const tax = sum([document.taxTotal]);
	const total = sum([document.total]);
	const finding =
		(document.lines.length === 0 ? 'it has no lines' : undefined) ??
		wrongUnitPrice(document) ??
		differentTaxes(document, sum) ??
		differs('its taxes', sum(document.taxes.map(({ amount }) => amount)), "'taxTotal'", tax) ??
		differs('its lines and taxes', net.add(tax), "'total'", total) ??
		(total.isNegative() ? `its total is negative (${total})` : undefined);
	return finding === undefined
		? { ok: true, value: { net, tax, total } }
		: inconsistent(document, finding);
}

function amountsOf({ lines, taxes, taxTotal, total }: ItemisedDocument): string[] {
	const lineAmounts = lines.flatMap((line) => [
		line.amount,
		...(line.unitPrice === undefined ? [] : [line.unitPrice]),
		...line.taxes.map((tax) => tax.amount),
	]);
	return [...lineAmounts, ...taxes.map((tax) => tax.amount), taxTotal, total];
}

/** QuickBooks refuses a line whose quantity times price is not its amount. */
function wrongUnitPrice({ lines, currency }: ItemisedDocument): string | undefined {
	return lines
		.map(({ quantity, unitPrice, amount, description }) =>
			!Number.isSafeInteger(quantity) || quantity === undefined || unitPrice === undefined
				? undefined
				: differs(
						`quantity and price of '${description}'`,
						Money.parse(unitPrice, currency).times(quantity),
						"'amount'",
						Money.parse(amount, currency),
					),
		)
		.find((finding) => finding !== undefined);
}

/** Undefined when each tax of the document is the sum of that tax on its lines. */
function differentTaxes(
	{ lines, taxes }: ItemisedDocument,
	sum: (texts: readonly string[]) => Money,
): string | undefined {
	const onLines = lines.flatMap((line) => line.taxes);
	const isSame = (a: DocumentTax) => (b: DocumentTax) =>
		a.title === b.title && a.rate === b.rate && a.country === b.country;
	return [...taxes, ...onLines]
		.map((tax) =>
			differs(
				`the tax '${tax.title}' on its lines`,
				sum(onLines.filter(isSame(tax)).map(({ amount }) => amount)),
				"'taxes'",
				sum(taxes.filter(isSame(tax)).map(({ amount }) => amount)),
			),
		)
		.find((finding) => finding !== undefined);
}

function differs(what: string, found: Money, field: string, stated: Money): string | undefined {
	return found.equals(stated) ? undefined : `${what} come to ${found}, but ${field} says ${stated}`;
}

/** "Sales Receipt 1001", as messages name a document. */
function documentLabel(document: AccountingDocument): string {
	return `${document.document} ${isItemised(document) ? document.number : document.key}`;
}

function inconsistent(document: AccountingDocument, finding: string): Outcome<DocumentTotals> {
	return {
		ok: false,
		problem: {
			code: 'inconsistent-document',
			what: `The document is not consistent: ${finding}`,
			where: documentLabel(document),
			fix: 'If a step between mapper and posting changes the document, let it change lines, taxes and total together; otherwise map its source again.',
		},
	};
}
