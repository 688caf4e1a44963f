import type { Answer, ShopifyClient } from './client';
import { REFUND_DATES, REFUND_DATES_PAGE } from './detailQueries';
import { idNumber, type Page } from './orderFacts';
import { searchText, type OrderSearch } from './orderSearch';
import { ok, type GraphqlObject, type Outcome } from './types';

/** Which refunds: those processed in [from, to), or all of orders that changed in it. */
export interface RefundSearch {
	date: 'processedAt' | 'updatedAt';
	from?: number;
	to?: number;
	includeTest: boolean;
}

/** A refund as far as it is needed to choose it. */
export interface FoundRefund {
	orderId: string;
	id: string;
	processedAt: string;
}

type OrdersPage = {
	orders: Page<{ id: string; test: boolean; refunds: Array<Omit<FoundRefund, 'orderId'>> }>;
};

/**
 * Finds refunds by the orders that changed since: a refund changes its order, and has no search of
 * its own. Oldest first.
 */
export async function findRefunds(
	client: ShopifyClient,
	search: RefundSearch,
): Promise<Outcome<FoundRefund[]>> {
	const query = searchText(ordersOf(search));
	const found = new Map<string, FoundRefund>();
	for (let after: string | null = null; ; ) {
		const variables: GraphqlObject = {
			first: REFUND_DATES_PAGE,
			after,
			query,
			sortKey: 'UPDATED_AT',
		};
		const answer: Outcome<Answer<OrdersPage>> = await client.ask<OrdersPage>(
			REFUND_DATES,
			variables,
		);
		if (!answer.ok) return answer;
		const { nodes, pageInfo }: OrdersPage['orders'] = answer.value.data.orders;
		for (const { id: orderId, test, refunds } of nodes) {
			if (test && !search.includeTest) continue;
			for (const { id, processedAt } of refunds) found.set(id, { orderId, id, processedAt });
		}
		if (!pageInfo.hasNextPage) break;
		after = pageInfo.endCursor;
	}
	return ok([...found.values()].filter((one) => isInPeriod(one, search)).sort(oldestFirst));
}

/** A refund of the period may belong to an order that has changed again after it. */
function ordersOf({ date, from, to, includeTest }: RefundSearch): OrderSearch {
	return { date: 'updatedAt', from, to: date === 'updatedAt' ? to : undefined, includeTest };
}

export function isInPeriod(
	{ processedAt }: { processedAt: string },
	{ date, from, to }: RefundSearch,
): boolean {
	if (date === 'updatedAt') return true;
	const at = Date.parse(processedAt);
	return (from === undefined || at >= from) && (to === undefined || at < to);
}

export function oldestFirst(
	a: { id: string; processedAt: string },
	b: { id: string; processedAt: string },
): number {
	const apart = Date.parse(a.processedAt) - Date.parse(b.processedAt);
	return apart !== 0 ? apart : idNumber(a.id) < idNumber(b.id) ? -1 : 1;
}
