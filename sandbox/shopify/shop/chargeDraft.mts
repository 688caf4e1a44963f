import type { Node, Product, ProductVariant } from './model.mts';
import type { Amount } from './money.mts';

/** What an order charges for, in integer minor units. */
export interface TaxDraft {
	title: string;
	/** Millionths: 0.08875 is 88_750. */
	rate: number;
	amount: Amount;
	channelLiable: boolean | null;
}

export interface ApplicationDraft {
	typename:
		| 'DiscountCodeApplication'
		| 'AutomaticDiscountApplication'
		| 'ManualDiscountApplication';
	label: string;
	targetType: 'LINE_ITEM' | 'SHIPPING_LINE';
	/** Whether it was spread over the whole cart (an order-level discount). */
	wholeCart: boolean;
	value: { percentage: number } | { amount: number };
}

export interface DiscountShare {
	application: ApplicationDraft;
	amount: Amount;
}

/** Whatever has a list price, discounts and taxes, and can be given back unit by unit. */
export interface Charge {
	id: string;
	quantity: number;
	/** List price of all units. */
	list: Amount;
	discounts: DiscountShare[];
	taxes: TaxDraft[];
	/** Units given back so far, by refund, edit or return. */
	returned: number;
}

export interface LineDraft extends Charge {
	kind: 'PRODUCT' | 'GIFT_CARD' | 'TIP';
	unit: Amount;
	title: string;
	variantTitle: string | null;
	sku: string | null;
	vendor: string | null;
	taxable: boolean;
	requiresShipping: boolean;
	product: Product | null;
	variant: ProductVariant | null;
	sellingPlan: string | null;
	duties: DutyDraft[];
	/** Units given back by a refund (the rest of `returned` was removed by an edit). */
	refunded: number;
	/** The bundle that it was sold in. */
	group?: Node;
}

export interface ShippingDraft extends Charge {
	title: string;
	code: string;
	removed: boolean;
	/** What partial refunds gave back of it, before tax and per tax. */
	givenBack: { net: Amount; taxes: Amount[] } | null;
}

export interface DutyDraft extends Charge {
	countryCodeOfOrigin: string;
	harmonizedSystemCode: string;
}

export interface FeeDraft extends Charge {
	name: string;
}
