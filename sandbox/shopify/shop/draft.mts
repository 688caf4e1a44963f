import type {
	ApplicationDraft,
	Charge,
	DutyDraft,
	FeeDraft,
	LineDraft,
	ShippingDraft,
	TaxDraft,
} from './chargeDraft.mts';
import type { Amount, Currencies } from './money.mts';
import type { Customer, GiftCard, Location, OrderTransaction } from './model.mts';
import type { Destination } from './destinations.mts';

/** An order as the generator works on it: integer minor units, before it becomes API objects. */
export type * from './chargeDraft.mts';

export type LineType =
	| 'PRODUCT'
	| 'GIFT_CARD'
	| 'TIP'
	| 'SHIPPING'
	| 'DUTY'
	| 'ADDITIONAL_FEE'
	| 'FEE'
	| 'ADJUSTMENT';

export interface SaleDraft {
	id: string;
	actionType: 'ORDER' | 'RETURN' | 'UPDATE';
	lineType: LineType;
	quantity: number | null;
	/** After discounts, with tax. Signed. */
	total: Amount;
	discounts: Amount;
	taxes: Array<{ id: string; tax: TaxDraft; amount: Amount }>;
	charge: Charge | null;
}

export interface AgreementDraft {
	id: string;
	typename: 'OrderAgreement' | 'OrderEditAgreement' | 'RefundAgreement' | 'ReturnAgreement';
	reason: 'ORDER' | 'ORDER_EDIT' | 'REFUND' | 'RETURN';
	happenedAt: number;
	sales: SaleDraft[];
	refund?: RefundDraft;
	return?: ReturnDraft;
}

export interface TransactionDraft {
	id: string;
	kind: 'AUTHORIZATION' | 'CAPTURE' | 'SALE' | 'REFUND' | 'VOID' | 'CHANGE';
	status: 'SUCCESS' | 'PENDING' | 'FAILURE';
	gateway: string;
	amount: Amount;
	/** Cash rounding; the amount is without it. */
	rounding: Amount | null;
	processedAt: number;
	parent: TransactionDraft | null;
	test: boolean;
	/** Processing cost in the shop's currency, Shopify Payments only. */
	fees: FeePart[];
	receipt: Record<string, unknown> | null;
	location: Location | null;
	object?: OrderTransaction;
}

export interface FeePart {
	type: 'processing_fee' | 'currency_conversion_fee';
	amount: number;
	flat: number;
	/** Millionths. */
	rate: number;
	rateName: string;
}

export interface RefundLineDraft {
	id: string;
	line: LineDraft;
	quantity: number;
	/** After discounts; with tax only where prices include it. */
	subtotal: Amount;
	tax: Amount;
	restock: 'RETURN' | 'CANCEL' | 'NO_RESTOCK';
	location: Location | null;
}

export interface RefundDraft {
	id: string;
	at: number;
	note: string | null;
	lines: RefundLineDraft[];
	shipping: Array<{ id: string; line: ShippingDraft; subtotal: Amount; tax: Amount }>;
	duties: Array<{ duty: DutyDraft; amount: Amount; tax: Amount }>;
	adjustments: Array<{ id: string; reason: string; amount: Amount }>;
	transactions: TransactionDraft[];
	return: ReturnDraft | null;
}

export interface ReturnDraft {
	id: string;
	at: number;
	lines: Array<{ id: string; line: LineDraft; quantity: number }>;
	exchange: Array<{ id: string; line: LineDraft }>;
	restockingFee: { id: string; amount: Amount; percentage: number } | null;
}

export interface TermsDraft {
	type: 'NET' | 'RECEIPT' | 'FIXED';
	name: string;
	dueInDays: number | null;
	completedAt: number | null;
}

export interface OrderDraft {
	id: string;
	scenario: string;
	number: number;
	currencies: Currencies;
	taxesIncluded: boolean;
	dutiesIncluded: boolean;
	createdAt: number;
	processedAt: number;
	test: boolean;
	sourceName: string;
	customer: Customer | null;
	destination: Destination;
	company: { company: object; location: object } | null;
	poNumber: string | null;
	terms: TermsDraft | null;
	location: Location | null;
	merchantOfRecord: { id: string; name: string } | null;
	cancelledAt: number | null;
	cancelReason: string | null;
	/** Whether the goods have left. */
	fulfilled: boolean;
	note: string | null;
	tags: string[];
	lines: LineDraft[];
	shipping: ShippingDraft[];
	fees: FeeDraft[];
	applications: ApplicationDraft[];
	agreements: AgreementDraft[];
	transactions: TransactionDraft[];
	refunds: RefundDraft[];
	returns: ReturnDraft[];
	/** Cards that came into being by this order, and the line that sold each. */
	giftCardsSold: Array<{ card: GiftCard; lineId: string }>;
}
