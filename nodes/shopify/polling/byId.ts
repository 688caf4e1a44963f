import type { ShopifyClient } from '../client';
import { affordable } from '../pageSize';
import { ok, type GraphqlObject, type Outcome } from '../types';
import { paymentsById, type LedgerType } from './lookQueries';

/** Shopify takes no longer list of ids. */
const MAX_IDS = 250;
const FIRST_IDS = 40;

/** Ledger facts by the numbers of their ids, in that order; what does not exist any more is left out. */
export async function readById<T extends GraphqlObject & { id: string }>(
	client: ShopifyClient,
	type: LedgerType,
	keys: string[],
): Promise<Outcome<T[]>> {
	const ids = keys.map((key) => `gid://shopify/${type}/${key}`);
	const found: T[] = [];
	let size = FIRST_IDS;
	for (let from = 0; from < ids.length; ) {
		const batch = ids.slice(from, from + size);
		const answer = await client.ask<{ nodes: Array<T | null> }>(paymentsById(type), { ids: batch });
		if (!answer.ok) {
			if (answer.problem.code !== 'query-too-expensive' || batch.length === 1) return answer;
			size = Math.floor(batch.length / 2);
			continue;
		}
		size = Math.min(MAX_IDS, affordable(batch.length, answer.value.requestedCost, size));
		for (const node of answer.value.data.nodes) if (node?.id !== undefined) found.push(node);
		from += batch.length;
	}
	return ok(found);
}

/** The number at the end of a global id. */
export function keyOf(id: string): string {
	return id.slice(id.lastIndexOf('/') + 1);
}
