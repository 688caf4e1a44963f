import type {
	AccountLine,
	AccountReference,
	CommonFields,
	DocumentLink,
	PartyReference,
} from './documentFields';
import type { EntryCategory } from './entryCategories';

/** The documents of the ledger: payouts, fees, and everything else that moves Shopify's balance. */

/** Money that arrives in one sum, e.g. a payout. `total` is the sum of its lines; it may be 0.00. */
export interface DepositDocument extends CommonFields {
	document: 'Deposit';
	/** Bank account that the money arrives on. */
	depositTo: AccountReference;
	lines: DepositLine[];
}

export type DepositLine = DepositAccountLine | DepositReceiptLine;

/** What the money came out of, signed: a fee that was kept back is negative. */
export interface DepositAccountLine extends AccountLine {
	receivedFrom?: PartyReference;
}

/**
 * A document that waits in Undeposited Funds, banked by this deposit; one line each. `amount` is
 * signed: positive for receipts and payments, negative for refund receipts.
 */
export interface DepositReceiptLine {
	category: 'Receipt';
	links: DocumentLink<'Sales Receipt' | 'Refund Receipt' | 'Payment'>;
	description: string;
	amount: string;
}

/** Money moved between two of the company's own accounts (assets); `total` is above zero. */
export interface TransferDocument extends CommonFields {
	document: 'Transfer';
	from: AccountReference;
	to: AccountReference;
}

/** An amount spent, net of tax; negative for what the vendor gives back. */
export interface ExpenseLine extends AccountLine {
	/** Name of a QuickBooks tax code, for companies outside of the US that reclaim tax. */
	taxCode?: string;
}

/**
 * What the documents about a vendor's charges share: `total` is the sum of the lines plus `taxTotal`.
 * A sum below zero is neither bill nor expense: what the vendor gives back is a deposit.
 */
interface SpendingFields extends CommonFields {
	/** Name of the vendor, who is created where he is missing and may be. */
	vendor: string;
	/** Number shown in QuickBooks, at most 21 characters. */
	number?: string;
	lines: ExpenseLine[];
	/** Tax on the lines that have a tax code; absent is none. */
	taxTotal?: string;
}

/** What is owed to a vendor. */
export interface BillDocument extends SpendingFields {
	document: 'Bill';
	/** YYYY-MM-DD. */
	dueDate?: string;
}

/** Pays a bill out of an account; `total` is above zero. */
export interface BillPaymentDocument extends CommonFields {
	document: 'Bill Payment';
	/** Must be the bill's. */
	vendor: string;
	appliesTo: DocumentLink<'Bill'>;
	payFrom: AccountReference;
}

/** Something paid at once. QuickBooks calls it an expense, and its interface a purchase. */
export interface ExpenseDocument extends SpendingFields {
	document: 'Expense';
	payFrom: AccountReference;
}

/** Debits and credits; `total` is the sum of the debits, and that of the credits. */
export interface JournalEntryDocument extends CommonFields {
	document: 'Journal Entry';
	/** Number shown in QuickBooks, at most 21 characters. */
	number?: string;
	lines: JournalLine[];
	/** The goods behind a cost entry: their costs without sign come to `total`. */
	goods?: CostedGoods[];
}

/** Pieces of one product that were sold, or (below zero) came back on the shelf. */
export interface CostedGoods {
	sku: string | null;
	name: string;
	pieces: number;
	/** As Shopify had it when the entry was made; it may have digits below the currency's minor unit. */
	unitCost: string;
	/** Pieces times unit cost, with their sign. */
	cost: string;
}

export interface JournalLine {
	category: EntryCategory;
	account: AccountReference;
	posting: 'Debit' | 'Credit';
	/** Above zero. */
	amount: string;
	description: string;
	/** Needed on a receivable (a customer) and on a payable (a vendor). */
	name?: PartyReference;
}

export type LedgerDocument =
	| DepositDocument
	| TransferDocument
	| BillDocument
	| BillPaymentDocument
	| ExpenseDocument
	| JournalEntryDocument;
