import type { EntryCategory } from './entryCategories';

/** What documents are made of: accounts by name, sources, links, and the fields all documents have. */

/** QuickBooks' exact account types that our documents use (facts: Account.AccountType). */
export type AccountType =
	| 'Bank'
	| 'Accounts Receivable'
	| 'Other Current Asset'
	| 'Accounts Payable'
	| 'Credit Card'
	| 'Other Current Liability'
	| 'Long Term Liability'
	| 'Equity'
	| 'Income'
	| 'Other Income'
	| 'Expense'
	| 'Other Expense'
	| 'Cost of Goods Sold';

/** An account by name; the type is what QuickBooks must have, and what it gets if it is created. */
export interface AccountReference {
	account: string;
	type: AccountType;
	/** QuickBooks' detail type, where it must have one: 'Inventory' of the account that holds stock. */
	detail?: string;
}

/** Where a document comes from; `key` is written into the books, so that they remember. */
export interface DocumentSource {
	type:
		| 'Order'
		| 'Order Edit'
		| 'Refund'
		| 'Transaction'
		| 'Day'
		| 'Payout'
		| 'Balance Transaction'
		| 'Dispute'
		/** The fees of a payout, a day, a month or one balance transaction. */
		| 'Fees'
		/** A row of the export of a Shopify Balance account. */
		| 'Balance Export'
		/** The cost of the goods of a day, a payout, or one order that was imported later. */
		| 'Costs';
	/** Shopify's global id, e.g. gid://shopify/Order/5550001; of a day its date, of a month "2026-10". */
	id: string;
	/** Name a person knows, e.g. "#1001". */
	name: string;
	shop: string;
	/** The amount Shopify shows for the source, in the document's currency, without sign. */
	total: string;
	/** The orders behind a document that covers many. */
	orders?: Array<{ id: string; name: string }>;
}

/** Another document that this one settles, takes back or banks, by its key. */
export interface DocumentLink<Kind extends string> {
	document: Kind;
	key: string;
}

/** What every document has. */
export interface CommonFields {
	/** Unique for ever: "demo-store.myshopify.com/Order/5550001". */
	key: string;
	/** The shop's local date of the event, YYYY-MM-DD; of a payout the date of the payout. */
	date: string;
	/** ISO 4217 code of every amount. */
	currency: string;
	/** Not negative. */
	total: string;
	memo: string;
	source: DocumentSource;
	/** QuickBooks class and location, by name. */
	class?: string;
	location?: string;
}

/** Whom money came from or went to, by name; QuickBooks wants one on receivables and payables. */
export type PartyReference = { vendor: string } | { customer: string };

/** An amount on an account, as the documents of the ledger have them. */
export interface AccountLine {
	category: EntryCategory;
	account: AccountReference;
	description: string;
	amount: string;
}
