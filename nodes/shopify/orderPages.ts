import type { ShopifyClient } from './client';
import { completeOrders } from './completeOrder';
import { narrowerView } from './customerView';
import { DetailReader } from './details';
import { orderFacts, type Page, type PagedOrder } from './orderFacts';
import type { CustomerView } from './orderSelection';
import { isWanted, searchText, SORT_KEY, type OrderSearch } from './orderSearch';
import { FIRST, MAX_QUERY_COST, ordersQuery } from './queries';
import { affordable, MAX_PAGE_SIZE } from './pageSize';
import { ok, type OrderFacts, type Outcome, type Shop } from './types';

/** Orders as they are read so far, oldest first. */
export interface OrderReading {
	orders: OrderFacts[];
	view: CustomerView;
	/** undefined when everything has been read. */
	next?: { after: string };
	/** Orders that fit on a page, learnt from what Shopify charges. */
	pageSize: number;
	details: DetailReader;
}

export interface OrderSource {
	client: ShopifyClient;
	shop: Shop;
	search: OrderSearch;
}

type OrdersPage = { orders: Page<PagedOrder> };

/** Each page moves on by at least one order, so more pages than this are a defect, not a shop. */
const MAX_PAGES = 25_000;

export function startReading(client: ShopifyClient): OrderReading {
	const details = new DetailReader(client);
	return { orders: [], view: 'full', pageSize: FIRST.orders, details };
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
	const added = await completeFacts(source, nodes, reading);
	if (!added.ok) return added;
	return ok({
		...reading,
		orders: reading.orders.concat(added.value),
		next: pageInfo.hasNextPage && pageInfo.endCursor ? { after: pageInfo.endCursor } : undefined,
		pageSize: affordable(first, answer.value.requestedCost, reading.pageSize),
	});
}

/** The items of orders as they stand on a page (or in a bulk file), those that were asked for. */
export async function completeFacts(
	{ client, shop, search }: OrderSource,
	nodes: PagedOrder[],
	{ details, view }: Pick<OrderReading, 'details' | 'view'>,
): Promise<Outcome<OrderFacts[]>> {
	const complete = await completeOrders(client, details, nodes, view);
	if (!complete.ok) return complete;
	const orders = complete.value.map(({ order, lines }) => orderFacts(order, lines, shop));
	return ok(orders.filter((order) => isWanted(order, search)));
}
