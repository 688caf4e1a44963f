import type { ShopifyClient } from '../client';
import { orderLabel } from '../changed';
import { readNodes } from '../nodesById';
import type { Page } from '../orderFacts';
import { failure } from '../problems';
import { MAX_QUERY_COST, PAGE_INFO, query } from '../queries';
import { ok, type GraphqlObject, type Outcome } from '../types';
import type { BalanceTransaction } from './types';

/** The money that moved for an order, and which refund moved it: what links a row to a document. */
export interface OrderMoney extends GraphqlObject {
	id: string;
	name: string;
	processedAt: string;
	transactions: GraphqlObject[];
	refunds: Array<{ id: string; transactions: Array<{ id: string }> }>;
}

const TRANSACTIONS = 30;
const REFUND_TRANSACTIONS = 10;

/** Orders of a first batch; the next ones are as large as the cost of the last one allows. */
const FIRST_BATCH = 5;

const ORDER_MONEY = query(
	'OrderMoney',
	MAX_QUERY_COST,
	`query OrderMoney($ids: [ID!]!) { nodes(ids: $ids) { ... on Order { id name processedAt
	transactionsCount { count }
	transactions(first: ${TRANSACTIONS}) {
		id kind status gateway test processedAt amountSet { shopMoney { amount currencyCode } }
		fees { type amount { amount currencyCode } taxAmount { amount currencyCode } }
	}
	refunds { id transactions(first: ${REFUND_TRANSACTIONS}) { nodes { id } ${PAGE_INFO} } }
} } }`,
);

interface OrderNode extends GraphqlObject {
	id: string;
	name: string;
	processedAt: string;
	transactionsCount: { count: number } | null;
	transactions: GraphqlObject[];
	refunds: Array<{ id: string; transactions: Page<{ id: string }> }>;
}

/** Adds `orders` to each payout: those that its rows name, each read once for all payouts. */
export async function withOrders<P extends { balanceTransactions: BalanceTransaction[] }>(
	client: ShopifyClient,
	payouts: readonly P[],
): Promise<Outcome<Array<P & { orders: OrderMoney[] }>>> {
	const ids = [...new Set(payouts.flatMap(orderIds))];
	const known = await readOrderMoney(client, ids);
	if (!known.ok) return known;
	return ok(
		payouts.map((payout) => ({
			...payout,
			orders: orderIds(payout).flatMap((id) => known.value.get(id) ?? []),
		})),
	);
}

function orderIds({
	balanceTransactions,
}: {
	balanceTransactions: BalanceTransaction[];
}): string[] {
	const ids = balanceTransactions.flatMap(({ associatedOrder }) => {
		const { id } = (associatedOrder ?? {}) as { id?: string };
		return id === undefined ? [] : [id];
	});
	return [...new Set(ids)];
}

/** An order that the app may not see (older than 60 days without the scope for all) is left out. */
async function readOrderMoney(
	client: ShopifyClient,
	ids: readonly string[],
): Promise<Outcome<Map<string, OrderMoney>>> {
	const nodes = await readNodes<OrderNode>(client, {
		operation: ORDER_MONEY,
		ids,
		firstSize: FIRST_BATCH,
	});
	if (!nodes.ok) return nodes;
	const found = new Map<string, OrderMoney>();
	for (const node of nodes.value) {
		const order = orderMoney(node);
		if (!order.ok) return order;
		found.set(order.value.id, order.value);
	}
	return ok(found);
}

function orderMoney(node: OrderNode): Outcome<OrderMoney> {
	const { id, name, processedAt, transactions, refunds } = node;
	const count = node.transactionsCount?.count ?? transactions.length;
	const isWhole =
		transactions.length >= count &&
		refunds.every((refund) => !refund.transactions.pageInfo.hasNextPage);
	if (!isWhole) {
		return failure(
			'incomplete-answer',
			`The order has more transactions than are read for a payout (${TRANSACTIONS}, and ${REFUND_TRANSACTIONS} a refund)`,
			"Turn off 'Include Orders' for this payout, and prove this order by hand.",
			orderLabel(node),
		);
	}
	return ok({
		id,
		name,
		processedAt,
		transactions,
		refunds: refunds.map((refund) => ({
			id: refund.id,
			transactions: refund.transactions.nodes.map((each) => ({ id: each.id })),
		})),
	});
}
