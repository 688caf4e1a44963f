/** Something that keeps a fact from being booked, as a value: what happened, where, and what to do. */
export interface Problem {
	/** Stable name for tests and for workflows that branch on it, e.g. "unmapped-gateway". */
	code: string;
	what: string;
	/** The order, payout or document, in the user's words: "Order #1001". */
	where: string;
	fix: string;
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem };
