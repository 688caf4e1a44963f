import type { GraphqlObject, Shop } from '../types';

export interface Amount {
	/** Decimal text with as few digits as it needs, e.g. "20.0". */
	amount: string;
	currencyCode: string;
}

/** A row of the Shopify Payments ledger as Shopify's GraphQL gives it; net = amount - fee. */
export interface BalanceTransaction extends GraphqlObject {
	id: string;
	type: string;
	sourceType: string | null;
	/** Legacy id of the order's transaction that moved the money. */
	sourceOrderTransactionId: string | null;
	transactionDate: string;
	test: boolean;
	amount: Amount;
	fee: Amount;
	net: Amount;
	/** `id` is null until a payout takes the row. */
	associatedPayout: { id: string | null; status: string | null };
}

export interface BusinessEntity {
	id: string;
	displayName: string;
}

export interface BalanceTransactionFacts extends BalanceTransaction {
	shop: Shop;
}

export interface Payout extends GraphqlObject {
	id: string;
	legacyResourceId: string;
	issuedAt: string;
	status: string;
	transactionType: string;
	net: Amount;
}

/** A payout with every row it pays, and with its own TRANSFER row where Shopify lists it. */
export interface PayoutFacts extends Payout {
	/** Oldest first. */
	balanceTransactions: BalanceTransaction[];
	shop: Shop;
}

export interface Dispute extends GraphqlObject {
	id: string;
	type: string;
	status: string;
	initiatedAt: string;
	finalizedOn: string | null;
	/** Null where the order is too old for the app to see. */
	order: { id: string; legacyResourceId: string; name: string } | null;
}

export interface DisputeFacts extends Dispute {
	shop: Shop;
}

/** Milliseconds since 1970 UTC: [from, to). */
export interface Period {
	from?: number;
	to?: number;
}

/** What was read, and what the user should know although it is all there. */
export interface Read<T> {
	facts: T[];
	notes: string[];
}
