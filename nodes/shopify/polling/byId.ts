import type { ShopifyClient } from '../client';
import { readNodes } from '../nodesById';
import type { GraphqlObject, Outcome } from '../types';
import { paymentsById, type LedgerType } from './lookQueries';

const FIRST_IDS = 40;

/** Ledger facts by the numbers of their ids, in that order; what does not exist any more is left out. */
export async function readById<T extends GraphqlObject & { id: string }>(
	client: ShopifyClient,
	type: LedgerType,
	keys: string[],
): Promise<Outcome<T[]>> {
	const ids = keys.map((key) => `gid://shopify/${type}/${key}`);
	return await readNodes<T>(client, { operation: paymentsById(type), ids, firstSize: FIRST_IDS });
}

/** The number at the end of a global id. */
export function keyOf(id: string): string {
	return id.slice(id.lastIndexOf('/') + 1);
}
