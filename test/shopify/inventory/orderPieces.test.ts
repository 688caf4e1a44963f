import { readOrderPieces } from '../../../nodes/shopify/inventory';
import { json, scriptedClient } from '../scripted';
import { shopOfEveryCase, shopWithLargeOrder } from '../sandboxShop.mts';
import { openStockShop, valueOf } from './stockShop.mts';

interface RawLine {
	id: string;
	quantity: number;
	currentQuantity: number;
	variant: { inventoryItem: { id: string; tracked: boolean } } | null;
}
interface RawOrder {
	id: string;
	name: string;
	lineItems: RawLine[];
	refunds: Array<{
		refundLineItems: Array<{ quantity: number; restocked: boolean; lineItem: { id: string } }>;
	}>;
}

let open: Awaited<ReturnType<typeof openStockShop>> | undefined;
afterEach(async () => {
	await open?.close();
	open = undefined;
});

/** The same from the other end: what the customer has now, and what came back unfit for the shelf. */
function gone(order: RawOrder): Record<string, number> {
	const lost = new Map<string, number>();
	for (const { quantity, restocked, lineItem } of order.refunds.flatMap(
		(one) => one.refundLineItems,
	))
		if (!restocked) lost.set(lineItem.id, (lost.get(lineItem.id) ?? 0) + quantity);
	const pieces: Record<string, number> = {};
	for (const { id, currentQuantity, variant } of order.lineItems) {
		const count = currentQuantity + (lost.get(id) ?? 0);
		if (!variant?.inventoryItem.tracked) continue;
		pieces[variant.inventoryItem.id] = (pieces[variant.inventoryItem.id] ?? 0) + count;
	}
	return pieces;
}

const asRecord = ({ pieces }: { pieces: Array<{ inventoryItemId: string; pieces: number }> }) =>
	Object.fromEntries(pieces.map((one) => [one.inventoryItemId, one.pieces]));

it('is what each kind of order has taken, in a few calls', async () => {
	open = await openStockShop({ shop: shopOfEveryCase() });
	const orders = open.shop.orders as unknown as RawOrder[];
	const read = valueOf(
		await readOrderPieces(
			open.client(),
			orders.map(({ id }) => id),
		),
	);
	expect(read.map(({ name }) => name)).toEqual(orders.map(({ name }) => name));
	for (const [index, order] of orders.entries()) {
		expect([order.name, asRecord(read[index])]).toEqual([order.name, gone(order)]);
	}
	const refunds = orders.flatMap((order) => order.refunds.flatMap((one) => one.refundLineItems));
	expect(refunds.some(({ restocked }) => restocked)).toBe(true);
	expect(refunds.some(({ restocked }) => !restocked)).toBe(true);
	expect(open.calls().count).toBeLessThan(8);
});

it('counts all lines of an order that does not fit on a page', async () => {
	const { shop, name } = shopWithLargeOrder();
	open = await openStockShop({ shop });
	const order = (shop.orders as unknown as RawOrder[]).find((one) => one.name === name)!;
	const [read] = valueOf(await readOrderPieces(open.client(), [order.id, order.id]));
	expect(asRecord(read)).toEqual(gone(order));
	expect(Math.max(...read.pieces.map(({ pieces }) => pieces))).toBeGreaterThanOrEqual(80);
});

it('is the same in bulk, where orders are many, with the older ones read by their ids', async () => {
	open = await openStockShop({ shop: shopOfEveryCase() });
	const orders = open.shop.orders as unknown as Array<RawOrder & { updatedAt: string }>;
	const ids = orders.map(({ id }) => id);
	const singly = valueOf(await readOrderPieces(open.client(), ids));
	const changedSince = orders.map(({ updatedAt }) => updatedAt).sort()[3];
	open.sandbox.control.log.clear();
	const options = { changedSince, download: open.download, bulkFrom: 20 };
	expect(valueOf(await readOrderPieces(open.client(), ids, options))).toEqual(singly);
	expect(open.labels()).toEqual(expect.arrayContaining(['mutation BulkRun', 'query OrderPieces']));
	const noFile = async () => ({ status: 404, headers: {}, body: '' });
	const failing = { ...options, download: noFile };
	expect(valueOf(await readOrderPieces(open.client(), ids, failing))).toEqual(singly);
});

it('leaves out orders that are not there', async () => {
	open = await openStockShop({ orders: 2 });
	expect(valueOf(await readOrderPieces(open.client(), ['gid://shopify/Order/1']))).toEqual([]);
	expect(valueOf(await readOrderPieces(open.client(), []))).toEqual([]);
});

describe('one line', () => {
	const page = (nodes: object[]) => ({ nodes, pageInfo: { hasNextPage: false, endCursor: null } });
	const line = (more: object) => ({
		id: 'L1',
		quantity: 5,
		currentQuantity: 5,
		variant: { inventoryItem: { id: 'I1', tracked: true } },
		...more,
	});
	const pieces = async (lines: object[], refundLines: object[] = []) => {
		const order = { id: 'O1', name: '#1', refunds: [{ id: 'R1' }], lineItems: page(lines) };
		const refund = { id: 'R1', refundLineItems: page(refundLines) };
		const { client } = scriptedClient([
			json({ data: { nodes: [order] } }),
			json({ data: { nodes: [refund] } }),
		]);
		return asRecord(valueOf(await readOrderPieces(client, ['O1']))[0]);
	};
	const refunded = (quantity: number, restocked: boolean, id = 'L1') => ({
		quantity,
		restocked,
		lineItem: { id },
	});

	it.each([
		['sold', 5, [], 5],
		['removed by an edit', 3, [], 3],
		['refunded and put back', 3, [refunded(2, true)], 3],
		['refunded and lost', 3, [refunded(2, false)], 5],
		['refunded, one put back and one lost', 3, [refunded(1, true), refunded(1, false)], 4],
		['removed, put back and lost', 2, [refunded(1, true), refunded(1, false)], 3],
		['cancelled and put back', 0, [refunded(5, true)], 0],
		['cancelled and not put back', 0, [refunded(5, false)], 5],
		['refunded on another line', 3, [refunded(2, false, 'L2')], 3],
	])('%s', async (_name, currentQuantity, refundLines, expected) => {
		const found = await pieces([line({ currentQuantity })], refundLines);
		expect(found).toEqual({ I1: expected });
	});

	it('of a deleted variant or an untracked item counts nothing; lines of one item are added', async () => {
		const untracked = { inventoryItem: { id: 'I2', tracked: false } };
		const lines = [
			line({}),
			line({ id: 'L2', quantity: 1, currentQuantity: 1 }),
			line({ id: 'L3', variant: null }),
			line({ id: 'L4', variant: untracked }),
		];
		expect(await pieces(lines)).toEqual({ I1: 6 });
	});
});
