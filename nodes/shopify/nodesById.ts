import type { Operation, ShopifyClient } from './client';
import { affordable, MAX_PAGE_SIZE } from './pageSize';
import { ok, type Outcome } from './types';

export interface NodesRequest {
	/** Takes `$ids` and selects `nodes(ids: $ids)`. */
	operation: Operation;
	ids: readonly string[];
	/** Ids of a first question; later ones are as many as the cost of the last one allows. */
	firstSize: number;
}

/**
 * Objects by their ids, in that order. What does not exist any more, or is of another type than the
 * question selects from, is left out.
 */
export async function readNodes<T extends { id: string }>(
	client: ShopifyClient,
	{ operation, ids, firstSize }: NodesRequest,
): Promise<Outcome<T[]>> {
	const found: T[] = [];
	let size = firstSize;
	for (let from = 0; from < ids.length; ) {
		const batch = ids.slice(from, from + size);
		const answer = await client.ask<{ nodes: Array<T | null> }>(operation, { ids: batch });
		if (!answer.ok) {
			if (answer.problem.code !== 'query-too-expensive' || batch.length === 1) return answer;
			size = Math.floor(batch.length / 2);
			continue;
		}
		// Shopify takes no longer list of ids than the longest page
		size = Math.min(MAX_PAGE_SIZE, affordable(batch.length, answer.value.requestedCost, size));
		for (const node of answer.value.data.nodes) if (node?.id !== undefined) found.push(node);
		from += batch.length;
	}
	return ok(found);
}
