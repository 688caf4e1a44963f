import type { Amount, TransactionFacts } from './order';

/** One refund of an order, as Shopify records it; amounts are positive for what is given back. */
export interface RefundFacts {
	id: string;
	legacyId: string;
	processedAt: string;
	/** Null where the item does not say. */
	updatedAt: string | null;
	note: string | null;
	returnId: string | null;
	lines: RefundLineFacts[];
	shipping: GivenBackFacts[];
	duties: Amount[];
	/** Negative where the customer got more than the lines say. */
	adjustments: Array<{ reason: string | null; amount: Amount; tax: Amount }>;
	transactions: TransactionFacts[];
}

/** After discounts; it includes the tax where the shop's prices do. */
export interface GivenBackFacts {
	subtotal: Amount;
	tax: Amount;
}

export interface RefundLineFacts extends GivenBackFacts {
	lineItemId: string;
	quantity: number;
	/** False when the goods do not go back on the shelf. */
	restocked: boolean;
}
