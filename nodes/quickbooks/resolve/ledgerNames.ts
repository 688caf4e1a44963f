import { isLedger } from '../../accounting/documentTotals';
import type {
	AccountingDocument,
	AccountReference,
	AccountType,
	LedgerDocument,
	PartyReference,
} from '../../accounting/documents';

/** What the documents of the ledger name in the company's lists. */

/** The accounts whose money moves, and those of the lines. */
export function ledgerAccounts(document: LedgerDocument): AccountReference[] {
	switch (document.document) {
		case 'Transfer':
			return [document.from, document.to];
		case 'Bill Payment':
			return [document.payFrom];
		case 'Expense':
			return [document.payFrom, ...document.lines.map(({ account }) => account)];
		case 'Deposit':
			return [
				document.depositTo,
				...document.lines.flatMap((line) => ('links' in line ? [] : [line.account])),
			];
		default:
			return document.lines.map(({ account }) => account);
	}
}

/** QuickBooks keeps these in a currency; the accounts of income and expense have none. */
const KEPT_IN_CURRENCY: readonly AccountType[] = [
	'Bank',
	'Credit Card',
	'Accounts Receivable',
	'Accounts Payable',
];

/** The currency that an account must fit, if any. */
export function currencyOn(reference: AccountReference, currency: string): string | undefined {
	return KEPT_IN_CURRENCY.includes(reference.type) ? currency : undefined;
}

export function ledgerParties(document: LedgerDocument): PartyReference[] {
	switch (document.document) {
		case 'Bill':
		case 'Bill Payment':
		case 'Expense':
			return [{ vendor: document.vendor }];
		case 'Deposit':
			return document.lines.flatMap((line) =>
				'links' in line || !line.receivedFrom ? [] : [line.receivedFrom],
			);
		case 'Journal Entry':
			return document.lines.flatMap(({ name }) => name ?? []);
		default:
			return [];
	}
}

/** Whether a deposit of it banks documents that wait in Undeposited Funds. */
export function banksReceipts(document: AccountingDocument): boolean {
	return document.document === 'Deposit' && document.lines.some((line) => 'links' in line);
}

/** Names of tax codes on lines, of documents that may have them. */
export function purchaseCodes(document: AccountingDocument): string[] {
	if (!isLedger(document)) return [];
	if (document.document !== 'Bill' && document.document !== 'Expense') return [];
	return document.lines.flatMap(({ taxCode }) => taxCode || []);
}

/** A transfer has no class in Intuit's reference, nor has what only settles another document. */
export function classOf(document: LedgerDocument): string | undefined {
	return 'lines' in document ? document.class : undefined;
}

export function locationOfLedger(document: LedgerDocument): string | undefined {
	return document.document === 'Transfer' ? undefined : document.location;
}
