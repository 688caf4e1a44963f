import { toText } from '../../../nodes/accounting/toText';
import type { AccountingDocument } from '../../../nodes/accounting/documents';
import type { Company } from '../../../sandbox/quickbooks/company/company.mts';
import { journalOf } from './journal.mts';

/** Cents by account, debit positive. */
export type Balances = Record<string, number>;

const TAX = 'Sales tax';
const RECEIVABLE = 'Accounts Receivable';
/** Stock leaves the shelf by itself in QuickBooks; a document says nothing of its cost. */
const COST_TYPES = ['Cost of Goods Sold'];
const STOCK = 'Inventory';

/** The block 'Books' of the text an accountant approves, read as he reads it. */
export function booksOfText(document: AccountingDocument): Balances {
	const text = toText(document);
	const rows = text.slice(text.indexOf('\nBooks ')).trimEnd().split('\n').slice(2);
	const balances: Balances = {};
	for (const [index, row] of rows.entries()) {
		const isLongName = rows[index + 1]?.slice(0, 64).trim() === '';
		if (isLongName) continue;
		const own = row.slice(0, 64).trim();
		const account = accountOf(own === '' ? rows[index - 1].trim() : own);
		const debit = row.slice(64, 76).trim();
		const cents = debit === '' ? -centsOf(row.slice(76).trim()) : centsOf(debit);
		balances[account] = (balances[account] ?? 0) + cents;
	}
	return withoutZero(balances);
}

/** The same from the ledger: taxes of all agencies together, as documents name the tax and no agency. */
export function booksOfLedger(company: Company, booked: { entity: string; id: string }): Balances {
	const balances: Balances = {};
	const accounts = new Map(company.all('Account').map((row) => [row.Id, row]));
	for (const { accountId, foreignAmount } of journalOf(company, booked)) {
		const row = accounts.get(accountId);
		const type = String(row?.AccountType);
		if (COST_TYPES.includes(type) || row?.AccountSubType === STOCK) continue;
		const account = ledgerName(String(row?.Name), type, String(row?.AccountSubType));
		balances[account] = (balances[account] ?? 0) + foreignAmount;
	}
	return withoutZero(balances);
}

function accountOf(label: string): string {
	return label.startsWith('Sales tax to remit:') ? TAX : label;
}

function ledgerName(name: string, type: string, subType: string): string {
	if (type === RECEIVABLE) return RECEIVABLE;
	if (/(Sales|Global)TaxPayable/.test(subType)) return TAX;
	return `${name} (${type})`;
}

function centsOf(amount: string): number {
	const [units, fraction = ''] = amount.split('.');
	const digits = fraction.padEnd(2, '0');
	if (digits.length > 2) throw new Error(`${amount} is no amount in cents`);
	const cents = Number(`${units.replace('-', '')}${digits}`);
	return units.startsWith('-') ? -cents : cents;
}

function withoutZero(balances: Balances): Balances {
	const entries = Object.entries(balances).filter(([, cents]) => cents !== 0);
	return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
