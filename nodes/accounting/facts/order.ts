import type { ShipTo } from '../documents';
import type { Money } from '../money';
import type { AgreementFacts } from './agreement';
import type { RefundFacts } from './refund';

/**
 * What a sales receipt needs of a Shopify order, checked and in the currency of the books. Amounts keep
 * Shopify's meaning: prices include the tax when `taxesIncluded`, tax is the tax after discounts.
 */
export interface OrderFacts {
	id: string;
	legacyId: string;
	/** As people know it, e.g. "#1001". */
	name: string;
	shop: { domain: string; timeZone: string };
	processedAt: string;
	/** When Shopify got to know of it: an import is created later than it was processed. */
	createdAt: string | null;
	/** Null where the item does not say. */
	updatedAt: string | null;
	cancelled: boolean;
	edited: boolean;
	test: boolean;
	/** Shopify's displayFinancialStatus; null while nothing has been asked of a payment provider. */
	financialStatus: string | null;
	/** Of all amounts. */
	currency: string;
	shopCurrency: string;
	presentmentCurrency: string;
	taxesIncluded: boolean;
	dutiesIncluded: boolean;
	/** The seller before the law is an app or marketplace, which then also remits the tax. */
	soldByMarketplace: boolean;
	customer: { name: string | null; email: string | null };
	/** Null where Shopify does not tell, or nothing was sent. */
	shipTo: ShipTo | null;
	/** Total of the original sale with price-affecting edits, before returns. */
	total: Amount;
	tips: Money;
	duties: Money;
	additionalFees: Money;
	cashRounding: Amount;
	lineItems: LineItemFacts[];
	shippingLines: ShippingLineFacts[];
	feeLines: FeeFacts[];
	transactions: TransactionFacts[];
	/** Null where the item carries none: then the order's own fields are all there is. */
	agreements: AgreementFacts[] | null;
	refunds: RefundFacts[];
	/** For the cross-check of the agreements; null where the item does not carry them. */
	check: { originalTotal: Money | null; currentTotal: Money | null; currentTax: Money | null };
	terms: TermsFacts | null;
	poNumber: string | null;
}

/** Payment terms of a business customer. */
export interface TermsFacts {
	/** NET, FIXED, RECEIPT, FULFILLMENT or UNKNOWN. */
	type: string;
	name: string | null;
	dueInDays: number | null;
	/** The first day on which money is due, as an instant. */
	dueAt: string | null;
}

/**
 * An amount in the currency of the books (`shop`, which it is unless customers' currencies are booked),
 * and in the customer's where Shopify gives it readably.
 */
export interface Amount {
	shop: Money;
	presentment: Money | null;
}

export interface LineItemFacts {
	/** Null where the item carries none; agreements and refunds name their line by it. */
	id: string | null;
	name: string;
	sku: string | null;
	quantity: number;
	/** Without units that came back; null where the item does not say. */
	currentQuantity: number | null;
	isGiftCard: boolean;
	/** Neither product nor variant: a custom item, a deleted product, or a tip. */
	isCustom: boolean;
	listTotal: Money;
	discounts: DiscountFacts[];
	taxes: TaxFacts[];
	duties: FeeFacts[];
}

export interface DiscountFacts {
	/** The discount code or title, null where Shopify names none. */
	name: string | null;
	amount: Money;
}

export interface TaxFacts {
	title: string;
	/** Fraction, e.g. "0.0725"; empty where Shopify gives none. */
	rate: string;
	/** True when the channel or marketplace remits it; null when Shopify does not know. */
	channelLiable: boolean | null;
	amount: Money;
}

export interface ShippingLineFacts {
	title: string;
	isRemoved: boolean;
	/** After shipping discounts. */
	price: Money;
	taxes: TaxFacts[];
}

/** A duty or an additional fee. */
export interface FeeFacts {
	name: string;
	price: Money;
	taxes: TaxFacts[];
}

export interface TransactionFacts {
	id: string | null;
	parentId: string | null;
	/** Null where the item does not say. */
	processedAt: string | null;
	kind: string;
	status: string;
	/** Lower case code, e.g. "shopify_payments". */
	gateway: string;
	/** For people, e.g. "Shopify Payments". */
	gatewayName: string;
	test: boolean;
	/** Always positive; the sign comes from the kind. */
	amount: Amount;
	/** Coins rounded at the till, on top of the amount. */
	rounding: Money;
	/** The payout that its money is part of; null while Shopify has not made one, or for other gateways. */
	payout: PayoutFacts | null;
}

export interface PayoutFacts {
	id: string;
	legacyId: string;
	issuedAt: string;
}
