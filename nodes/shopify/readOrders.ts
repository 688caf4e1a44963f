import type { BulkOptions } from './bulk';
import { oldestFirst, readOrdersInBulk } from './bulkOrders';
import { NARROWER } from './customerView';
import { noteOfView } from './notes';
import { readPages, startReading, type OrderReading, type OrderSource } from './orderPages';
import { searchText } from './orderSearch';
import { ORDERS_COUNT } from './queries';
import { ok, type OrderFacts, type Outcome } from './types';

export interface ReadOptions extends BulkOptions {
	/** Orders to return; undefined for all. */
	limit?: number;
	/** From how many orders on a bulk operation is quicker than pages; 50 unless told. */
	bulkFrom?: number;
}

export interface OrdersRead {
	/** Oldest first by the date that was searched. */
	orders: OrderFacts[];
	/** What the user should know although the orders are all there. */
	notes: string[];
}

/**
 * Reads orders: page by page, or by a bulk operation where all are wanted and they are many.
 * Either way the items are the same.
 */
export async function readOrders(
	source: OrderSource,
	{ limit, bulkFrom = 50, ...bulk }: ReadOptions,
): Promise<Outcome<OrdersRead>> {
	if (limit !== undefined) {
		return finish(source, await readPages(source, startReading(source.client), limit), limit);
	}
	const first = await readPages(source, startReading(source.client), Number.POSITIVE_INFINITY, 1);
	if (!first.ok || !first.value.next) return finish(source, first);
	const count = await countOrders(source);
	if (!count.ok) return count;
	if (count.value >= bulkFrom) {
		const read = await readInBulkView(source, first.value, bulk);
		if (read.ok || read.problem.code !== 'bulk-unavailable') return finish(source, read);
	}
	return finish(source, await readPages(source, first.value, Number.POSITIVE_INFINITY));
}

/**
 * The first page may hold guests only, so that it does not show what the app may see of customers;
 * a bulk operation that was denied does not say what, so it is tried with less and less of them.
 */
async function readInBulkView(
	source: OrderSource,
	reading: OrderReading,
	bulk: BulkOptions,
): Promise<Outcome<OrderReading>> {
	const orders = await readOrdersInBulk(source, reading, bulk);
	if (orders.ok) return ok({ ...reading, orders: orders.value, next: undefined });
	const view = NARROWER[reading.view];
	if (orders.problem.code !== 'access-denied' || !view) return orders;
	const narrowed = await readInBulkView(source, { ...reading, view }, bulk);
	// what is still denied is something else than the customer
	return !narrowed.ok && narrowed.problem.code === 'access-denied' ? orders : narrowed;
}

async function countOrders({ client, search }: OrderSource): Promise<Outcome<number>> {
	const answer = await client.ask<{ ordersCount: { count: number } | null }>(ORDERS_COUNT, {
		query: searchText(search),
	});
	return answer.ok ? ok(answer.value.data.ordersCount?.count ?? 0) : answer;
}

function finish(
	{ search }: OrderSource,
	reading: Outcome<OrderReading>,
	limit?: number,
): Outcome<OrdersRead> {
	if (!reading.ok) return reading;
	const { orders, view, next } = reading.value;
	const notes = noteOfView(view);
	if (limit !== undefined && next) notes.push(moreThan(limit));
	return ok({ orders: oldestFirst(withoutRepeats(orders), search.date), notes });
}

function moreThan(limit: number): string {
	return `There are more orders than the limit of ${limit}. Turn on 'Return All', or the others will be missing from the books.`;
}

/** An order that is updated while pages are turned moves to a later page and is met twice. */
function withoutRepeats(orders: OrderFacts[]): OrderFacts[] {
	return [...new Map(orders.map((order) => [order.id, order])).values()];
}
