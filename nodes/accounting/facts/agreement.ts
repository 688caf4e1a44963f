import type { Amount, TaxFacts } from './order';
import type { Money } from '../money';

/**
 * One dated change of what a customer agreed to buy: the order itself, an edit, a return, a refund.
 * All sales of all agreements together are what the order comes to now.
 */
export interface AgreementFacts {
	id: string;
	/** Last part of the id, "31" of gid://shopify/OrderEditAgreement/31. */
	legacyId: string;
	happenedAt: string;
	/** ORDER, ORDER_EDIT, REFUND, RETURN or UNKNOWN. */
	reason: string;
	refundId: string | null;
	returnId: string | null;
	sales: SaleFacts[];
}

/** One row of an agreement, signed: what is given back is negative. */
export interface SaleFacts {
	/** PRODUCT, GIFT_CARD, TIP, SHIPPING, DUTY, ADDITIONAL_FEE, FEE, ADJUSTMENT or UNKNOWN. */
	lineType: string;
	/** Null where Shopify counts nothing (an adjustment, a part of the shipping). */
	quantity: number | null;
	/** After discounts and with taxes, whether or not prices include them. */
	total: Amount;
	/** Before taxes; positive on a sale, as the price was lowered by it. */
	discount: Money;
	taxes: TaxFacts[];
	/** The line item, for products, gift cards and tips. */
	lineItemId: string | null;
	/** Name of a shipping line or fee, where Shopify gives one. */
	name: string | null;
}
