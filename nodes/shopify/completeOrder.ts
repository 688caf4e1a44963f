import { readAgreements } from './agreements';
import { changed, orderLabel } from './changed';
import type { Operation, ShopifyClient } from './client';
import type { DetailReader, Details } from './details';
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
 * Reads what did not fit on the orders' pages. If an order changes meanwhile, its header and its
 * lines would not belong together, so it is read again from the start.
 */
export async function completeOrders(
	client: ShopifyClient,
	details: DetailReader,
	orders: PagedOrder[],
	view: CustomerView,
): Promise<Outcome<CompleteOrder[]>> {
	const known = await details.readOf(orders);
	if (!known.ok) return known;
	const complete: CompleteOrder[] = [];
	for (const order of orders) {
		const one = await completeOrder(client, details, order, known.value, view);
		if (!one.ok) return one;
		complete.push(one.value);
	}
	return ok(complete);
}

async function completeOrder(
	client: ShopifyClient,
	details: DetailReader,
	first: PagedOrder,
	found: Details,
	view: CustomerView,
): Promise<Outcome<CompleteOrder>> {
	let order = first;
	let known = found;
	for (let reading = 1; ; reading++) {
		const lines = await readLines(client, order, known);
		if (lines.ok) return ok({ order, lines: lines.value });
		if (lines.problem.code !== 'changed-while-reading' || reading === MAX_READINGS) return lines;
		const again = await client.ask<{ order: PagedOrder | null }>(orderQuery(view), {
			id: order.id,
		});
		if (!again.ok) return again;
		if (!again.value.data.order) return changed(order);
		order = again.value.data.order;
		const anew = await details.readOf([order]);
		if (!anew.ok) return anew;
		known = anew.value;
	}
}

async function readLines(
	client: ShopifyClient,
	order: PagedOrder,
	known: Details,
): Promise<Outcome<OrderLines>> {
	const refunds = detailsOf(order, order.refunds, known);
	if (!refunds.ok) return refunds;
	const terms = detailsOf(order, order.paymentTerms ? [order.paymentTerms] : [], known);
	if (!terms.ok) return terms;
	const lineItems = await readConnection(client, order, 'lineItems');
	if (!lineItems.ok) return lineItems;
	const shippingLines = await readConnection(client, order, 'shippingLines');
	if (!shippingLines.ok) return shippingLines;
	const transactions = await readTransactions(client, order);
	if (!transactions.ok) return transactions;
	const agreements = await readAgreements(client, order);
	if (!agreements.ok) return agreements;
	return ok({
		lineItems: lineItems.value,
		shippingLines: shippingLines.value,
		transactions: transactions.value,
		agreements: agreements.value,
		refunds: refunds.value,
		paymentSchedules: terms.value.flatMap((one) => one.paymentSchedules as GraphqlObject[]),
	});
}

function detailsOf(
	order: PagedOrder,
	named: Array<{ id: string }>,
	known: Details,
): Outcome<GraphqlObject[]> {
	const found = named.map(({ id }) => known.get(id));
	const current = found.filter((one) => one?.updatedAt === order.updatedAt);
	if (current.length < named.length) return changed(order);
	return ok(current.flatMap((one) => (one ? [one.detail] : [])));
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
async function readTransactions(
	client: ShopifyClient,
	order: PagedOrder,
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
		orderLabel(order),
	);
}
