import type { ShopifyClient } from './client';
import { completeOrder } from './completeOrder';
import { narrowerView } from './customerView';
import { orderFacts, type Page, type PagedOrder } from './orderFacts';
import type { CustomerView } from './orderSelection';
import { isWanted, searchText, SORT_KEY, type OrderSearch } from './orderSearch';
import { FIRST, MAX_QUERY_COST, ordersQuery } from './queries';
import { ok, type OrderFacts, type Outcome, type Shop } from './types';

/** Orders as they are read so far, oldest first. */
export interface OrderReading {
	orders: OrderFacts[];
	view: CustomerView;
	/** undefined when everything has been read. */
	next?: { after: string };
	/** Orders that fit on a page, learnt from what Shopify charges. */
	pageSize: number;
}

export interface OrderSource {
	client: ShopifyClient;
	shop: Shop;
	search: OrderSearch;
}

type OrdersPage = { orders: Page & { nodes: PagedOrder[] } };

/** A page may not use the whole allowance: what an order costs varies with Shopify's own rules. */
const AFFORDABLE_COST = MAX_QUERY_COST * 0.95;
const MAX_PAGE_SIZE = 250;
/** Each page moves on by at least one order, so more pages than this are a defect, not a shop. */
const MAX_PAGES = 25_000;

export function startReading(): OrderReading {
	return { orders: [], view: 'full', pageSize: FIRST.orders };
}

/**
 * Reads pages until `enough` orders are there or none are left.
 *
 * @param maxPages pages to read in this call.
 */
export async function readPages(
	source: OrderSource,
	begun: OrderReading,
	enough: number,
	maxPages = MAX_PAGES,
): Promise<Outcome<OrderReading>> {
	let reading = begun;
	for (let page = 0; page < maxPages && reading.orders.length < enough; page++) {
		const read = await readPage(source, reading, enough - reading.orders.length);
		if (!read.ok) return read;
		reading = read.value;
		if (!reading.next) break;
	}
	return ok({ ...reading, orders: reading.orders.slice(0, enough) });
}

async function readPage(
	source: OrderSource,
	reading: OrderReading,
	missing: number,
): Promise<Outcome<OrderReading>> {
	const { client, search } = source;
	const first = Math.min(reading.pageSize, missing, MAX_PAGE_SIZE);
	const answer = await client.ask<OrdersPage>(
		ordersQuery(reading.view),
		{
			first,
			after: reading.next?.after ?? null,
			query: searchText(search),
			sortKey: SORT_KEY[search.date],
		},
		(MAX_QUERY_COST * first) / reading.pageSize,
	);
	if (!answer.ok) {
		const view = narrowerView(reading.view, answer.problem);
		if (view) return await readPage(source, { ...reading, view }, missing);
		if (answer.problem.code === 'query-too-expensive' && first > 1) {
			return await readPage(source, { ...reading, pageSize: Math.floor(first / 2) }, missing);
		}
		return answer;
	}
	const { nodes, pageInfo } = answer.value.data.orders;
	const added = await completeAll(source, nodes, reading.view);
	if (!added.ok) return added;
	return ok({
		orders: reading.orders.concat(added.value),
		view: reading.view,
		next: pageInfo.hasNextPage && pageInfo.endCursor ? { after: pageInfo.endCursor } : undefined,
		pageSize: affordablePageSize(first, answer.value.requestedCost, reading.pageSize),
	});
}

async function completeAll(
	{ client, shop, search }: OrderSource,
	nodes: PagedOrder[],
	view: CustomerView,
): Promise<Outcome<OrderFacts[]>> {
	const orders: OrderFacts[] = [];
	for (const node of nodes) {
		const complete = await completeOrder(client, node, view);
		if (!complete.ok) return complete;
		const facts = orderFacts(complete.value.order, complete.value.lines, shop);
		if (isWanted(facts, search)) orders.push(facts);
	}
	return ok(orders);
}

/** Nested pages cost at most in proportion, so what the last page cost bounds the next one. */
function affordablePageSize(first: number, cost: number | undefined, before: number): number {
	if (!cost || cost <= 0) return before;
	return Math.max(1, Math.min(MAX_PAGE_SIZE, Math.floor((AFFORDABLE_COST * first) / cost)));
}
