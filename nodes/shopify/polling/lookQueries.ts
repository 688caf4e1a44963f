import type { Operation } from '../client';
import { BALANCE_TRANSACTION, DISPUTE, PAYOUT } from '../payments/queries';
import { MAX_QUERY_COST, PAGE_INFO, query } from '../queries';

/**
 * What one look costs: a single request while there is nothing new. Only ids, dates and what
 * changes; the facts are read by their ids when they are news.
 */
export const ROW_SIGNS = 'id transactionDate test associatedPayout { id }';
export const PAYOUT_SIGNS = 'id issuedAt status net { amount }';
export const DISPUTE_SIGNS = 'id initiatedAt type status finalizedOn';
const ORDER_SIGNS = 'id updatedAt test';

const SHOP = 'shop { id name myshopifyDomain currencyCode ianaTimezone taxesIncluded }';

/** Together they stay within the allowance even if Shopify multiplied everything out. */
export const LOOK_PAGE = { rows: 180, payouts: 100, disputes: 100, orders: 250 } as const;

const ROWS = `balanceTransactions(first: ${LOOK_PAGE.rows}, query: $rows, sortKey: PROCESSED_AT) {
	nodes { ${ROW_SIGNS} } ${PAGE_INFO}
}`;
const PAYOUTS = `payouts(first: ${LOOK_PAGE.payouts}, query: $payouts, sortKey: ISSUED_AT) {
	nodes { ${PAYOUT_SIGNS} } ${PAGE_INFO}
}`;
const DISPUTES = `disputes(first: ${LOOK_PAGE.disputes}, query: $disputes) {
	nodes { ${DISPUTE_SIGNS} } ${PAGE_INFO}
}`;

/** Only what is chosen: an app without the scope of disputes can still follow payouts. */
export function balanceLook(names: Array<'rows' | 'payouts' | 'disputes'>): Operation {
	const ofAccount = [
		...(names.includes('rows') ? [ROWS] : []),
		...(names.includes('payouts') ? [PAYOUTS] : []),
	];
	const accounts = `shopifyPaymentsAccount { id }
	businessEntities { id displayName shopifyPaymentsAccount { id ${ofAccount.join('\n')} } }`;
	const parts = [
		SHOP,
		...(ofAccount.length > 0 ? [accounts] : []),
		...(names.includes('disputes') ? [DISPUTES] : []),
	];
	const variables = names.map((name) => `$${name}: String!`).join(', ');
	return query(
		'BalanceLook',
		MAX_QUERY_COST,
		`query BalanceLook(${variables}) {\n\t${parts.join('\n\t')}\n}`,
	);
}

export const MORE_DISPUTE_SIGNS = query(
	'DisputeSigns',
	MAX_QUERY_COST,
	`query DisputeSigns($first: Int!, $after: String, $query: String) {
	disputes(first: $first, after: $after, query: $query) { nodes { ${DISPUTE_SIGNS} } ${PAGE_INFO} }
}`,
);

export const ORDER_LOOK = query(
	'OrderLook',
	MAX_QUERY_COST,
	`query OrderLook($first: Int!, $after: String, $query: String!) {
	${SHOP}
	orders(first: $first, after: $after, query: $query, sortKey: UPDATED_AT) {
		nodes { ${ORDER_SIGNS} } ${PAGE_INFO}
	}
}`,
);

/** Orders to show in a run by hand. */
export const NEWEST_ORDERS = query(
	'NewestOrders',
	100,
	`query NewestOrders($first: Int!, $query: String!) {
	${SHOP}
	orders(first: $first, query: $query, sortKey: UPDATED_AT, reverse: true) {
		nodes { ${ORDER_SIGNS} }
	}
}`,
);

const LEDGER_TYPES = {
	ShopifyPaymentsBalanceTransaction: BALANCE_TRANSACTION,
	ShopifyPaymentsPayout: PAYOUT,
	ShopifyPaymentsDispute: DISPUTE,
} as const;

export type LedgerType = keyof typeof LEDGER_TYPES;

/** Ledger facts whose ids are known; a payout's rows are searched for. */
export function paymentsById(type: LedgerType): Operation {
	return query(
		'PaymentsById',
		MAX_QUERY_COST,
		`query PaymentsById($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { ${LEDGER_TYPES[type]} } } }`,
	);
}
