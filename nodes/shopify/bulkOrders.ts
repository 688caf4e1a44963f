import { readInBulk, type BulkOptions } from './bulk';
import { readTransactions } from './completeOrder';
import { idNumber, orderFacts, type OrderLines, type PagedOrder } from './orderFacts';
import type { CustomerView } from './orderSelection';
import type { OrderSource } from './orderPages';
import { isWanted, searchText, type OrderDate } from './orderSearch';
import { failure } from './problems';
import { bulkOrdersDocument } from './queries';
import { ok, type GraphqlObject, type OrderFacts, type Outcome } from './types';

/** Reads every order of the search in one bulk operation: the same items as page by page. */
export async function readOrdersInBulk(
	{ client, shop, search }: OrderSource,
	view: CustomerView,
	options: BulkOptions,
): Promise<Outcome<OrderFacts[]>> {
	const rows = await readInBulk(client, bulkOrdersDocument(searchText(search), view), options);
	if (!rows.ok) return rows;
	const gathered = gatherOrders(rows.value);
	if (!gathered.ok) return gathered;
	const orders: OrderFacts[] = [];
	for (const { order, lines } of gathered.value) {
		const transactions = await readTransactions(client, { ...order, ...lines });
		if (!transactions.ok) return transactions;
		const facts = orderFacts(order, { ...lines, transactions: transactions.value }, shop);
		if (isWanted(facts, search)) orders.push(facts);
	}
	return ok(oldestFirst(orders, search.date));
}

interface Gathered {
	order: PagedOrder;
	lines: OrderLines;
}

/** Children may stand before or far behind their order. */
function gatherOrders(rows: GraphqlObject[]): Outcome<Gathered[]> {
	const orders = new Map<unknown, Gathered>();
	for (const row of rows.filter(({ __parentId }) => __parentId === undefined)) {
		const transactions = row.transactions as GraphqlObject[];
		orders.set(row.id, {
			order: row as PagedOrder,
			lines: { lineItems: [], shippingLines: [], transactions },
		});
	}
	for (const { __parentId, ...row } of rows.filter((row) => row.__parentId !== undefined)) {
		const parent = orders.get(__parentId);
		const list = LIST_OF[String(row.__typename ?? kindOf(row.id))];
		if (!parent || !list) return strayRow(String(row.id));
		parent.lines[list].push(row);
	}
	return ok([...orders.values()]);
}

const LIST_OF: Record<string, 'lineItems' | 'shippingLines'> = {
	LineItem: 'lineItems',
	ShippingLine: 'shippingLines',
};

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
