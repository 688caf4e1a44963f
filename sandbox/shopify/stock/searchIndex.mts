import type { Order } from '../shop/model.mts';

/** The order as a search knows it from a moment on. */
interface Version {
	at: number;
	seen: Order;
}

/**
 * Shopify's search index lags behind: an order is found by `orders(query)` some time after it was
 * placed, and by what it has become some time after it changed. By its id it is there at once.
 */
export class SearchIndex {
	private readonly versions = new WeakMap<object, Version[]>();

	/** @param milliseconds how late the index is; may be changed at any time. */
	constructor(public milliseconds: number) {}

	note(order: Order, at: number): void {
		const versions = this.versions.get(order) ?? [];
		versions.push({ at, seen: { ...order } });
		this.versions.set(order, versions);
	}

	/** What a search compares with its terms; undefined: it does not find the object yet. */
	asIndexed(item: object, now: number): object | undefined {
		const versions = this.versions.get(item);
		if (versions === undefined) return item;
		return versions.findLast(({ at }) => at + this.milliseconds <= now)?.seen;
	}
}
