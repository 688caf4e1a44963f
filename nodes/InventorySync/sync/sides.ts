import type {
	BooksItem,
	LevelChange,
	ShopProduct,
	StockPlan,
	StockRow,
	StockSyncPolicy,
} from '../../accounting/inventory/types';
import type { Outcome, Problem } from '../../accounting/problems';
import type { RecentOrder, StockOrder } from '../../shopify/inventory';

export type { RecentOrder, StockOrder };

/**
 * What a run needs of Shopify and of QuickBooks, whoever answers: the node connects them to
 * their APIs (shopSide, booksSide), tests to whatever they like.
 */
export interface Sides {
	shop: ShopSide;
	books: BooksSide;
	clock: { sleep(ms: number): Promise<void> };
}

export interface ShopSide {
	/** "my-shop.myshopify.com" */
	domain: string;
	/** All products with their stock at the chosen locations, or those named. */
	readStock(inventoryItemIds?: readonly string[]): Promise<Outcome<StockReading>>;
	/** Orders that changed since, and all that are open and unpaid. */
	readRecentOrders(since: string): Promise<Outcome<RecentOrder[]>>;
	/** @param since that of the reading, so that many orders can be read at once. */
	readOrderPieces(orderIds: readonly string[], since: string): Promise<Outcome<StockOrder[]>>;
	/** Sets quantities that are still what they were. */
	setQuantities(wanted: WantedQuantities): Promise<Outcome<SetResult>>;
}

export interface StockReading {
	products: ShopProduct[];
	/** When the reading began, ISO 8601. */
	readAt: string;
}

export interface WantedQuantities {
	name: StockSyncPolicy['quantity'];
	entries: readonly LevelChange[];
	/** What Shopify's history of the stock shows as the cause, a URI. */
	reference: string;
	/** The same for the same write, another for each new one. */
	key: string;
}

export interface SetResult {
	done: LevelChange[];
	/** No longer what they were. */
	stale: LevelChange[];
	refused: ReadonlyArray<{ change: LevelChange; problem: Problem }>;
	/** Sent, but no answer came: only reading again can tell. */
	unknown: ReadonlyArray<{ change: LevelChange; problem: Problem }>;
}

export interface BooksSide {
	/** All items, or those named. */
	readItems(ids?: readonly string[]): Promise<Outcome<BooksItem[]>>;
	bookedSales(orders: readonly RecentOrder[]): Promise<Outcome<BookedSales>>;
	/** Exactly once by its key. */
	writeAdjustment(adjustment: Adjustment): Promise<AdjustmentResult>;
	/** The key of the next adjustment of a day, YYYY-MM-DD. */
	nextAdjustmentKey(date: string): Promise<Outcome<string>>;
}

export interface BookedSales {
	/** Ids of orders that a summary of their day may hold, with that day ("Day/2026-11-24"). */
	bySummary: ReadonlyMap<string, string>;
	/**
	 * By order, or day of summaries, and QuickBooks item ("<order id> <item id>"): pieces that documents
	 * of it have moved.
	 */
	pieces: ReadonlyMap<string, number>;
	/** Whether there are summaries by payout, which name no orders. */
	payoutSummaries: boolean;
}

export interface Adjustment {
	key: string;
	/** YYYY-MM-DD */
	date: string;
	/** Name of the account that takes the difference in value. */
	account: string;
	memo: string;
	lines: ReadonlyArray<{ itemId: string; change: number }>;
}

/** What became of the lines; each is in one of the lists. */
export interface AdjustmentResult {
	written: ReadonlyArray<{ id: string; lines: Adjustment['lines'] }>;
	refused: ReadonlyArray<{ lines: Adjustment['lines']; problem: Problem }>;
}

/** What the merchant decides; the rest of the policy is read. */
export type SyncPolicy = Omit<StockSyncPolicy, 'asOf'>;

export interface SyncRun {
	mode: 'Preview' | 'Apply';
	/** Orders that changed in so many days are looked for in the books. */
	lookBackDays: number;
	/** Adjustment account in QuickBooks. */
	account: string;
	/** Another for each run: two runs never share an idempotency key. */
	runKey: string;
	/** Rows of a preview that somebody has approved; undefined where all may change. */
	approved?: readonly ApprovedRow[];
}

export interface ApprovedRow {
	inventoryItemId: string | null;
	itemId: string | null;
	change: number;
}

/** A row as it came out: 'Done' was written, 'Failed' was refused. */
export type SyncedRow = Omit<StockRow, 'status'> & {
	status: StockRow['status'] | 'Done' | 'Failed';
};

export interface SyncReport {
	rows: SyncedRow[];
	/** Why nothing was (or would be) written. */
	stop: StockPlan['stop'];
	/** Sum of the changes, done or planned, without sign. */
	pieces: number;
	/** Rounds of writing; more than one where quantities changed meanwhile. */
	rounds: number;
	/** When Shopify's stock was first read, ISO 8601. */
	readAt: string;
}
