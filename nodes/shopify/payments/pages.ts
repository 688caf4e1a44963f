import type { Operation, ShopifyClient } from '../client';
import type { Page } from '../orderFacts';
import { affordable } from '../pageSize';
import { ok, type GraphqlObject, type Outcome } from '../types';

export interface PageRequest<T> {
	operation: Operation;
	variables: GraphqlObject;
	/** Nodes of a first page; later ones are as large as the cost of the last one allows. */
	firstSize: number;
	/** The cursor to go on behind; undefined to begin. */
	after?: string | null;
	pageIn(data: GraphqlObject): Page<T> | null | undefined;
	/** @returns false when enough has been read. */
	visit(nodes: T[]): boolean;
}

/** Turns the pages of a connection until its end, or until enough has been read. */
export async function turnPages<T>(
	client: ShopifyClient,
	{ operation, variables, firstSize, after: begin, pageIn, visit }: PageRequest<T>,
): Promise<Outcome<undefined>> {
	let size = firstSize;
	let cost: number | undefined;
	for (let after = begin ?? null; ; ) {
		const page = { ...variables, first: size, after };
		const answer = await client.ask<GraphqlObject>(operation, page, cost);
		if (!answer.ok) {
			if (answer.problem.code !== 'query-too-expensive' || size === 1) return answer;
			size = Math.floor(size / 2);
			continue;
		}
		const { data, requestedCost } = answer.value;
		const next = affordable(size, requestedCost, size);
		// to wait for the most that an operation may cost would be to wait for nothing
		cost = requestedCost && (requestedCost * next) / size;
		size = next;
		const read: Page<T> | null | undefined = pageIn(data);
		if (!read || !visit(read.nodes)) return ok(undefined);
		if (!read.pageInfo.hasNextPage || !read.pageInfo.endCursor) return ok(undefined);
		after = read.pageInfo.endCursor;
	}
}
