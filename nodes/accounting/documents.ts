import type { AccountReference, CommonFields, DocumentLink } from './documentFields';
import type { LedgerDocument } from './ledgerDocuments';

export type * from './documentFields';
export type * from './entryCategories';
export type * from './ledgerDocuments';

/**
 * The accounting documents that travel as n8n items between a mapper and QuickBooks Posting.
 *
 * Everything is named, nothing is an id: accounts, items, customers and payment methods by name or
 * SKU, so that a person can read, filter and edit a document on the canvas. Amounts are decimal
 * strings with the currency's own number of minor digits ("12.30", "1230" for JPY, "1.230" for KWD).
 */

/**
 * What a line is for, in the words of an accountant. The second part occurs on documents about what
 * came back, the third on both.
 */
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
	| 'Store Credit Redeemed'
	| 'Gift Card Refunded'
	| 'Store Credit Refunded'
	| 'Return Fee'
	| 'Refund Not Itemised'
	| 'Refund Difference'
	| 'Customer Credit';

/**
 * One tax as Shopify charged it. `rate` is a fraction ("0.0725"), empty where Shopify gives none;
 * `amount` is never recomputed. Shopify's tax on a product is already the tax after discounts, so a
 * discount line names the taxes of the lines it reduces with an amount of zero: the tax code is
 * theirs, the tax is not lowered twice.
 */
export interface DocumentTax {
	title: string;
	rate: string;
	/** Where the goods went, as ISO 3166 code, for taxes of one name and rate in several countries. */
	country?: string;
	amount: string;
}

/** The product or service on a line; posting finds it by SKU, by name, or SKU then name. */
export interface ItemReference {
	sku?: string;
	name: string;
	/** Type the item gets if posting may create it. */
	type: 'Service' | 'NonInventory' | 'Inventory';
	/** On a product's line: the item is not that product, but the one kept for this purpose. */
	purpose?: 'Returned Goods';
	/** Account that sales of a created item go to. */
	income: AccountReference;
	/** Of a created Inventory item: its stock begins with nothing on that day, YYYY-MM-DD. */
	stock?: { asset: AccountReference; cost: AccountReference; startDate: string };
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

/** ISO 3166 codes of state ("NY") and country ("US"), as far as they are known. */
export interface ShipTo {
	city?: string;
	state?: string;
	zip?: string;
	country?: string;
}

/** Documents about a customer: what was sold, paid or given back. */
interface CustomerFields extends CommonFields {
	customer: { name: string; email?: string };
	customFields?: Array<{ name: string; value: string }>;
}

/**
 * Documents that say what was sold or given back. On a Refund Receipt and a Credit Memo a positive line
 * is given back; a negative one is kept, or given back by other means than money.
 */
interface ItemisedFields extends CustomerFields {
	/** Where the goods went, for companies whose sales tax goes by it; no name and no street. */
	shipTo?: ShipTo;
	/** Number shown in QuickBooks, at most 21 characters. */
	number: string;
	lines: DocumentLine[];
	/** Sum of the lines' taxes by title and rate. */
	taxes: DocumentTax[];
	taxTotal: string;
	/** Whether the shop's prices included the tax (lines are net all the same). */
	pricesIncludeTax: boolean;
	/** Sum of lines plus taxTotal: what QuickBooks must return as TotalAmt. */
	total: string;
}

export interface SalesReceiptDocument extends ItemisedFields {
	document: 'Sales Receipt';
	/** Where the money arrived. A receipt of 0.00 names an account all the same: nothing moves. */
	depositTo: AccountReference;
	/** The gateway's name for people; absent when no money was received. */
	paymentMethod?: string;
}

/** A sale that is still to be paid; its payments are documents of their own. */
export interface InvoiceDocument extends ItemisedFields {
	document: 'Invoice';
	/** Name of the payment terms, e.g. "Net 30"; `dueDate` counts. */
	terms?: string;
	/** YYYY-MM-DD. */
	dueDate?: string;
	poNumber?: string;
}

/** Money that settles an invoice, in part or in full. */
export interface PaymentDocument extends CustomerFields {
	document: 'Payment';
	appliesTo: DocumentLink<'Invoice'>;
	depositTo: AccountReference;
	paymentMethod?: string;
}

export interface RefundReceiptDocument extends ItemisedFields {
	document: 'Refund Receipt';
	/** The account the money left. A receipt of 0.00 names one all the same. */
	refundFrom: AccountReference;
	paymentMethod?: string;
	/** The sale that it takes back. */
	appliesTo?: DocumentLink<'Sales Receipt' | 'Invoice'>;
}

/** Takes back a sale without money; what is paid out for it is a Credit Refund. */
export interface CreditMemoDocument extends ItemisedFields {
	document: 'Credit Memo';
	/** The invoice that the credit lowers, where one was booked. */
	appliesTo?: DocumentLink<'Sales Receipt' | 'Invoice'>;
}

/** Money paid out for a credit memo. */
export interface CreditRefundDocument extends CustomerFields {
	document: 'Credit Refund';
	appliesTo: DocumentLink<'Credit Memo'>;
	refundFrom: AccountReference;
	paymentMethod?: string;
}

/** The documents with lines of items. */
export type ItemisedDocument =
	| SalesReceiptDocument
	| InvoiceDocument
	| RefundReceiptDocument
	| CreditMemoDocument;

/** The documents of a sale that only move money. */
export type MoneyDocument = PaymentDocument | CreditRefundDocument;

/** The documents that orders and refunds become. */
export type SalesDocument = ItemisedDocument | MoneyDocument;

export type AccountingDocument = SalesDocument | LedgerDocument;
