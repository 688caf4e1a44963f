import { createShop } from '../../sandbox/shopify/shop/createShop.mts';

type Shop = ReturnType<typeof createShop>;
type OrderTruth = Shop['truth']['orders'][number];

/** An order as an n8n item, with what the merchant's own books of the stand-in say about it. */
export interface KnownOrder {
	order: Record<string, unknown>;
	truth: OrderTruth;
	/** Edits and exchanges after the sale change what Shopify shows of it. */
	changedLater: boolean;
}

/** A month of a stand-in shop whose books were kept while it was made, not from its orders. */
export function knownOrders(options: Parameters<typeof createShop>[0]): KnownOrder[] {
	const { shop, orders, truth } = createShop(options);
	return orders.map((order, index) => {
		const known = truth.orders[index];
		const customer = order.customer && { displayName: order.customer.displayName, email: null };
		return {
			order: { ...order, shop, customer },
			truth: known,
			changedLater:
				known.entries.some(({ kind }) => kind === 'ORDER_EDIT') || /exchange/i.test(known.scenario),
		};
	});
}
