import type { Operation } from '../client';
import { MAX_QUERY_COST, PAGE_INFO, query } from '../queries';

export const LOCATIONS_PAGE = 250;

export const LOCATIONS = query(
	'Locations',
	600,
	`query Locations($first: Int!, $after: String) {
	locations(first: $first, after: $after, includeInactive: true, includeLegacy: true) {
		nodes { id name isActive fulfillsOnlineOrders } ${PAGE_INFO}
	}
}`,
);

export const VARIANTS_COUNT = query(
	'VariantsCount',
	11,
	'query VariantsCount { productVariantsCount(limit: null) { count } }',
);

const VARIANT = `id title sku requiresComponents
	product { id title hasOnlyDefaultVariant isGiftCard }`;

const LEVEL = `updatedAt location { id name }
	quantities(names: ["available", "on_hand", "committed"]) { name quantity updatedAt }`;

/**
 * One field for each location: what `inventoryLevels(first)` gives is paid for and sent for all of a
 * shop's locations, and its page may end in the middle of an item. A page of 250 variants costs 134
 * points so, or 123, with three locations, and 365, or 189, with ten: seldom are so many chosen.
 */
function levels(locationIds: readonly string[]): string {
	return locationIds
		.map((id, index) => `level${index}: inventoryLevel(locationId: ${quoted(id)}) { ${LEVEL} }`)
		.join('\n\t');
}

const quoted = (text: string) => JSON.stringify(text);

const variantWithStock = (locationIds: readonly string[]) =>
	`${VARIANT} inventoryItem { id tracked ${levels(locationIds)} }`;

/** Variants of a page that are sure to be affordable, if Shopify counts every object of them. */
export function firstStockPage(locations: number): number {
	return pageOf(3 + 3 * locations);
}

/** Items of a first question by ids. */
export function firstStockIds(locations: number): number {
	return pageOf(7 + 3 * locations);
}

function pageOf(objects: number): number {
	return Math.max(1, Math.min(250, Math.floor((MAX_QUERY_COST * 0.95) / objects)));
}

export function stockQuery(locationIds: readonly string[]): Operation {
	return query(
		'Stock',
		MAX_QUERY_COST * 0.96,
		`query Stock($first: Int!, $after: String) {
	productVariants(first: $first, after: $after, sortKey: ID) {
		nodes { ${variantWithStock(locationIds)} } ${PAGE_INFO}
	}
}`,
	);
}

/** Also items whose variant is gone: `variants` is empty for them. */
export function stockByIdQuery(locationIds: readonly string[]): Operation {
	return query(
		'StockById',
		MAX_QUERY_COST * 0.96,
		`query StockById($ids: [ID!]!) { nodes(ids: $ids) { ... on InventoryItem {
	id tracked ${levels(locationIds)} variants(first: 1) { nodes { ${VARIANT} } }
} } }`,
	);
}

export function bulkStockDocument(locationIds: readonly string[]): string {
	return `{ productVariants { edges { node { ${variantWithStock(locationIds)} } } } }`;
}

const CATALOGUE_VARIANT = `id title sku price taxable requiresComponents updatedAt
	product {
		id title hasOnlyDefaultVariant isGiftCard description productType vendor status updatedAt
	}
	inventoryItem { id tracked unitCost { amount currencyCode } }`;

export const CATALOGUE_PAGE = pageOf(4);

export const CATALOGUE = query(
	'Catalogue',
	MAX_QUERY_COST * 0.96,
	`query Catalogue($first: Int!, $after: String) {
	productVariants(first: $first, after: $after, sortKey: ID) {
		nodes { ${CATALOGUE_VARIANT} } ${PAGE_INFO}
	}
}`,
);

export const BULK_CATALOGUE = `{ productVariants { edges { node { ${CATALOGUE_VARIANT} } } } }`;

export const RECENT_ORDERS_PAGE = 100;

export const RECENT_ORDERS = query(
	'RecentOrders',
	910,
	`query RecentOrders($first: Int!, $after: String, $query: String!, $sortKey: OrderSortKeys!) {
	orders(first: $first, after: $after, query: $query, sortKey: $sortKey) {
		nodes {
			id legacyResourceId name processedAt createdAt test edited displayFinancialStatus
			transactions(first: 5) { kind status processedAt }
			refunds { id legacyResourceId processedAt }
		} ${PAGE_INFO}
	}
}`,
);

const STOCK_LINE = `id quantity currentQuantity
	variant { inventoryItem { id tracked } }`;

/** Lines of one order in a first look; the few orders that have more are read on by themselves. */
const FIRST_LINES = 10;
/** Orders and refunds of a first question, if every object of theirs counts. */
export const FIRST_ORDERS = 25;
export const FIRST_REFUNDS = 30;

export const ORDER_PIECES = query(
	'OrderPieces',
	MAX_QUERY_COST * 0.96,
	`query OrderPieces($ids: [ID!]!) { nodes(ids: $ids) { ... on Order {
	id name refunds { id }
	lineItems(first: ${FIRST_LINES}) { nodes { ${STOCK_LINE} } ${PAGE_INFO} }
} } }`,
);

/** All orders of a search with their lines. Refunds are named only, as bulk has no lists in lists. */
export function bulkPiecesDocument(search: string): string {
	return `{ orders(query: ${quoted(search)}) { edges { node { id name refunds { id }
	lineItems { edges { node { ${STOCK_LINE} } } }
} } } }`;
}

export const MORE_ORDER_PIECES = query(
	'MoreOrderPieces',
	MAX_QUERY_COST * 0.96,
	`query MoreOrderPieces($id: ID!, $first: Int!, $after: String) { order(id: $id) {
	lineItems(first: $first, after: $after) { nodes { ${STOCK_LINE} } ${PAGE_INFO} }
} }`,
);

export const MORE_LINES = 200;

const REFUND_LINE = 'quantity restocked lineItem { id }';
const FIRST_REFUND_LINES = 10;

export const REFUND_PIECES = query(
	'RefundPieces',
	MAX_QUERY_COST * 0.96,
	`query RefundPieces($ids: [ID!]!) { nodes(ids: $ids) { ... on Refund {
	id refundLineItems(first: ${FIRST_REFUND_LINES}) { nodes { ${REFUND_LINE} } ${PAGE_INFO} }
} } }`,
);

export const MORE_REFUND_PIECES = query(
	'MoreRefundPieces',
	MAX_QUERY_COST * 0.96,
	`query MoreRefundPieces($id: ID!, $first: Int!, $after: String) { refund(id: $id) {
	refundLineItems(first: $first, after: $after) { nodes { ${REFUND_LINE} } ${PAGE_INFO} }
} }`,
);

/**
 * Not marked as repeatable, although its key makes it so: whoever sends it has to know whether an
 * answer was lost on the way.
 */
export const SET_QUANTITIES: Operation = {
	name: 'SetQuantities',
	document: `mutation SetQuantities($input: InventorySetQuantitiesInput!, $key: String!) {
	inventorySetQuantities(input: $input) @idempotent(key: $key) {
		inventoryAdjustmentGroup { id } userErrors { field message code }
	}
}`,
	cost: 13,
	repeatable: false,
};
