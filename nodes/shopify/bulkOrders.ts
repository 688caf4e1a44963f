import { readInBulk, type BulkOptions } from './bulk';
import { idNumber, without, type Page, type PagedAgreement, type PagedOrder } from './orderFacts';
import { completeFacts, type OrderReading, type OrderSource } from './orderPages';
import { searchText, type OrderDate } from './orderSearch';
import { failure } from './problems';
import { bulkOrdersDocument } from './queries';
import { ok, type GraphqlObject, type OrderFacts, type Outcome } from './types';

/** Reads every order of the search in one bulk operation: the same items as page by page. */
export async function readOrdersInBulk(
	source: OrderSource,
	reading: OrderReading,
	options: BulkOptions,
): Promise<Outcome<OrderFacts[]>> {
	const document = bulkOrdersDocument(searchText(source.search), reading.view);
	const rows = await readInBulk(source.client, document, options);
	if (!rows.ok) return rows;
	const gathered = gatherOrders(rows.value);
	if (!gathered.ok) return gathered;
	const orders = await completeFacts(source, gathered.value, reading);
	return orders.ok ? ok(oldestFirst(orders.value, source.search.date)) : orders;
}

/** Lists of the file are whole. */
const wholePage = <T = GraphqlObject>(): Page<T> => ({
	nodes: [],
	pageInfo: { hasNextPage: false, endCursor: null },
});

/** Children may stand before or far behind their order, and sales before their agreement. */
function gatherOrders(rows: GraphqlObject[]): Outcome<PagedOrder[]> {
	const orders = new Map<unknown, PagedOrder>();
	const agreements = new Map<unknown, PagedAgreement>();
	const children: GraphqlObject[] = [];
	for (const row of rows) {
		if (row.__parentId === undefined) orders.set(row.id, asOnPage(row));
		else if (!isAgreement(row)) children.push(row);
		else agreements.set(row.id, { ...without(row, '__parentId'), sales: wholePage() });
	}
	for (const row of rows.filter((one) => one.__parentId !== undefined && isAgreement(one))) {
		const agreement = agreements.get(row.id);
		const order = orders.get(row.__parentId);
		if (!order || !agreement) return strayRow(String(row.id));
		order.agreements.nodes.push(agreement);
	}
	for (const row of children) {
		const order = orders.get(row.__parentId);
		const connection = LIST_OF[String(row.__typename ?? kindOf(row.id))];
		const list = agreements.get(row.__parentId)?.sales ?? (connection && order?.[connection]);
		if (!list) return strayRow(String(row.id));
		list.nodes.push(without(row, '__parentId'));
	}
	return ok([...orders.values()]);
}

function asOnPage(row: GraphqlObject): PagedOrder {
	return {
		...(row as PagedOrder),
		lineItems: wholePage(),
		shippingLines: wholePage(),
		agreements: wholePage<PagedAgreement>(),
	};
}

const LIST_OF: Record<string, 'lineItems' | 'shippingLines'> = {
	LineItem: 'lineItems',
	ShippingLine: 'shippingLines',
};

function isAgreement({ __typename }: GraphqlObject): boolean {
	return /Agreement$/.test(String(__typename));
}

/** "gid://shopify/LineItem/1" is a LineItem. */
function kindOf(id: unknown): string {
	return String(id).split('/')[3] ?? '';
}

function strayRow(id: string) {
	return failure(
		'bulk-unavailable',
		`Shopify's bulk file holds ${id}, which belongs to no order in it`,
		'Run the workflow again. If it happens again, report it.',
	);
}

export function oldestFirst(orders: OrderFacts[], date: OrderDate): OrderFacts[] {
	return orders.sort((a, b) => {
		if (a[date] !== b[date]) return a[date] < b[date] ? -1 : 1;
		return idNumber(a.id) < idNumber(b.id) ? -1 : 1;
	});
}
