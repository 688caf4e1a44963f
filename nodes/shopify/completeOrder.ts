import type { Operation, ShopifyClient } from './client';
import type { OrderLines, Page, PagedOrder } from './orderFacts';
import type { CustomerView } from './orderSelection';
import { failure } from './problems';
import {
	MORE,
	ORDER_LINE_ITEMS,
	ORDER_SHIPPING_LINES,
	ORDER_TRANSACTIONS,
	orderQuery,
} from './queries';
import { ok, type GraphqlObject, type Outcome } from './types';

export interface CompleteOrder {
	order: PagedOrder;
	lines: OrderLines;
}

type Connection = 'lineItems' | 'shippingLines';
const MORE_OF: Record<Connection, Operation> = {
	lineItems: ORDER_LINE_ITEMS,
	shippingLines: ORDER_SHIPPING_LINES,
};

const MAX_READINGS = 3;

/**
 * Reads what did not fit on the order's first page. If the order changes meanwhile, its header and
 * its lines would not belong together, so it is read again from the start.
 */
export async function completeOrder(
	client: ShopifyClient,
	first: PagedOrder,
	view: CustomerView,
): Promise<Outcome<CompleteOrder>> {
	let order = first;
	for (let reading = 1; ; reading++) {
		const lines = await readLines(client, order);
		if (lines.ok) return ok({ order, lines: lines.value });
		if (lines.problem.code !== 'changed-while-reading' || reading === MAX_READINGS) return lines;
		const again = await client.ask<{ order: PagedOrder | null }>(orderQuery(view), {
			id: order.id,
		});
		if (!again.ok) return again;
		if (!again.value.data.order) return changed(order);
		order = again.value.data.order;
	}
}

async function readLines(client: ShopifyClient, order: PagedOrder): Promise<Outcome<OrderLines>> {
	const lineItems = await readConnection(client, order, 'lineItems');
	if (!lineItems.ok) return lineItems;
	const shippingLines = await readConnection(client, order, 'shippingLines');
	if (!shippingLines.ok) return shippingLines;
	const transactions = await readTransactions(client, order);
	if (!transactions.ok) return transactions;
	return ok({
		lineItems: lineItems.value,
		shippingLines: shippingLines.value,
		transactions: transactions.value,
	});
}

async function readConnection(
	client: ShopifyClient,
	order: PagedOrder,
	connection: Connection,
): Promise<Outcome<GraphqlObject[]>> {
	const nodes = [...order[connection].nodes];
	let { pageInfo } = order[connection];
	while (pageInfo.hasNextPage) {
		const answer = await client.ask<{
			order: (Record<Connection, Page> & { updatedAt: string }) | null;
		}>(MORE_OF[connection], { id: order.id, after: pageInfo.endCursor });
		if (!answer.ok) return answer;
		const more = answer.value.data.order;
		if (more?.updatedAt !== order.updatedAt) return changed(order);
		for (const node of more[connection].nodes) nodes.push(node);
		pageInfo = more[connection].pageInfo;
	}
	return ok(nodes);
}

/** `Order.transactions` has no cursor; `transactionsCount` tells whether some were cut off. */
export async function readTransactions(
	client: ShopifyClient,
	order: Pick<PagedOrder, 'id' | 'updatedAt' | 'transactions' | 'transactionsCount'>,
): Promise<Outcome<GraphqlObject[]>> {
	const count = order.transactionsCount?.count ?? order.transactions.length;
	if (order.transactions.length >= count) return ok(order.transactions);
	const answer = await client.ask<{
		order: { updatedAt: string; transactions: GraphqlObject[] } | null;
	}>(ORDER_TRANSACTIONS, { id: order.id });
	if (!answer.ok) return answer;
	const more = answer.value.data.order;
	if (more?.updatedAt !== order.updatedAt) return changed(order);
	if (more.transactions.length >= count) return ok(more.transactions);
	return failure(
		'incomplete-answer',
		`The order has ${count} transactions, and Shopify gave ${more.transactions.length} of them (at most ${MORE.transactions} are asked for)`,
		'Book this order by hand, or leave it out.',
		`Order ${String((order as GraphqlObject).name ?? order.id)}`,
	);
}

function changed(order: { id: string; name?: unknown }) {
	return failure(
		'changed-while-reading',
		'The order changed several times while it was read',
		'Run the workflow again.',
		`Order ${String(order.name ?? order.id)}`,
	);
}
