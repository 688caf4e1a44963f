import type {
	DepositLine,
	ExpenseLine,
	JournalEntryDocument,
	JournalLine,
	LedgerDocument,
	PartyReference,
} from '../documents';
import { taxOf } from '../ledgerTotals';
import { Money } from '../money';
import { accountText, described, type Entry, field, optionalField, row } from './columns';

export function ledgerTitle(document: LedgerDocument): string {
	const number = 'number' in document && document.number ? ` ${document.number}` : '';
	return `${document.document}${number}   ${document.date}   ${document.currency}`;
}

/** Which accounts and whose. */
export function ledgerHeader(document: LedgerDocument): string[] {
	switch (document.document) {
		case 'Deposit':
			return [field('Deposit to', accountText(document.depositTo))];
		case 'Transfer':
			return [field('From', accountText(document.from)), field('To', accountText(document.to))];
		case 'Bill':
			return [field('Vendor', document.vendor), ...optionalField('Due', document.dueDate)];
		case 'Bill Payment':
			return [
				field('Vendor', document.vendor),
				field('Applies to', `Bill ${document.appliesTo.key}`),
				field('Paid from', accountText(document.payFrom)),
			];
		case 'Expense':
			return [field('Vendor', document.vendor), field('Paid from', accountText(document.payFrom))];
		case 'Journal Entry':
			return [];
	}
}

export function ledgerLines(document: LedgerDocument): string[] {
	const total = row('Total', document.total);
	switch (document.document) {
		case 'Deposit':
			return ['Lines', ...document.lines.flatMap(depositLine), total];
		case 'Bill':
		case 'Expense': {
			const tax = document.taxTotal === undefined ? [] : [row('Tax', document.taxTotal)];
			return ['Lines', ...document.lines.flatMap(expenseLine), ...tax, total];
		}
		case 'Journal Entry':
			return ['Lines', ...document.lines.flatMap(journalLine), ...goodsLines(document), total];
		default:
			return [total];
	}
}

function depositLine(line: DepositLine): string[] {
	const text = row(described(line.category, line.description), line.amount);
	if ('links' in line) return [text, `    banks ${line.links.document} ${line.links.key}`];
	return [text, `    ${accountText(line.account)}${partyText(', from', line.receivedFrom)}`];
}

function expenseLine({ category, description, amount, account, taxCode }: ExpenseLine): string[] {
	const code = taxCode === undefined ? '' : `, tax code ${taxCode}`;
	return [row(described(category, description), amount), `    ${accountText(account)}${code}`];
}

function journalLine(line: JournalLine): string[] {
	const { category, description, amount, account, posting, name } = line;
	return [
		row(described(category, description), amount),
		`    ${posting} ${accountText(account)}${partyText(',', name)}`,
	];
}

function goodsLines({ goods = [] }: JournalEntryDocument): string[] {
	const lines = goods.map(({ sku, name, pieces, unitCost, cost }) => {
		const product = sku === null ? name : `${name} (${sku})`;
		return row(`${pieces} x ${product} at ${unitCost}`, cost);
	});
	return lines.length === 0 ? [] : ['Goods', ...lines];
}

function partyText(before: string, party: PartyReference | undefined): string {
	if (party === undefined) return '';
	return 'vendor' in party
		? `${before} vendor ${party.vendor}`
		: `${before} customer ${party.customer}`;
}

const PAYABLE = 'Accounts Payable';
const UNDEPOSITED = 'Undeposited Funds';

export function ledgerEntries(document: LedgerDocument): Entry[] {
	const { currency } = document;
	const money = (text: string) => Money.parse(text, currency);
	const total = money(document.total);
	switch (document.document) {
		case 'Deposit':
			return [
				{ account: accountText(document.depositTo), amount: total },
				...document.lines.map((line) => ({
					account: 'links' in line ? UNDEPOSITED : accountText(line.account),
					amount: money(line.amount).negate(),
				})),
			];
		case 'Transfer':
			return [
				{ account: accountText(document.to), amount: total },
				{ account: accountText(document.from), amount: total.negate() },
			];
		case 'Bill Payment':
			return [
				{ account: PAYABLE, amount: total },
				{ account: accountText(document.payFrom), amount: total.negate() },
			];
		case 'Bill':
		case 'Expense':
			return [
				...document.lines.map(({ account, amount }) => ({
					account: accountText(account),
					amount: money(amount),
				})),
				{ account: 'Tax on purchases', amount: taxOf(document) },
				{
					account: document.document === 'Bill' ? PAYABLE : accountText(document.payFrom),
					amount: total.negate(),
				},
			];
		case 'Journal Entry':
			return document.lines.map(({ account, amount, posting }) => ({
				account: accountText(account),
				amount: posting === 'Debit' ? money(amount) : money(amount).negate(),
			}));
	}
}
