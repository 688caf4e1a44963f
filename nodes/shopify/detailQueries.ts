import { MONEY } from './money';
import { TRANSACTION } from './orderSelection';
import { MAX_QUERY_COST, PAGE_INFO, query } from './queries';
import type { Operation } from './client';

/** Connections of a refund, or of payment terms. */
export type DetailConnection =
	| 'refundLineItems'
	| 'refundShippingLines'
	| 'orderAdjustments'
	| 'transactions'
	| 'paymentSchedules';

const NODE: Record<DetailConnection, string> = {
	refundLineItems: `id quantity restockType restocked
		lineItem { id sku name title variantTitle isGiftCard variant { id } product { id } }
		priceSet ${MONEY} subtotalSet ${MONEY} totalTaxSet ${MONEY}`,
	refundShippingLines: `id shippingLine { id title }
		subtotalAmountSet ${MONEY} taxAmountSet ${MONEY}`,
	orderAdjustments: `id reason amountSet ${MONEY} taxAmountSet ${MONEY}`,
	transactions: TRANSACTION,
	paymentSchedules: `id issuedAt dueAt completedAt
		balanceDue { amount currencyCode } totalBalance { amount currencyCode }`,
};

const FIRST: Record<DetailConnection, number> = {
	refundLineItems: 10,
	refundShippingLines: 3,
	orderAdjustments: 5,
	transactions: 5,
	paymentSchedules: 5,
};
const MORE = 50;

/** Ids of a first batch; the next ones are as large as the cost of the last one allows. */
export const FIRST_DETAILS = 3;

function page(connection: DetailConnection, size: string): string {
	return `${connection}(${size}) { nodes { ${NODE[connection]} } ${PAGE_INFO} }`;
}

function firstPages(...connections: DetailConnection[]): string {
	return connections.map((name) => page(name, `first: ${FIRST[name]}`)).join('\n\t\t');
}

/** What orders name but a bulk operation cannot hold. `updatedAt` shows that an order changed. */
export const DETAILS = query(
	'Details',
	MAX_QUERY_COST,
	`query Details($ids: [ID!]!) { nodes(ids: $ids) { __typename id
	... on Refund {
		legacyResourceId createdAt updatedAt processedAt note order { updatedAt } return { id }
		totalRefundedSet ${MONEY} duties { amountSet ${MONEY} originalDuty { id } }
		${firstPages('refundLineItems', 'refundShippingLines', 'orderAdjustments', 'transactions')}
	}
	... on PaymentTerms { termsOrder: order { updatedAt } ${firstPages('paymentSchedules')} }
} }`,
);

export const CONNECTIONS_OF: Record<string, DetailConnection[]> = {
	Refund: ['refundLineItems', 'refundShippingLines', 'orderAdjustments', 'transactions'],
	PaymentTerms: ['paymentSchedules'],
};

/** The next page of one connection of one refund (or of payment terms). */
export function moreDetails(type: string, connection: DetailConnection): Operation {
	return query(
		'MoreDetails',
		900,
		`query MoreDetails($id: ID!, $after: String) { node(id: $id) { ... on ${type} {
	order { updatedAt } ${page(connection, `first: ${MORE}, after: $after`)}
} } }`,
	);
}

/** A light look at which refunds there are: `Refund` has no search of its own. */
export const REFUND_DATES = query(
	'RefundDates',
	800,
	`query RefundDates($first: Int!, $after: String, $query: String!, $sortKey: OrderSortKeys!) {
	orders(first: $first, after: $after, query: $query, sortKey: $sortKey) {
		nodes { id test refunds { id processedAt } } ${PAGE_INFO}
	}
}`,
);
export const REFUND_DATES_PAGE = 200;
