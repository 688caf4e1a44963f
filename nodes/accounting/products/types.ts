import type { MatchRule } from '../inventory/match';
import type { Problem } from '../problems';

/**
 * Products of the shop and items of the books, and what to make of them.
 *
 * Amounts are decimal text ("12.30"), never numbers; ids are the vendors' own.
 */

/** What of an item can be kept in step. */
export type ProductField = 'accounts' | 'cost' | 'description' | 'name' | 'price' | 'sku' | 'type';

export type ProductType = 'Inventory' | 'NonInventory' | 'Service';

/** A variant of a product in Shopify. */
export interface ShopVariant {
	variantId: string;
	inventoryItemId: string;
	/** As the shop shows it: "Linen Shirt - Large", or "Linen Shirt" where there is one variant only. */
	name: string;
	sku: string | null;
	/** In the currency of the shop. */
	price: string;
	/** What one costs to buy; null where Shopify does not know, or may not say. */
	unitCost: { amount: string; currencyCode: string } | null;
	/** Whether Shopify charges tax on it. */
	taxable: boolean;
	/** Whether Shopify counts its stock. */
	tracked: boolean;
	isBundle: boolean;
	isGiftCard: boolean;
	/** Plain text; empty where there is none. */
	description: string;
	status: string;
}

/** An account as an item names it. */
export interface ItemAccount {
	id: string;
	name: string;
}

/** A product or service in QuickBooks, with what can be kept in step. */
export interface BooksProduct {
	id: string;
	name: string;
	sku: string | null;
	/** QuickBooks' own: Inventory, NonInventory, Service, Group. */
	type: string;
	active: boolean;
	/** Names of the categories above it: "Shirts:Linen"; empty at the top. */
	parent: string;
	price: string | null;
	/** Whether the price holds sales tax. */
	priceIncludesTax: boolean;
	cost: string | null;
	description: string;
	income: ItemAccount | null;
	expense: ItemAccount | null;
}

/** An account that a setting names: it is there, it may be created, or it cannot be used. */
export type AccountChoice =
	| { state: 'found' | 'missing'; id: string; name: string }
	| { state: 'refused'; problem: Problem };

export interface ProductAccounts {
	income: AccountChoice;
	cost: AccountChoice;
	asset: AccountChoice;
}

/** What a merchant decides about products. */
export interface ProductPolicy {
	match: MatchRule;
	/** Whether items are created for products that the books do not have. */
	createMissing: boolean;
	/** What of items that are there is kept in step. */
	fields: ReadonlySet<ProductField>;
	/** Type of items that are created; Inventory for products only whose stock Shopify counts. */
	type: ProductType;
	/** First day of the stock of items that are created as inventory, YYYY-MM-DD; empty where not set. */
	stockStart: string;
	/** Prices of shops whose prices hold tax: they stay out, or are marked as such in QuickBooks. */
	pricesWithTax: 'leaveOut' | 'mark';
	/** Shopify's status of products that take part: ACTIVE, DRAFT, ARCHIVED. */
	statuses: ReadonlySet<string>;
}

export interface ProductFacts {
	shop: { currency: string; taxesIncluded: boolean };
	company: {
		name: string;
		homeCurrency: string;
		/** Whether its items say if their price holds tax: with sales tax outside the US. */
		marksTax: boolean;
		/** Whether its items say that they are taxed: in the US. */
		marksTaxable: boolean;
		/** Why items of type Inventory cannot be created; null where they can. */
		stockOff: Problem | null;
	};
	products: readonly ShopVariant[];
	items: readonly BooksProduct[];
	accounts: ProductAccounts;
	/** Date of a cost-of-goods entry on or after the start of the stock; null where there is none. */
	costEntry: string | null;
	/** YYYY-MM-DD. */
	today: string;
}

/** One field, as it is in QuickBooks and as it is to be. */
export interface FieldChange {
	field: string;
	/** Null where QuickBooks has nothing. */
	before: string | null;
	after: string;
}

/** A field that cannot be copied, while the others are. */
export interface LeftOut {
	field: string;
	code: string;
	what: string;
	fix: string;
}

/** What is written to an item; what is absent stays as it is. */
export interface ItemValues {
	name?: string;
	sku?: string;
	type?: ProductType;
	price?: string;
	/** Goes with the price where the company marks tax. */
	priceIncludesTax?: boolean;
	cost?: string;
	description?: string;
	taxable?: boolean;
	/** Names of the roles whose accounts are written. */
	accounts?: ReadonlyArray<keyof ProductAccounts>;
	/** Of items that are created as inventory. */
	stockStart?: string;
}

/** One product or item: what it is on either side, and what is to become of it. */
export interface ProductRow {
	/** Its name in Shopify; in QuickBooks where Shopify has none. */
	product: string;
	sku: string | null;
	variantId: string | null;
	inventoryItemId: string | null;
	item: { id: string; name: string } | null;
	/** 'Create' and 'Update' are still to be written. */
	status: 'Create' | 'Update' | 'Same' | 'Skipped';
	fields: FieldChange[];
	leftOut: LeftOut[];
	/** Why it is skipped. */
	problem: Problem | null;
	values: ItemValues;
	/** Another name, where the first was taken since the books were read. */
	otherName: string | null;
}
