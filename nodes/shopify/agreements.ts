import { changed } from './changed';
import type { ShopifyClient } from './client';
import type { Page, PagedAgreement, PagedOrder } from './orderFacts';
import { ORDER_AGREEMENT } from './queries';
import { ok, type GraphqlObject, type Outcome } from './types';

type Agreement = GraphqlObject & { sales: GraphqlObject[] };
type AgreementPage = Page<PagedAgreement>;

/** The agreements of an order with all their sales; one by one where a page could not hold them. */
export async function readAgreements(
	client: ShopifyClient,
	order: PagedOrder,
): Promise<Outcome<Agreement[]>> {
	const { nodes, pageInfo } = order.agreements;
	const isWhole = !pageInfo.hasNextPage && nodes.every(({ sales }) => !sales.pageInfo.hasNextPage);
	if (isWhole) return ok(nodes.map((node) => ({ ...node, sales: node.sales.nodes })));
	const agreements: Agreement[] = [];
	for (let after: string | null = null; ; ) {
		const page = await readAgreement(client, order, after);
		if (!page.ok) return page;
		agreements.push(...page.value.agreements);
		if (!page.value.next) return ok(agreements);
		after = page.value.next;
	}
}

/** The agreement behind the cursor, and the cursor of the next. */
async function readAgreement(
	client: ShopifyClient,
	order: PagedOrder,
	after: string | null,
): Promise<Outcome<{ agreements: Agreement[]; next: string | null }>> {
	const sales: GraphqlObject[] = [];
	for (let afterSale: string | null = null; ; ) {
		const page = await ask(client, order, after, afterSale);
		if (!page.ok) return page;
		const { nodes, pageInfo } = page.value;
		const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
		const [agreement] = nodes;
		if (!agreement) return ok({ agreements: [], next: null });
		for (const sale of agreement.sales.nodes) sales.push(sale);
		if (!agreement.sales.pageInfo.hasNextPage) {
			return ok({ agreements: [{ ...agreement, sales }], next });
		}
		afterSale = agreement.sales.pageInfo.endCursor;
	}
}

async function ask(
	client: ShopifyClient,
	order: PagedOrder,
	after: string | null,
	afterSale: string | null,
): Promise<Outcome<AgreementPage>> {
	const answer = await client.ask<{
		order: { updatedAt: string; agreements: AgreementPage } | null;
	}>(ORDER_AGREEMENT, { id: order.id, after, afterSale });
	if (!answer.ok) return answer;
	const more = answer.value.data.order;
	return more?.updatedAt === order.updatedAt ? ok(more.agreements) : changed(order);
}
