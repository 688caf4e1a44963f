import { exactPieces, sumOf } from './pieces';
import type { BooksItem, ShopProduct, StockRow, StockSyncPolicy, UnbookedSales } from './types';

/** Pieces sold that the books do not know yet, and the orders behind them, as far as they are known. */
export interface Unbooked {
	pieces: number;
	orders: string[];
}

export function unbookedOf(
	product: ShopProduct,
	item: BooksItem,
	shopify: NonNullable<StockRow['shopify']>,
	{ sales, policy }: { sales: UnbookedSales; policy: Pick<StockSyncPolicy, 'unbooked'> },
): Unbooked {
	if (policy.unbooked === 'none') return { pieces: 0, orders: [] };
	if (policy.unbooked === 'committed') return { pieces: shopify.committed, orders: [] };
	const open = openOrders(product, item, sales);
	return {
		pieces: sumOf(open, ({ pieces }) => pieces),
		orders: open.map(({ order }) => order).sort(),
	};
}

/** What the documents of an order moved is taken off once, however many lines the order has. */
function openOrders(
	{ inventoryItemId }: ShopProduct,
	item: BooksItem,
	{ sold, booked }: UnbookedSales,
): Array<{ order: string; pieces: number }> {
	const orders = new Map<string, { order: string; pieces: number; isSum: boolean }>();
	for (const entry of sold.get(inventoryItemId) ?? []) {
		const { orderId, order, pieces, isSum = false } = entry;
		const known = orders.get(orderId)?.pieces ?? -(booked.get(`${orderId} ${item.id}`) ?? 0);
		orders.set(orderId, { order, pieces: exactPieces(known + pieces), isSum });
	}
	return [...orders.values()].filter(({ pieces, isSum }) => (isSum ? pieces > 0 : pieces !== 0));
}
