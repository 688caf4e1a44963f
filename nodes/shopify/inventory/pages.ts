import { readInBulk } from '../bulk';
import type { Operation, ShopifyClient } from '../client';
import type { Page } from '../orderFacts';
import { turnPages } from '../payments/pages';
import { ok, type GraphqlObject, type Outcome, type SendHttp } from '../types';
import { VARIANTS_COUNT } from './queries';

export interface WholeList {
	operation: Operation;
	variables?: GraphqlObject;
	firstSize: number;
	/** The connection's place in the answer. */
	pageIn: (data: GraphqlObject) => unknown;
}

/** All nodes of a connection. */
export async function readAll<T extends GraphqlObject>(
	client: ShopifyClient,
	{ operation, variables = {}, firstSize, pageIn }: WholeList,
	after?: string | null,
): Promise<Outcome<T[]>> {
	const all: T[] = [];
	const read = await turnPages<T>(client, {
		operation,
		variables,
		firstSize,
		after,
		pageIn: (data) => pageIn(data) as Page<T> | null | undefined,
		visit: (nodes) => {
			for (const node of nodes) all.push(node);
			return true;
		},
	});
	return read.ok ? ok(all) : read;
}

export interface VariantsRequest {
	operation: Operation;
	firstSize: number;
	/** The same as a bulk operation. */
	bulkDocument: string;
	/** Without it there is no bulk operation. */
	download?: SendHttp;
}

/** From so many variants on a bulk operation is quicker than pages: a run takes some seconds. */
const BULK_FROM = 1000;
/** Older stock than this is of no use. */
export const MAX_BULK_WAIT_MS = 300_000;

/** All variants of the shop: page by page, or by a bulk operation where they are many. */
export async function readVariants<T extends GraphqlObject>(
	client: ShopifyClient,
	{ operation, firstSize, bulkDocument, download }: VariantsRequest,
): Promise<Outcome<T[]>> {
	if (download) {
		const count = await countVariants(client);
		if (!count.ok) return count;
		if (count.value >= BULK_FROM) {
			const options = { download, maxWaitMs: MAX_BULK_WAIT_MS };
			const rows = await readInBulk(client, bulkDocument, options);
			if (rows.ok) return ok(rows.value as T[]);
			if (rows.problem.code !== 'bulk-unavailable') return rows;
		}
	}
	return await readAll<T>(client, {
		operation,
		firstSize,
		pageIn: ({ productVariants }) => productVariants,
	});
}

async function countVariants(client: ShopifyClient): Promise<Outcome<number>> {
	const answer = await client.ask<{ productVariantsCount: { count: number } | null }>(
		VARIANTS_COUNT,
	);
	return answer.ok ? ok(answer.value.data.productVariantsCount?.count ?? 0) : answer;
}
