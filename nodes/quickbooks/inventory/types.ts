import type { Problem } from '../../accounting/problems';

/** Whose orders are sought in the books. */
export interface SoughtShop {
	/** "demo-store.myshopify.com": what the keys of its documents begin with. */
	domain: string;
	/** IANA name; an order belongs to a day of its shop. */
	timeZone: string;
}

/** What it takes to find a Shopify order in the books. */
export interface SoughtOrder {
	/** gid://shopify/Order/555 */
	id: string;
	legacyId: string;
	/** "#1001" */
	name: string;
	/** ISO 8601. */
	processedAt: string;
	/** An edited order is never taken for booked because of a day summary alone. */
	edited: boolean;
	/**
	 * When the last of its money came in, ISO 8601: a day summary holds what was paid on that day. Null
	 * while it is not paid, or where nobody can tell.
	 */
	paidAt: string | null;
	/** processedAt: ISO 8601. */
	refunds: ReadonlyArray<{ legacyId: string; processedAt: string }>;
}

export interface BookedSales {
	/** Ids of the orders whose own sale stands in the books. */
	booked: Set<string>;
	/**
	 * The orders without a sale of their own in the books, of whose day there is a summary, with that day
	 * ("Day/2026-11-24"). A summary does not say which orders are in it: one that was held, or came in
	 * later, is not, so that only the pieces of all of them together can be compared with it.
	 */
	bySummary: Map<string, string>;
	/**
	 * By order and item ("<order id> <item id>"): pieces that its documents took out of stock; and what the
	 * summaries of a day did ("Day/2026-11-24 <item id>").
	 */
	pieces: Map<string, number>;
	/** Whether the books hold summaries of payouts, which do not say which orders they hold. */
	payoutSummaries: boolean;
}

/** A change of one item's quantity on hand: the difference, never the new quantity. */
export interface AdjustmentLine {
	itemId: string;
	/** Pieces, up to six decimals; never 0. */
	change: number;
}

export interface Adjustment {
	/** Of `nextAdjustmentKey`. */
	key: string;
	/** YYYY-MM-DD */
	date: string;
	/** Name of an account of type Cost of Goods Sold or Expense. */
	account: string;
	memo: string;
	/** Any number; more than `LINES_PER_ADJUSTMENT` become several adjustments. Each item once. */
	lines: readonly AdjustmentLine[];
}

/** An inventory adjustment as it stands in the books. */
export interface WrittenAdjustment {
	id: string;
	/** QuickBooks' own number, where it gives one. */
	number: string | null;
	key: string;
	lines: AdjustmentLine[];
	/** Whether it was there before, or another run at the same time wrote the same. */
	byOther: boolean;
	/** What could not be proved. */
	note?: string;
}

/** What became of all lines: each is in exactly one of the lists. */
export interface AdjustmentResult {
	written: WrittenAdjustment[];
	refused: Array<{ lines: AdjustmentLine[]; problem: Problem }>;
}
