import type { ShopifyClient } from './client';
import { narrowerView } from './customerView';
import { noteOfView } from './notes';
import type { PagedOrder } from './orderFacts';
import { completeFacts, startReading, type OrderReading } from './orderPages';
import { affordable } from './pageSize';
import { findRefunds, oldestFirst, type FoundRefund, type RefundSearch } from './refundDates';
import { ordersByIdQuery } from './queries';
import { ok, type OrderFacts, type Outcome, type RefundFacts, type Shop } from './types';

export interface RefundSource {
	client: ShopifyClient;
	shop: Shop;
	search: RefundSearch;
}

export interface RefundsRead {
	/** One per refund, oldest first by when the refund was processed. */
	refunds: RefundFacts[];
	/** What the user should know although the refunds are all there. */
	notes: string[];
}

/**
 * Reads refunds, each with its whole order. Pending ones are among them; what has not moved any
 * money is for the books to judge.
 *
 * @param limit refunds to return, the oldest; undefined for all.
 */
export async function readRefunds(
	source: RefundSource,
	limit?: number,
): Promise<Outcome<RefundsRead>> {
	const found = await findRefunds(source.client, source.search);
	if (!found.ok) return found;
	const wanted = found.value.slice(0, limit);
	const reading = await readOrdersById(source, [...new Set(wanted.map(({ orderId }) => orderId))]);
	if (!reading.ok) return reading;
	const notes = noteOfView(reading.value.view);
	if (limit !== undefined && found.value.length > limit) notes.push(moreThan(limit));
	return ok({ refunds: withOrders(wanted, reading.value.orders), notes });
}

/** A refund whose order was deleted meanwhile is gone with it. */
function withOrders(wanted: FoundRefund[], orders: OrderFacts[]): RefundFacts[] {
	const ids = new Set(wanted.map(({ id }) => id));
	return orders
		.flatMap((order) =>
			order.refunds
				.filter(({ id }) => ids.has(id))
				.map((refund): RefundFacts => ({ ...order, refund })),
		)
		.sort((a, b) => oldestFirst(a.refund, b.refund));
}

/** Whole orders whose ids are known; those that do not exist any more are left out. */
export async function readOrdersById(
	source: RefundSource,
	ids: string[],
): Promise<Outcome<OrderReading>> {
	let reading = startReading(source.client);
	for (let from = 0; from < ids.length; ) {
		const batch = ids.slice(from, from + reading.pageSize);
		const read = await readBatch(source, reading, batch);
		if (!read.ok) {
			if (read.problem.code !== 'query-too-expensive' || batch.length === 1) return read;
			reading = { ...reading, pageSize: Math.floor(batch.length / 2) };
			continue;
		}
		reading = read.value;
		from += batch.length;
	}
	return ok(reading);
}

async function readBatch(
	source: RefundSource,
	reading: OrderReading,
	ids: string[],
): Promise<Outcome<OrderReading>> {
	const answer = await source.client.ask<{ nodes: Array<PagedOrder | null> }>(
		ordersByIdQuery(reading.view),
		{ ids },
	);
	if (!answer.ok) {
		const view = narrowerView(reading.view, answer.problem);
		return view ? await readBatch(source, { ...reading, view }, ids) : answer;
	}
	const nodes = answer.value.data.nodes.flatMap((node) => node ?? []);
	// the orders were chosen by their ids; only test orders are still to be left out
	const { includeTest } = source.search;
	const added = await completeFacts(
		{ ...source, search: { date: 'updatedAt', includeTest } },
		nodes,
		reading,
	);
	if (!added.ok) return added;
	return ok({
		...reading,
		orders: reading.orders.concat(added.value),
		pageSize: affordable(ids.length, answer.value.requestedCost, reading.pageSize),
	});
}

function moreThan(limit: number): string {
	return `There are more refunds than the limit of ${limit}. Turn on 'Return All', or the others will be missing from the books.`;
}
