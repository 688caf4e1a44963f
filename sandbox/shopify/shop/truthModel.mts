import type { AgreementDraft } from './draft.mts';
import type { Amount, Currencies } from './money.mts';
import type { SaleState } from './status.mts';

/** The merchant's own books: integer minor units, kept from the events, not from the API objects. */
export interface Truth {
	asOf: string;
	currency: string;
	timezone: string;
	orders: OrderTruth[];
	payouts: PayoutTruth[];
	/** Not yet paid out at `asOf`. */
	balance: number;
}

/** One amount per bookkeeping category, in one currency. Discounts are positive when given. */
export interface Categories {
	/** List price of goods as charged: with the tax inside where prices include it. */
	sales: number;
	discounts: number;
	/** List price of shipping. */
	shipping: number;
	shippingDiscounts: number;
	tips: number;
	giftCardsSold: number;
	duties: number;
	fees: number;
	/** Goodwill and balancing amounts of refunds (negative: the customer got more). */
	adjustments: number;
	/** By tax title; without what a marketplace remits. */
	tax: Record<string, number>;
	/** The part of all taxes that is on the shipping. */
	shippingTax: number;
	/** Collected from the customer, remitted by the marketplace. */
	marketplaceTax: number;
	total: number;
}

/** What one agreement changed. */
export interface EntryTruth {
	kind: AgreementDraft['reason'];
	date: string;
	shop: Categories;
	presentment: Categories;
}

export interface TenderTruth {
	transactionId: string;
	gateway: string;
	kind: string;
	status: string;
	at: string;
	/** Signed: money in is positive; nothing moved is 0. */
	shop: number;
	presentment: number;
	rounding: number;
	fee: number;
}

export interface RefundTruth {
	refundId: string;
	date: string;
	status: 'success' | 'pending' | 'no money';
	shop: number;
	presentment: number;
}

export interface OrderTruth {
	orderId: string;
	name: string;
	scenario: string;
	state: SaleState;
	/** Shop-local date of processing. */
	date: string;
	currencies: Currencies;
	taxesIncluded: boolean;
	/** Before anything came back: the order as `totalPriceSet` counts it, edits included. */
	sold: Record<Side, Categories>;
	/** After everything that came back: the order as `currentTotalPriceSet` counts it. */
	current: Record<Side, Categories>;
	/** Event by event; together they are `current`. */
	entries: EntryTruth[];
	tenders: TenderTruth[];
	refunds: RefundTruth[];
}

export interface PayoutTruth {
	payoutId: string;
	date: string;
	status: string;
	net: number;
	charges: number;
	refunds: number;
	fees: number;
	other: number;
}

export type Side = keyof Amount;
