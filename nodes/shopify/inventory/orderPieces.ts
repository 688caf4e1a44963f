import type { Operation, ShopifyClient } from '../client';
import { readNodes } from '../nodesById';
import type { Page } from '../orderFacts';
import { ok, type GraphqlObject, type Outcome } from '../types';
import { readAll } from './pages';
import * as queries from './queries';
import type { StockOrder } from './types';

interface LineNode extends GraphqlObject {
	id: string;
	quantity: number;
	currentQuantity: number;
	variant: { inventoryItem: { id: string; tracked: boolean } } | null;
}

interface OrderNode extends GraphqlObject {
	id: string;
	name: string;
	refunds: Array<{ id: string }>;
	lineItems: Page<LineNode>;
}

interface RefundLineNode extends GraphqlObject {
	quantity: number;
	restocked: boolean;
	lineItem: { id: string };
}

interface RefundNode extends GraphqlObject {
	id: string;
	refundLineItems: Page<RefundLineNode>;
}

/** Units of one line that came back by refunds, cancellations included. */
interface Returned {
	refunded: number;
	restocked: number;
}

/**
 * What orders have taken off the shelf and not given back, by inventory item.
 *
 * Known from Shopify: `quantity` counts all units ever ordered, `currentQuantity` those that were
 * neither refunded nor removed; a refund's line says whether its units went back on the shelf (RETURN,
 * CANCEL, LEGACY_RESTOCK) or not (NO_RESTOCK: sold for good, broken, lost). A cancelled order has such
 * lines too. The products in a bundle are lines of their own; the bundle is none.
 *
 * Assumed: units that are gone from a line without a refund's line were removed by an edit of the order,
 * and are back on the shelf. Goods that are put back by a return, after a refund that says NO_RESTOCK,
 * count as gone, as they do in the documents of the refund.
 *
 * Lines are left out whose variant was deleted or never existed, and those of items that Shopify does
 * not count. Orders that do not exist, or that the app may not see, are left out too.
 */
export async function readOrderPieces(
	client: ShopifyClient,
	orderIds: readonly string[],
): Promise<Outcome<StockOrder[]>> {
	const orders = await readNodes<OrderNode>(client, {
		operation: queries.ORDER_PIECES,
		ids: [...new Set(orderIds)],
		firstSize: queries.FIRST_ORDERS,
	});
	if (!orders.ok) return orders;
	const whole = await withAllLines(client, orders.value);
	if (!whole.ok) return whole;
	const returned = await readReturned(client, whole.value.filter(hasFewer));
	if (!returned.ok) return returned;
	return ok(whole.value.map((order) => stockOrder(order, returned.value)));
}

type WholeOrder = Pick<OrderNode, 'id' | 'name' | 'refunds'> & { lines: LineNode[] };

/** Only such an order can have a refund that moved goods. */
function hasFewer({ lines }: WholeOrder): boolean {
	return lines.some(({ quantity, currentQuantity }) => currentQuantity < quantity);
}

async function withAllLines(
	client: ShopifyClient,
	orders: OrderNode[],
): Promise<Outcome<WholeOrder[]>> {
	const whole: WholeOrder[] = [];
	for (const { id, name, refunds, lineItems } of orders) {
		const more = await restOf(client, queries.MORE_ORDER_PIECES, id, lineItems, (data) => {
			return (data.order as OrderNode | null)?.lineItems;
		});
		if (!more.ok) return more;
		whole.push({ id, name, refunds, lines: more.value });
	}
	return ok(whole);
}

async function readReturned(
	client: ShopifyClient,
	orders: WholeOrder[],
): Promise<Outcome<Map<string, Returned>>> {
	const returned = new Map<string, Returned>();
	const refunds = await readNodes<RefundNode>(client, {
		operation: queries.REFUND_PIECES,
		ids: orders.flatMap((order) => order.refunds.map(({ id }) => id)),
		firstSize: queries.FIRST_REFUNDS,
	});
	if (!refunds.ok) return refunds;
	for (const { id, refundLineItems } of refunds.value) {
		const lines = await restOf(client, queries.MORE_REFUND_PIECES, id, refundLineItems, (data) => {
			return (data.refund as RefundNode | null)?.refundLineItems;
		});
		if (!lines.ok) return lines;
		for (const { quantity, restocked, lineItem } of lines.value) {
			const line = returned.get(lineItem.id) ?? { refunded: 0, restocked: 0 };
			line.refunded += quantity;
			if (restocked) line.restocked += quantity;
			returned.set(lineItem.id, line);
		}
	}
	return ok(returned);
}

/** The nodes of a first page with those of the next ones. */
async function restOf<T extends GraphqlObject>(
	client: ShopifyClient,
	operation: Operation,
	id: string,
	{ nodes, pageInfo }: Page<T>,
	pageIn: (data: GraphqlObject) => unknown,
): Promise<Outcome<T[]>> {
	if (!pageInfo.hasNextPage) return ok(nodes);
	const list = { operation, variables: { id }, firstSize: queries.MORE_LINES, pageIn };
	const rest = await readAll<T>(client, list, pageInfo.endCursor);
	return rest.ok ? ok([...nodes, ...rest.value]) : rest;
}

function stockOrder({ id, name, lines }: WholeOrder, returned: Map<string, Returned>): StockOrder {
	const pieces = new Map<string, number>();
	for (const line of lines) {
		const item = line.variant?.inventoryItem;
		if (!item?.tracked) continue;
		const gone = offTheShelf(line, returned.get(line.id));
		if (gone > 0) pieces.set(item.id, (pieces.get(item.id) ?? 0) + gone);
	}
	return {
		id,
		name,
		pieces: [...pieces].map(([inventoryItemId, count]) => ({ inventoryItemId, pieces: count })),
	};
}

/** A refund that was made while this was read may be missing on either side: never below nothing. */
function offTheShelf(
	{ quantity, currentQuantity }: LineNode,
	{ refunded, restocked }: Returned = { refunded: 0, restocked: 0 },
): number {
	const removed = Math.max(0, quantity - currentQuantity - refunded);
	return Math.max(0, quantity - removed - restocked);
}
