import type { Order } from '../../sandbox/shopify/shop/model.mts';

const HOUR = 3_600_000;

const ago = (hours: number): string =>
	`${new Date(Date.now() - hours * HOUR).toISOString().slice(0, 19)}Z`;

/** As if anything about the order had changed so many hours ago. */
export function changedAgo(order: Order, hours: number): void {
	order.updatedAt = ago(hours);
}

/** As if the order had been placed and paid so many hours ago. */
export function placedAgo(order: Order, hours: number): void {
	const at = ago(hours);
	Object.assign(order, { createdAt: at, processedAt: at, updatedAt: at });
	for (const payment of order.transactions) {
		Object.assign(payment, { createdAt: at, processedAt: at });
	}
	for (const agreement of order.agreements) Object.assign(agreement, { happenedAt: at });
}
