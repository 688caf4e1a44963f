import type { Money } from '../money';

/** The shop that a fact of the ledger belongs to. */
export interface LedgerShopFacts {
	domain: string;
	timeZone: string;
	/** The shop's own currency; the ledger's may be another. */
	currency: string;
}

/** One movement of a Shopify Payments balance; net = amount - fee is checked later, not here. */
export interface LedgerRowFacts {
	id: string;
	/** Last part of the id. */
	legacyId: string;
	/** Shopify's ShopifyPaymentsTransactionType; may be one that is not known yet. */
	type: string;
	test: boolean;
	/** When it was processed, ISO 8601. */
	at: string;
	/** Signed: what comes in to the balance is positive. */
	amount: Money;
	/** Positive is a cost. */
	fee: Money;
	net: Money;
	/** Settlement currency of all three. */
	currency: string;
	order: { id: string; name: string } | null;
	payoutId: string | null;
	/** Status of its payout, PENDING before there is one. */
	payoutStatus: string | null;
	/** Of adjustments only; free text of Shopify's. */
	reason: string | null;
	/** The thing it is about, by Shopify's number; of a payout that came back that payout. */
	sourceId: string | null;
	/** The order's transaction behind it, by Shopify's number. */
	orderTransactionId: string | null;
	/** The order's refund behind it, where the item says so. */
	refundId: string | null;
	/** What the fee consists of, where the item carries the transaction's own fees. */
	feeParts: FeePartFacts[];
}

export interface FeePartFacts {
	/** "processing_fee", "currency_conversion_fee". */
	type: string;
	amount: Money;
	/** Zero where Shopify gives none. */
	tax: Money;
}

export interface PayoutFacts {
	id: string;
	legacyId: string;
	issuedAt: string;
	/** SCHEDULED, IN_TRANSIT, PAID, FAILED or CANCELED. */
	status: string;
	/** Negative when money is taken from the bank. */
	net: Money;
	currency: string;
	/** The bank's own reference, where there is one. */
	traceId: string | null;
	businessEntity: { id: string; name: string | null } | null;
	bank: { name: string | null; lastDigits: string | null } | null;
	shop: LedgerShopFacts;
	/** As listed, with test rows and the payout's own TRANSFER row where Shopify lists them. */
	rows: LedgerRowFacts[];
}

/** A row that came by itself, not with its payout. */
export interface LedgerRowItem {
	shop: LedgerShopFacts;
	row: LedgerRowFacts;
}
