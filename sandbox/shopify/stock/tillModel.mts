import type { Context } from '../shop/context.mts';
import type { OrderDraft } from '../shop/draft.mts';
import type { Location, Order, ProductVariant } from '../shop/model.mts';

/** A variant, or its id, its inventory item's id or its SKU (the first variant that has it). */
export type VariantWish = ProductVariant | string;
/** Milliseconds since 1970 or a date. */
export type Moment = number | Date;
/** As `RefundLineItemRestockType`: CANCEL before, RETURN after the goods have left. */
export type Restock = 'RETURN' | 'CANCEL' | 'NO_RESTOCK';

/**
 * 'pending' (the same as false): the order waits for a bank deposit. 'authorized': its card is
 * charged later. 'partly': half of it is paid. 'nothing': no payment at all is known yet, and the
 * financial status is null, as for some orders of apps.
 */
export type Unpaid = 'pending' | 'authorized' | 'partly' | 'nothing';

export interface SaleWish {
	lines: Array<{ variant: VariantWish; quantity: number }>;
	/** Default: the till's now. */
	at?: Moment;
	/** Default true. */
	paid?: boolean | Unpaid;
	/** True: the goods leave with the sale, as at a counter. Default false. */
	fulfilled?: boolean;
	/** Where the goods are taken from; default: the first location that stocks the variant. */
	location?: Location;
	test?: boolean;
	/** Default "shopify_payments"; "Bank Deposit" where money is awaited. */
	gateway?: string;
	/** Minor units; default: nothing is shipped. */
	shipping?: number;
}

/** Lines by their place in the order, their id or their SKU. */
export interface RefundWish {
	line: number | string;
	quantity: number;
}

export interface TillOptions {
	/** Default: the real time. A sandbox's is `control.now`. */
	now?: () => Moment;
	/** Who buys; the same seed sells to the same customers. Default 1. */
	seed?: number;
	/** How long a search needs to notice an order or a change of it. Default 0. */
	searchLateMilliseconds?: number;
}

/** An order that the till made, as the generator works on it. */
export interface Sold {
	context: Context;
	draft: OrderDraft;
	order: Order;
	/** Where each line's goods lie, by the line's id. */
	places: Map<string, Location>;
}
