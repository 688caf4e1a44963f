/** Something that can be seen from a moment on: what a client that watches the shop must notice. */
export interface Change {
	/** Milliseconds since 1970 UTC. */
	at: number;
	kind: 'balanceTransaction' | 'payout' | 'dispute' | 'order' | 'refund';
	/** Global id. */
	id: string;
	/** What it has become: a payout's status, the payout of a row, what happened to an order. */
	version: string;
}

/** A part of the shop that can be shown as it was at any moment. */
export interface Life {
	changes: Change[];
	showAt(now: number): void;
}

/** Fills a list that others hold with what is there at the moment. */
export function refill<T>(list: T[], items: readonly T[]): void {
	list.length = 0;
	for (const item of items) list.push(item);
}
