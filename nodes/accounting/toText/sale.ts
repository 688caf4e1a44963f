import { isItemised } from '../documentTotals';
import type { DocumentLine, DocumentTax, ItemisedDocument, SalesDocument } from '../documents';
import { Money } from '../money';
import { accountText, described, type Entry, field, optionalField, row } from './columns';

export function saleTitle(document: SalesDocument): string {
	const { currency, date } = document;
	if (!isItemised(document)) return `${document.document}   ${date}   ${currency}`;
	const prices = document.pricesIncludeTax ? 'prices included tax' : 'prices without tax';
	return `${document.document} ${document.number}   ${date}   ${currency}, ${prices}`;
}

/** Who, and where the money went or when it is due. */
export function saleHeader(document: SalesDocument): string[] {
	const { name, email } = document.customer;
	return [
		field('Customer', [name, email].filter(Boolean).join(', ')),
		...settlement(document),
		...shippedTo(document),
	];
}

function shippedTo(document: SalesDocument): string[] {
	const { city, state, zip, country } = ('shipTo' in document && document.shipTo) || {};
	const place = [city, state, zip, country].filter(Boolean).join(', ');
	return optionalField('Shipped to', place === '' ? undefined : place);
}

function settlement(document: SalesDocument): string[] {
	const appliesTo =
		'appliesTo' in document && document.appliesTo !== undefined
			? [field('Applies to', `${document.appliesTo.document} ${document.appliesTo.key}`)]
			: [];
	switch (document.document) {
		case 'Sales Receipt':
		case 'Payment':
			return [
				...appliesTo,
				field('Deposit to', accountText(document.depositTo)),
				field('Paid by', document.paymentMethod ?? 'no money received'),
			];
		case 'Refund Receipt':
		case 'Credit Refund':
			return [
				...appliesTo,
				field('Paid from', accountText(document.refundFrom)),
				field('Paid by', document.paymentMethod ?? 'no money given back'),
			];
		case 'Invoice':
			return [
				...optionalField('Terms', document.terms),
				...optionalField('Due', document.dueDate),
				...optionalField('PO number', document.poNumber),
			];
		default:
			return appliesTo;
	}
}

export function customFields({ customFields: fields = [] }: SalesDocument): string[] {
	return fields.map(({ name, value }) => field('Field', `${name}: ${value}`));
}

export function saleLines(document: SalesDocument): string[] {
	if (!isItemised(document)) return [row('Total', document.total)];
	return [
		'Lines',
		...document.lines.flatMap(lineText),
		...document.taxes.map((tax) => row(taxText(tax), tax.amount)),
		row('Total', document.total),
	];
}

function lineText(line: DocumentLine): string[] {
	const label = described(line.category, line.description);
	const count = line.quantity === undefined ? '' : ` ${line.quantity} x ${line.unitPrice ?? '...'}`;
	const sku = line.item.sku === undefined ? '' : ` [${line.item.sku}]`;
	const taxes = line.taxes.map((tax) => `${taxText(tax)}: ${tax.amount}`);
	return [
		row(`${label}${sku}${count}`, line.amount),
		`    item '${line.item.name}', ${accountText(line.item.income)}`,
		...(taxes.length === 0 ? [] : [`    ${taxes.join('; ')}`]),
	];
}

function taxText({ title, rate, country }: DocumentTax): string {
	const of = [rate, country ?? ''].filter((part) => part !== '').join(', ');
	return `Tax ${title}${of === '' ? '' : ` (${of})`}`;
}

const RECEIVABLE = 'Accounts Receivable';

export function saleEntries(document: SalesDocument): Entry[] {
	return [...moneyEntries(document), ...(isItemised(document) ? itemEntries(document) : [])];
}

/** Money, or the claim to it: the side of the document that its lines and taxes balance. */
function moneyEntries(document: SalesDocument): Entry[] {
	const total = Money.parse(document.total, document.currency);
	const debit = (account: string) => ({ account, amount: total });
	const credit = (account: string) => ({ account, amount: total.negate() });
	switch (document.document) {
		case 'Sales Receipt':
			return [debit(accountText(document.depositTo))];
		case 'Invoice':
			return [debit(RECEIVABLE)];
		case 'Payment':
			return [debit(accountText(document.depositTo)), credit(RECEIVABLE)];
		case 'Refund Receipt':
			return [credit(accountText(document.refundFrom))];
		case 'Credit Memo':
			return [credit(RECEIVABLE)];
		case 'Credit Refund':
			return [debit(RECEIVABLE), credit(accountText(document.refundFrom))];
	}
}

/** Lines and taxes: credits of a sale, debits of what takes it back. */
function itemEntries({ document, currency, lines, taxes }: ItemisedDocument): Entry[] {
	const takesBack = document === 'Refund Receipt' || document === 'Credit Memo';
	const signed = (text: string) => {
		const amount = Money.parse(text, currency);
		return takesBack ? amount : amount.negate();
	};
	return [
		...lines.map((line) => ({
			account: accountText(line.item.income),
			amount: signed(line.amount),
		})),
		...taxes.map((tax) => ({
			account: `Sales tax to remit: ${tax.title}`,
			amount: signed(tax.amount),
		})),
	];
}
