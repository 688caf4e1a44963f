import type { Problem } from '../problems';
import type { MatchRule } from './match';

/**
 * Stock on both sides, and what to make of it.
 *
 * Quantities are numbers of pieces: whole in Shopify, with up to six decimals in QuickBooks, below zero
 * where more was sold than there was. Ids are the vendors' own.
 */

/** A variant of a product in Shopify, with its stock. */
export interface ShopProduct {
	inventoryItemId: string;
	variantId: string;
	/** As the shop shows it: "Linen Shirt - Large", or "Linen Shirt" where there is one variant only. */
	name: string;
	/** Null where it has none, or only blanks. */
	sku: string | null;
	/** Whether Shopify counts it at all. */
	tracked: boolean;
	/** Made of other products, which have the stock. */
	isBundle: boolean;
	isGiftCard: boolean;
	levels: ShopLevel[];
}

/** What lies at one location; a product that was never stocked there has no level. */
export interface ShopLevel {
	locationId: string;
	location: string;
	/** What can still be sold. */
	available: number;
	/** What is there: available, committed, reserved, damaged and so on. */
	onHand: number;
	/** Sold and not yet sent. */
	committed: number;
	/** When a quantity changed last, ISO 8601; null where Shopify does not say. */
	updatedAt: string | null;
}

/** A product or service in QuickBooks. */
export interface BooksItem {
	id: string;
	name: string;
	/** Null where it has none. */
	sku: string | null;
	/** QuickBooks' own: Inventory, NonInventory, Service, Group. */
	type: string;
	active: boolean;
	/** Of type Inventory only; else 0. */
	onHand: number;
	/** First day of its stock, YYYY-MM-DD. */
	stockedFrom: string | null;
}

/**
 * Pieces that Shopify has sold and the books do not know yet; below zero for pieces that came back. It
 * is what Shopify's orders hold less what the documents of these orders in the books have moved.
 */
export interface UnbookedSales {
	/** By Shopify's inventory item. */
	sold: ReadonlyMap<string, OrderPieces[]>;
	/** By order (its gid) and QuickBooks item ("<order id> <item id>"): what its documents have moved. */
	booked: ReadonlyMap<string, number>;
}

/**
 * What is out of stock for one order, also where that is 0: of an order whose goods all came back, the
 * books may know the sale and not the return. One entry for each line will do.
 */
export interface OrderPieces {
	orderId: string;
	/** "#1001" */
	order: string;
	/** Sold, less what was removed again or came back on the shelf. */
	pieces: number;
	/**
	 * Of all orders of a day ("Day/2026-11-24" is its id) that the books may hold as a sum. More in the books
	 * than was sold is no reason to sell more: orders that are gone may be in it.
	 */
	isSum?: boolean;
}

export type StockDirection = 'QuickBooks to Shopify' | 'Shopify to QuickBooks';

/** What a merchant decides about stock. */
export interface StockSyncPolicy {
	direction: StockDirection;
	/** Which of Shopify's quantities is kept in step. */
	quantity: 'available' | 'on_hand';
	match: MatchRule;
	/** Ids of the locations whose stock QuickBooks counts, the main one first. */
	locations: readonly string[];
	/**
	 * Where a difference goes when there are several: on the main location (where that would fall below
	 * zero, the rest is taken from the next), or in proportion to what lies at each.
	 */
	distribution: 'mainLocation' | 'proportional';
	/**
	 * What QuickBooks does not know of yet: the sales of orders without documents in the books, what
	 * Shopify has committed, or nothing.
	 */
	unbooked: 'orders' | 'committed' | 'none';
	/**
	 * Pieces of each product that Shopify does not get to sell, whole. They are the books' in either
	 * direction, so that turning the direction round changes nothing by itself.
	 */
	buffer: number;
	/** Pieces by which one product may change; undefined for any. */
	largestChange: number | undefined;
	/** Pieces by which all products together may change in one run. */
	largestRun: number | undefined;
	/** Share of the products with stock that may fall to zero in one run, in percent; 100 for any. */
	largestEmptied: number;
	/** Levels that changed within so many seconds before `asOf` wait for the next run. */
	settlingSeconds: number;
	/** When Shopify's stock was read, ISO 8601. */
	asOf: string;
	/** Of the adjustment in QuickBooks, YYYY-MM-DD. */
	date: string;
}

export interface StockFacts {
	products: readonly ShopProduct[];
	items: readonly BooksItem[];
	unbooked: UnbookedSales;
}

/** A quantity of Shopify's to be set at one location, if it is still what it was. */
export interface LevelChange {
	inventoryItemId: string;
	locationId: string;
	location: string;
	from: number;
	to: number;
}

/** One product: what it is on either side, and what is to become of it. */
export interface StockRow {
	/** Its name in Shopify; in QuickBooks where Shopify has none. */
	product: string;
	sku: string | null;
	inventoryItemId: string | null;
	item: { id: string; name: string } | null;
	quickBooks: { onHand: number } | null;
	/** Sums of the chosen locations. */
	shopify: { available: number; onHand: number; committed: number } | null;
	/** Pieces sold that the books do not know yet; below zero where pieces came back. */
	unbooked: number;
	/** The orders behind it, as far as they are known. */
	unbookedOrders: string[];
	/**
	 * Of the side that is written: Shopify's chosen quantity, or QuickBooks' quantity on hand. Null where
	 * the two sides cannot be compared; the same where a product is skipped.
	 */
	before: number | null;
	after: number | null;
	/** after less before; 0 where nothing is to be done. */
	change: number;
	/** 'Change' is still to be written. */
	status: 'Change' | 'Same' | 'Skipped';
	/** Why it is skipped. */
	problem: Problem | null;
	/** What else a person should know, e.g. that the quantity was held at zero. */
	notes: string[];
	/** QuickBooks to Shopify: one for each location that changes. */
	levels: LevelChange[];
}

/** What a run would do. `stop` bars all changes: something is wrong with the whole. */
export interface StockPlan {
	rows: StockRow[];
	stop: Problem | null;
	/** Sum of the changes without sign. */
	pieces: number;
}
