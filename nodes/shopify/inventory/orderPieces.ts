import type { Operation, ShopifyClient } from '../client';
import { readNodes } from '../nodesById';
import type { Page } from '../orderFacts';
import { ok, type GraphqlObject, type Outcome } from '../types';
import { readLinesInBulk, type LineNode, type OrderLines } from './bulkLines';
import { readAll } from './pages';
import * as queries from './queries';
import type { PiecesOptions, StockOrder } from './types';

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
 * An item of which everything came back is there, with 0 pieces. Lines are left out whose variant was
 * deleted or never existed, and those of items that Shopify does not count. Orders that do not exist, or
 * that the app may not see, are left out too.
 */
export async function readOrderPieces(
	client: ShopifyClient,
	orderIds: readonly string[],
	options: PiecesOptions = {},
): Promise<Outcome<StockOrder[]>> {
	const wanted = [...new Set(orderIds)];
	const inBulk = await readManyLines(client, wanted, options);
	if (!inBulk.ok) return inBulk;
	const singly = await readLines(
		client,
		wanted.filter((id) => !inBulk.value.has(id)),
	);
	if (!singly.ok) return singly;
	const orders = new Map([...inBulk.value, ...singly.value]);
	const found = wanted.flatMap((id) => orders.get(id) ?? []);
	const returned = await readReturned(client, found.filter(hasFewer));
	return returned.ok ? ok(found.map((order) => stockOrder(order, returned.value))) : returned;
}

type OrdersById = Map<string, OrderLines>;

/** Nothing where they are few, or where there is no bulk operation to be had: then they are read by ids. */
async function readManyLines(
	client: ShopifyClient,
	wanted: string[],
	{ changedSince, download, bulkFrom = 500 }: PiecesOptions,
): Promise<Outcome<OrdersById>> {
	const since = Date.parse(changedSince ?? '');
	if (!download || Number.isNaN(since) || wanted.length < bulkFrom) return ok(new Map());
	const orders = await readLinesInBulk(client, since, download);
	if (orders.ok) return ok(new Map(orders.value.map((order) => [order.id, order])));
	return orders.problem.code === 'bulk-unavailable' ? ok(new Map()) : orders;
}

async function readLines(client: ShopifyClient, ids: string[]): Promise<Outcome<OrdersById>> {
	const orders = await readNodes<OrderNode>(client, {
		operation: queries.ORDER_PIECES,
		ids,
		firstSize: queries.FIRST_ORDERS,
	});
	if (!orders.ok) return orders;
	const whole: OrdersById = new Map();
	for (const { id, name, refunds, lineItems } of orders.value) {
		const lines = await restOf(client, queries.MORE_ORDER_PIECES, id, lineItems, (data) => {
			return (data.order as OrderNode | null)?.lineItems;
		});
		if (!lines.ok) return lines;
		whole.set(id, { id, name, refunds, lines: lines.value });
	}
	return ok(whole);
}

/** Only such an order can have a refund that moved goods. */
function hasFewer({ lines }: OrderLines): boolean {
	return lines.some(({ quantity, currentQuantity }) => currentQuantity < quantity);
}

async function readReturned(
	client: ShopifyClient,
	orders: OrderLines[],
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

function stockOrder({ id, name, lines }: OrderLines, returned: Map<string, Returned>): StockOrder {
	const pieces = new Map<string, number>();
	for (const line of lines) {
		const item = line.variant?.inventoryItem;
		if (!item?.tracked) continue;
		const gone = offTheShelf(line, returned.get(line.id));
		// also none: the books may still hold the pieces as sold, until the return is booked
		pieces.set(item.id, (pieces.get(item.id) ?? 0) + gone);
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
