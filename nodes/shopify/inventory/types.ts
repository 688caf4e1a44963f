import type { SendHttp, Problem } from '../types';

/**
 * Stock as Shopify counts it. Quantities are whole pieces; `available` may be below zero, where a shop
 * sold more than it had. Ids are global ids ("gid://shopify/InventoryItem/1"), times ISO 8601.
 */

export interface ShopLocation {
	id: string;
	name: string;
	isActive: boolean;
	fulfillsOnlineOrders: boolean;
}

/** A variant of a product with its stock. */
export interface ShopProduct {
	inventoryItemId: string;
	variantId: string;
	/** "Linen Shirt - Large", or "Linen Shirt" where there is one variant only. */
	name: string;
	/** Null where it has none, or only blanks. */
	sku: string | null;
	/** Whether Shopify counts it at all. */
	tracked: boolean;
	/** Made of other products, which have the stock. */
	isBundle: boolean;
	isGiftCard: boolean;
	/** At the locations that were asked for; none where it was never stocked, or no longer is. */
	levels: ShopLevel[];
}

export interface ShopLevel {
	locationId: string;
	location: string;
	available: number;
	onHand: number;
	committed: number;
	/** When any of these changed last. */
	updatedAt: string | null;
}

export interface StockReading {
	products: ShopProduct[];
	/** When the reading began, by n8n's clock: nothing in it is older. */
	readAt: string;
}

export interface StockRequest {
	locationIds: readonly string[];
	/** Those products only; all where it is left out. */
	inventoryItemIds?: readonly string[];
	/** Fetches a bulk operation's file without a token; without it, everything is read by pages. */
	download?: SendHttp;
}

/** An order, as far as it is needed to find its documents. */
export interface RecentOrder {
	id: string;
	legacyId: string;
	/** "#1001" */
	name: string;
	processedAt: string;
	createdAt: string;
	test: boolean;
	edited: boolean;
	/** When the last of its money came in, ISO 8601; null while it is not paid, or where nobody can tell. */
	paidAt: string | null;
	refunds: Array<{ id: string; legacyId: string; processedAt: string }>;
}

/** What an order has taken off the shelf and not given back, by inventory item. */
export interface StockOrder {
	id: string;
	/** "#1001" */
	name: string;
	/** Every counted item of the order, those of which all came back with 0. */
	pieces: Array<{ inventoryItemId: string; pieces: number }>;
}

/** Lets many orders be read by a bulk operation over all that changed since; others by their ids. */
export interface PiecesOptions {
	/** ISO 8601; that of `readRecentOrders`. */
	changedSince?: string;
	/** Fetches a bulk operation's file without a token. */
	download?: SendHttp;
	/** From how many orders on; 500 unless told. */
	bulkFrom?: number;
}

/** A quantity to be set at one location, if it is still what it was. */
export interface LevelChange {
	inventoryItemId: string;
	locationId: string;
	location: string;
	from: number;
	to: number;
}

export interface SetRequest {
	name: 'available' | 'on_hand';
	entries: readonly LevelChange[];
	/** What Shopify shows as the cause of the change: a URI such as "gid://my-app/Execution/7". */
	reference: string;
	/**
	 * The same for a repetition of this very call, another one for every new reading of the stock:
	 * Shopify answers a known key as it did before and changes nothing.
	 */
	key: string;
}

export interface SetResult {
	/** Written, or it was there already. */
	done: LevelChange[];
	/** No longer what they were read as; nothing was written. */
	stale: LevelChange[];
	/** Not written, and why. */
	refused: ChangeRefused[];
	/** Sent, but no answer came: written or not, only reading again can tell. */
	unknown: ChangeRefused[];
}

export interface ChangeRefused {
	change: LevelChange;
	problem: Problem;
}

/** A variant as it is sold. */
export interface CatalogueProduct {
	productId: string;
	variantId: string;
	inventoryItemId: string;
	/** As in ShopProduct. */
	name: string;
	sku: string | null;
	/** In the shop's currency, as Shopify writes it: "19.90". */
	price: string;
	/** What one piece costs now; null where the shop keeps no cost. */
	unitCost: { amount: string; currencyCode: string } | null;
	taxable: boolean;
	tracked: boolean;
	isBundle: boolean;
	isGiftCard: boolean;
	/** Without markup. */
	description: string;
	productType: string;
	vendor: string;
	/** ACTIVE, DRAFT, ARCHIVED or UNLISTED */
	status: string;
	/** Of the product or the variant, the later one. */
	updatedAt: string;
}
