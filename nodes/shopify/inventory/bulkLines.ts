import { readInBulk } from '../bulk';
import type { ShopifyClient } from '../client';
import { stamp } from '../orderSearch';
import { failure } from '../problems';
import { ok, type GraphqlObject, type Outcome, type SendHttp } from '../types';
import { MAX_BULK_WAIT_MS } from './pages';
import { bulkPiecesDocument } from './queries';

export interface LineNode extends GraphqlObject {
	id: string;
	quantity: number;
	currentQuantity: number;
	variant: { inventoryItem: { id: string; tracked: boolean } } | null;
}

/** An order with all its lines. */
export interface OrderLines {
	id: string;
	name: string;
	refunds: Array<{ id: string }>;
	lines: LineNode[];
}

/**
 * The lines of all orders that changed since then, in one bulk operation.
 *
 * @param changedSince milliseconds since 1970 UTC.
 */
export async function readLinesInBulk(
	client: ShopifyClient,
	changedSince: number,
	download: SendHttp,
): Promise<Outcome<OrderLines[]>> {
	const document = bulkPiecesDocument(`updated_at:>=${stamp(changedSince)}`);
	const rows = await readInBulk(client, document, { download, maxWaitMs: MAX_BULK_WAIT_MS });
	return rows.ok ? gathered(rows.value) : rows;
}

/** Lines may stand before or far behind their order. */
function gathered(rows: GraphqlObject[]): Outcome<OrderLines[]> {
	const orders = new Map<unknown, OrderLines>();
	for (const row of rows) {
		if (row.__parentId !== undefined) continue;
		const { id, name, refunds } = row as unknown as OrderLines;
		orders.set(id, { id, name, refunds, lines: [] });
	}
	for (const row of rows) {
		if (row.__parentId === undefined) continue;
		const order = orders.get(row.__parentId);
		if (!order) return strayLine(String(row.id));
		order.lines.push(row as LineNode);
	}
	return ok([...orders.values()]);
}

function strayLine(id: string) {
	return failure(
		'bulk-unavailable',
		`Shopify's bulk file holds ${id}, which belongs to no order in it`,
		'Run the workflow again. If it happens again, report it.',
	);
}
