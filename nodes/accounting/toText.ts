import { isItemised } from './documentTotals';
import type {
	AccountingDocument,
	AccountReference,
	DocumentLine,
	DocumentTax,
	ItemisedDocument,
} from './documents';
import { Money } from './money';

/**
 * A document as an accountant reads it: its lines, its taxes, and what it does to the accounts. Used
 * for golden files, previews and reports; the same document always gives the same text.
 */
export function toText(document: AccountingDocument): string {
	return [
		titleText(document),
		field('Customer', [document.customer.name, document.customer.email].filter(Boolean).join(', ')),
		...settlementText(document),
		...dimensionsText(document),
		field('Memo', document.memo),
		field('Key', document.key),
		'',
		...(isItemised(document) ? linesText(document) : [row('Total', document.total)]),
		row('Shopify total', document.source.total),
		...(document.source.orders ?? []).map(({ name }) => `  Order ${name}`),
		'',
		'Books                                                                 Debit        Credit',
		...entries(document).map(entryText),
		'',
	].join('\n');
}

function titleText(document: AccountingDocument): string {
	const { currency, date } = document;
	if (!isItemised(document)) return `${document.document}   ${date}   ${currency}`;
	const prices = document.pricesIncludeTax ? 'prices included tax' : 'prices without tax';
	return `${document.document} ${document.number}   ${date}   ${currency}, ${prices}`;
}

/** Where the money went, or when it is due. */
function settlementText(document: AccountingDocument): string[] {
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

function dimensionsText(document: AccountingDocument): string[] {
	const { city, state, zip, country } = ('shipTo' in document && document.shipTo) || {};
	const shipTo = [city, state, zip, country].filter(Boolean).join(', ');
	return [
		...optionalField('Shipped to', shipTo === '' ? undefined : shipTo),
		...optionalField('Class', document.class),
		...optionalField('Location', document.location),
		...(document.customFields ?? []).map(({ name, value }) => field('Field', `${name}: ${value}`)),
	];
}

function linesText(document: ItemisedDocument): string[] {
	return [
		'Lines',
		...document.lines.flatMap(lineText),
		...document.taxes.map((tax) => row(taxText(tax), tax.amount)),
		row('Total', document.total),
	];
}

const AMOUNT_COLUMN = 76;

function field(label: string, value: string): string {
	return `${label.padEnd(12)}${value}`;
}

function optionalField(label: string, value: string | undefined): string[] {
	return value === undefined ? [] : [field(label, value)];
}

function row(label: string, amount: string): string {
	return `${labelText(label)}${amount.padStart(12)}`;
}

/** Names come from the shop and may be long; the amounts stay in their column all the same. */
function labelText(label: string): string {
	const width = AMOUNT_COLUMN - 14;
	const overflow = label.length > width ? `  ${label}\n` : '';
	return `${overflow}  ${(overflow === '' ? label : '').padEnd(width)}`;
}

function lineText(line: DocumentLine): string[] {
	const isNamed = line.description.startsWith(line.category);
	const label = isNamed ? line.description : `${line.category}: ${line.description}`;
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

function accountText({ account, type }: AccountReference): string {
	return `${account} (${type})`;
}

interface Entry {
	account: string;
	/** Positive is a debit. */
	amount: Money;
}

/** The double entry behind the document, one row per account; QuickBooks posts the same. */
function entries(document: AccountingDocument): Entry[] {
	const { currency } = document;
	const rows = [...moneyRows(document), ...(isItemised(document) ? itemRows(document) : [])];
	const byAccount = new Map<string, Money>();
	for (const { account, amount } of rows) {
		byAccount.set(account, (byAccount.get(account) ?? Money.zero(currency)).add(amount));
	}
	return [...byAccount]
		.map(([account, amount]) => ({ account, amount }))
		.filter(({ amount }) => !amount.isZero());
}

const RECEIVABLE = 'Accounts Receivable';

/** Money, or the claim to it: the side of the document that its lines and taxes balance. */
function moneyRows(document: AccountingDocument): Entry[] {
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
function itemRows({ document, currency, lines, taxes }: ItemisedDocument): Entry[] {
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

function entryText({ account, amount }: Entry): string {
	const debit = amount.isNegative() ? '' : amount.toDecimalString();
	const credit = amount.isNegative() ? amount.negate().toDecimalString() : '';
	return `${labelText(account)}${debit.padStart(12)}  ${credit.padStart(12)}`.trimEnd();
}
