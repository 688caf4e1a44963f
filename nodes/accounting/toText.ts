import type {
	AccountReference,
	DocumentLine,
	DocumentTax,
	SalesReceiptDocument,
} from './documents';
import { Money } from './money';

/**
 * A document as an accountant reads it: its lines, its taxes, and what it does to the accounts. Used
 * for golden files, previews and reports; the same document always gives the same text.
 */
export function toText(document: SalesReceiptDocument): string {
	const { currency } = document;
	const prices = document.pricesIncludeTax ? 'prices included tax' : 'prices without tax';
	return [
		`${document.document} ${document.number}   ${document.date}   ${currency}, ${prices}`,
		field('Customer', [document.customer.name, document.customer.email].filter(Boolean).join(', ')),
		field('Deposit to', accountText(document.depositTo)),
		field('Paid by', document.paymentMethod ?? 'no money received'),
		field('Memo', document.memo),
		field('Key', document.key),
		'',
		'Lines',
		...document.lines.flatMap(lineText),
		...document.taxes.map((tax) => row(taxText(tax), tax.amount)),
		row('Total', document.total),
		row('Shopify total', document.source.total),
		'',
		'Books                                                                 Debit        Credit',
		...entries(document).map(entryText),
		'',
	].join('\n');
}

const AMOUNT_COLUMN = 76;

function field(label: string, value: string): string {
	return `${label.padEnd(12)}${value}`;
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

function taxText({ title, rate }: DocumentTax): string {
	return `Tax ${title}${rate === '' ? '' : ` (${rate})`}`;
}

function accountText({ account, type }: AccountReference): string {
	return `${account} (${type})`;
}

interface Entry {
	account: string;
	/** Positive is a debit. */
	amount: Money;
}

/** The double entry behind the receipt, one row per account; QuickBooks posts the same. */
function entries({ currency, total, depositTo, lines, taxes }: SalesReceiptDocument): Entry[] {
	const money = (text: string) => Money.parse(text, currency);
	const rows: Entry[] = [
		{ account: accountText(depositTo), amount: money(total) },
		...lines.map((line) => ({
			account: accountText(line.item.income),
			amount: money(line.amount).negate(),
		})),
		...taxes.map((tax) => ({
			account: `Sales tax to remit: ${tax.title}`,
			amount: money(tax.amount).negate(),
		})),
	];
	const byAccount = new Map<string, Money>();
	for (const { account, amount } of rows) {
		byAccount.set(account, (byAccount.get(account) ?? Money.zero(currency)).add(amount));
	}
	return [...byAccount]
		.map(([account, amount]) => ({ account, amount }))
		.filter(({ amount }) => !amount.isZero());
}

function entryText({ account, amount }: Entry): string {
	const debit = amount.isNegative() ? '' : amount.toDecimalString();
	const credit = amount.isNegative() ? amount.negate().toDecimalString() : '';
	return `${labelText(account)}${debit.padStart(12)}  ${credit.padStart(12)}`.trimEnd();
}
