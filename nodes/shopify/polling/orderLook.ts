import type { ShopifyClient } from '../client';
import type { Page } from '../orderFacts';
import { stamp } from '../orderSearch';
import { turnPages } from '../payments/pages';
import { ok, type Outcome, type Shop } from '../types';
import type { Looked } from './balanceLook';
import { keyOf } from './byId';
import { LOOK_PAGE, ORDER_LOOK } from './lookQueries';
import { isNew, windowStart, type Candidate, type Stream } from './seen';

interface OrderSigns {
	id: string;
	updatedAt: string;
	test: boolean;
}

/** Looks which orders have changed: one request while they fit on a page. */
export async function lookAtOrders(
	client: ShopifyClient,
	stream: Stream,
	{ includeTest, most, overlapMs }: { includeTest: boolean; most: number; overlapMs: number },
): Promise<Outcome<{ shop?: Shop; looked: Looked }>> {
	const candidates: Candidate[] = [];
	let shop: Shop | undefined;
	let enough = false;
	const read = await turnPages<OrderSigns>(client, {
		operation: ORDER_LOOK,
		variables: { query: `updated_at:>=${stamp(windowStart(stream, overlapMs))}` },
		firstSize: LOOK_PAGE.orders,
		pageIn: (data) => {
			shop ??= data.shop as Shop;
			return data.orders as Page<OrderSigns>;
		},
		visit: (nodes) => {
			const wanted = nodes.filter(({ test }) => includeTest || !test);
			candidates.push(...wanted.map(orderCandidate));
			const news = candidates.filter((one) => isNew(stream, one) && one.at >= stream.start);
			enough = news.length >= most;
			return !enough;
		},
	});
	if (!read.ok) return read;
	const upTo = enough ? (candidates.at(-1)?.at ?? 0) : Number.POSITIVE_INFINITY;
	return ok({ shop, looked: { candidates, upTo } });
}

export function orderCandidate({ id, updatedAt }: { id: string; updatedAt: string }): Candidate {
	return { key: keyOf(id), version: updatedAt, at: Date.parse(updatedAt) };
}
