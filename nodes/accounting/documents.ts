/**
 * The accounting documents that travel as n8n items between a mapper and QuickBooks Posting.
 *
 * Everything is named, nothing is an id: accounts, items, customers and payment methods by name or
 * SKU, so that a person can read, filter and edit a document on the canvas. Amounts are decimal
 * strings with the currency's own number of minor digits ("12.30", "1230" for JPY, "1.230" for KWD).
 */

/** QuickBooks' exact account types that our documents use (facts: Account.AccountType). */
export type AccountType =
	| 'Bank'
	| 'Other Current Asset'
	| 'Other Current Liability'
	| 'Income'
	| 'Other Income'
	| 'Expense'
	| 'Other Expense'
	| 'Cost of Goods Sold';

/** An account by name; the type is what QuickBooks must have, and what it gets if it is created. */
export interface AccountReference {
	account: string;
	type: AccountType;
}

/** What a line is for, in the words of an accountant. */
export type LineCategory =
	| 'Product'
	| 'Discount'
	| 'Shipping'
	| 'Tip'
	| 'Gift Card Sold'
	| 'Duty'
	| 'Additional Fee'
	| 'Marketplace Tax'
	| 'Cash Rounding'
	| 'Currency Difference'
	| 'Gift Card Redeemed'
	| 'Store Credit Redeemed';

/**
 * One tax as Shopify charged it. `rate` is a fraction ("0.0725"), empty where Shopify gives none;
 * `amount` is never recomputed. Shopify's tax on a product is already the tax after discounts, so a
 * discount line names the taxes of the lines it reduces with an amount of zero: the tax code is
 * theirs, the tax is not lowered twice.
 */
export interface DocumentTax {
	title: string;
	rate: string;
	amount: string;
}

/** The product or service on a line; posting finds it by SKU, by name, or SKU then name. */
export interface ItemReference {
	sku?: string;
	name: string;
	/** Type the item gets if posting may create it. */
	type: 'Service' | 'NonInventory';
	/** Account that sales of a created item go to. */
	income: AccountReference;
}

export interface DocumentLine {
	category: LineCategory;
	item: ItemReference;
	description: string;
	/** Present on product lines only. */
	quantity?: number;
	/** Price of one, net of tax; absent where quantity times price would not be exactly `amount`. */
	unitPrice?: string;
	/** Net of tax, signed: discounts and redeemed gift cards are negative. */
	amount: string;
	/** The taxes that belong to this line (empty: not taxed). Those a marketplace remits are left out. */
	taxes: DocumentTax[];
}

/** Where a document comes from; `key` is written into the books, so that they remember. */
export interface DocumentSource {
	type: 'Order';
	/** Shopify's global id, e.g. gid://shopify/Order/5550001. */
	id: string;
	/** Name a person knows, e.g. "#1001". */
	name: string;
	shop: string;
	/** The total Shopify shows for the source, in the document's currency. */
	total: string;
}

export interface SalesReceiptDocument {
	document: 'Sales Receipt';
	/** Unique for ever: "demo-store.myshopify.com/Order/5550001". */
	key: string;
	/** Number shown in QuickBooks, at most 21 characters. */
	number: string;
	/** The shop's local date of processing, YYYY-MM-DD. */
	date: string;
	/** ISO 4217 code of every amount. */
	currency: string;
	customer: { name: string; email?: string };
	/** Where the money arrived. A receipt of 0.00 names an account all the same: nothing moves. */
	depositTo: AccountReference;
	/** The gateway's name for people; absent when no money was received. */
	paymentMethod?: string;
	lines: DocumentLine[];
	/** Sum of the lines' taxes by title and rate. */
	taxes: DocumentTax[];
	taxTotal: string;
	/** Whether the shop's prices included the tax (lines are net all the same). */
	pricesIncludeTax: boolean;
	/** Sum of lines plus taxTotal: what QuickBooks must return as TotalAmt. */
	total: string;
	memo: string;
	source: DocumentSource;
}

export type AccountingDocument = SalesReceiptDocument;
