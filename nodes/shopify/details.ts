import type { ShopifyClient } from './client';
import {
	CONNECTIONS_OF,
	DETAILS,
	FIRST_DETAILS,
	moreDetails,
	type DetailConnection,
} from './detailQueries';
import { without, type Page, type PagedOrder } from './orderFacts';
import { affordable } from './pageSize';
import { ok, type GraphqlObject, type Outcome } from './types';

/** A refund or the payment terms of an order, with plain lists. */
interface Detail extends GraphqlObject {
	id: string;
}

/** `updatedAt` of its order at the time it was read, and itself. */
export type Details = Map<string, { updatedAt: string; detail: GraphqlObject }>;

type DetailNode = Detail & {
	__typename: string;
	order?: { updatedAt: string };
	/** GraphQL lets no two types differ in whether a field of the same name may be null. */
	termsOrder?: { updatedAt: string } | null;
};

/** Reads what orders only name: their refunds and the instalments of their payment terms. */
export class DetailReader {
	/** Ids that fit in one question, learnt from what Shopify charges. */
	private size = FIRST_DETAILS;

	constructor(private readonly client: ShopifyClient) {}

	/** What does not exist any more, or changed while it was read, is left out. */
	async readOf(orders: PagedOrder[]): Promise<Outcome<Details>> {
		const ids = orders.flatMap(detailIds);
		const details: Details = new Map();
		for (let from = 0; from < ids.length; ) {
			const batch = ids.slice(from, from + this.size);
			const answer = await this.client.ask<{ nodes: Array<DetailNode | null> }>(DETAILS, {
				ids: batch,
			});
			if (!answer.ok) {
				if (answer.problem.code !== 'query-too-expensive' || batch.length === 1) return answer;
				this.size = Math.floor(batch.length / 2);
				continue;
			}
			this.size = affordable(batch.length, answer.value.requestedCost, this.size);
			for (const node of answer.value.data.nodes) {
				const updatedAt = (node?.order ?? node?.termsOrder)?.updatedAt;
				if (!node || updatedAt === undefined) continue;
				const detail = await this.completed(node, updatedAt);
				if (!detail.ok) return detail;
				if (detail.value) details.set(node.id, { updatedAt, detail: detail.value });
			}
			from += batch.length;
		}
		return ok(details);
	}

	private async completed(
		node: DetailNode,
		updatedAt: string,
	): Promise<Outcome<GraphqlObject | undefined>> {
		const detail = without(node, '__typename', 'order', 'termsOrder');
		for (const connection of CONNECTIONS_OF[node.__typename] ?? []) {
			const { nodes, pageInfo } = node[connection] as Page;
			const rest = await this.rest(node.__typename, node.id, connection, pageInfo, updatedAt);
			if (!rest.ok) return rest;
			if (!rest.value) return ok(undefined);
			detail[connection] = [...nodes, ...rest.value];
		}
		return ok(detail);
	}

	private async rest(
		type: string,
		id: string,
		connection: DetailConnection,
		first: Page['pageInfo'],
		updatedAt: string,
	): Promise<Outcome<GraphqlObject[] | undefined>> {
		const nodes: GraphqlObject[] = [];
		for (let pageInfo = first; pageInfo.hasNextPage; ) {
			const answer = await this.client.ask<{
				node: ({ order: { updatedAt: string } | null } & Record<DetailConnection, Page>) | null;
			}>(moreDetails(type, connection), { id, after: pageInfo.endCursor });
			if (!answer.ok) return answer;
			const { node } = answer.value.data;
			if (node?.order?.updatedAt !== updatedAt) return ok(undefined);
			for (const one of node[connection].nodes) nodes.push(one);
			({ pageInfo } = node[connection]);
		}
		return ok(nodes);
	}
}

export function detailIds({ refunds, paymentTerms }: PagedOrder): string[] {
	return [...refunds.map(({ id }) => id), ...(paymentTerms ? [paymentTerms.id] : [])];
}
