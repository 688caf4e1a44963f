import { AGREEMENT, SALE } from './agreementSelection';
import type { Operation } from './client';
import { LINE_ITEM, orderHeader, SHIPPING_LINE, TRANSACTION } from './orderSelection';
import type { CustomerView } from './orderSelection';

/**
 * Shopify refuses a query whose cost, counted before it runs, exceeds 1,000 points. Nested pages
 * multiply, so they are small: what an ordinary order needs. Larger orders are completed one by one.
 */
export const MAX_QUERY_COST = 1000;
export const FIRST = {
	orders: 1,
	lineItems: 5,
	shippingLines: 2,
	transactions: 5,
	agreements: 3,
	sales: 5,
} as const;
/** Pages when one order is completed. */
export const MORE = { lineItems: 35, shippingLines: 50, transactions: 100, sales: 50 } as const;

export const PAGE_INFO = 'pageInfo { hasNextPage endCursor }';

export const query = (name: string, cost: number, document: string): Operation => ({
	name,
	document,
	cost,
	repeatable: true,
});

export const SHOP = query(
	'Shop',
	1,
	'query Shop { shop { id name myshopifyDomain currencyCode ianaTimezone taxesIncluded } }',
);

export const ORDERS_COUNT = query(
	'OrdersCount',
	1,
	'query OrdersCount($query: String!) { ordersCount(query: $query, limit: null) { count } }',
);

function wholeOrder(customer: CustomerView): string {
	return `${orderHeader(customer)}
	lineItems(first: ${FIRST.lineItems}) { nodes { ${LINE_ITEM} } ${PAGE_INFO} }
	shippingLines(first: ${FIRST.shippingLines}, includeRemovals: true) {
		nodes { ${SHIPPING_LINE} } ${PAGE_INFO}
	}
	transactions(first: ${FIRST.transactions}) { ${TRANSACTION} }
	agreements(first: ${FIRST.agreements}) {
		nodes { ${AGREEMENT} sales(first: ${FIRST.sales}) { nodes { ${SALE} } ${PAGE_INFO} } }
		${PAGE_INFO}
	}`;
}

export function ordersQuery(customer: CustomerView): Operation {
	return query(
		'Orders',
		MAX_QUERY_COST,
		`query Orders($first: Int!, $after: String, $query: String!, $sortKey: OrderSortKeys!) {
	orders(first: $first, after: $after, query: $query, sortKey: $sortKey) {
		nodes { ${wholeOrder(customer)} } ${PAGE_INFO}
	}
}`,
	);
}

/** Orders whose ids are known. */
export function ordersByIdQuery(customer: CustomerView): Operation {
	return query(
		'OrdersById',
		MAX_QUERY_COST,
		`query OrdersById($ids: [ID!]!) { nodes(ids: $ids) { ... on Order { ${wholeOrder(customer)} } } }`,
	);
}

export function orderQuery(customer: CustomerView): Operation {
	return query(
		'Order',
		900,
		`query Order($id: ID!) { order(id: $id) { ${wholeOrder(customer)} } }`,
	);
}

/** `updatedAt` shows whether the order changed between its header and its further lines. */
export const ORDER_LINE_ITEMS = query(
	'OrderLineItems',
	950,
	`query OrderLineItems($id: ID!, $after: String) { order(id: $id) { updatedAt
	lineItems(first: ${MORE.lineItems}, after: $after) { nodes { ${LINE_ITEM} } ${PAGE_INFO} } } }`,
);

export const ORDER_SHIPPING_LINES = query(
	'OrderShippingLines',
	850,
	`query OrderShippingLines($id: ID!, $after: String) { order(id: $id) { updatedAt
	shippingLines(first: ${MORE.shippingLines}, after: $after, includeRemovals: true) {
		nodes { ${SHIPPING_LINE} } ${PAGE_INFO}
	} } }`,
);

/** A plain list without a cursor: it can only be asked for again, longer. */
export const ORDER_TRANSACTIONS = query(
	'OrderTransactions',
	850,
	`query OrderTransactions($id: ID!) { order(id: $id) { updatedAt
	transactions(first: ${MORE.transactions}) { ${TRANSACTION} } } }`,
);

/** One agreement after the other: the sales of one can be many, and an agreement has no query. */
export const ORDER_AGREEMENT = query(
	'OrderAgreement',
	950,
	`query OrderAgreement($id: ID!, $after: String, $afterSale: String) { order(id: $id) { updatedAt
	agreements(first: 1, after: $after) {
		nodes { ${AGREEMENT}
			sales(first: ${MORE.sales}, after: $afterSale) { nodes { ${SALE} } ${PAGE_INFO} }
		}
		${PAGE_INFO}
	} } }`,
);

/**
 * The orders as a bulk operation reads them: no variables, `edges` and `node` throughout, at most
 * five connections, two levels deep, and the parent's id selected.
 */
export function bulkOrdersDocument(search: string, customer: CustomerView): string {
	return `{ orders(query: ${JSON.stringify(search)}) { edges { node {
	${orderHeader(customer)}
	lineItems { edges { node { ${LINE_ITEM} } } }
	shippingLines(includeRemovals: true) { edges { node { ${SHIPPING_LINE} } } }
	transactions { ${TRANSACTION} }
	agreements { edges { node { ${AGREEMENT} sales { edges { node { ${SALE} } } } } } }
} } } }`;
}

/** Running it twice costs a second reading, nothing else. */
export const BULK_RUN: Operation = {
	name: 'BulkRun',
	document: `mutation BulkRun($query: String!) {
	bulkOperationRunQuery(query: $query, groupObjects: false) {
		bulkOperation { id status } userErrors { field message code }
	}
}`,
	cost: 12,
	repeatable: true,
};

export const BULK_STATE = query(
	'BulkState',
	1,
	`query BulkState($id: ID!) {
	bulkOperation(id: $id) { id status errorCode objectCount rootObjectCount url }
}`,
);
