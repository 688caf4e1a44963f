/** The ways a vendor's API is told to fail, and how many of the next calls do. */

export const FAULT_KINDS = [
	'throttle',
	'serverError',
	'htmlError',
	'droppedBefore',
	'droppedAfter',
	'slow',
	'expiredToken',
	'malformed',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

export interface FaultOrder {
	kind: FaultKind;
	/** How many of the next matching calls fail. */
	times: number;
	/** Only calls whose label or path contains this text; default: every call. */
	match?: string;
	/** Matching calls that still succeed before the first one fails. */
	after?: number;
	/** Milliseconds, for 'slow'. */
	delayMs?: number;
}

export function isFaultKind(kind: unknown): kind is FaultKind {
	return FAULT_KINDS.some((known) => known === kind);
}

/** Orders are served first in, first out; one call fails in at most one way. */
export class Faults {
	private orders: FaultOrder[] = [];

	/** @throws Error naming the known kinds, so that a typo in a test cannot pass unnoticed. */
	order(order: FaultOrder): void {
		if (!isFaultKind(order.kind)) {
			throw new Error(`Unknown fault "${order.kind}"; known: ${FAULT_KINDS.join(', ')}`);
		}
		if (!Number.isInteger(order.times) || order.times < 1) {
			throw new Error('A fault needs "times", a whole number of at least 1');
		}
		this.orders.push({ ...order });
	}

	/** The fault that this call suffers, if any; `label` is e.g. a GraphQL operation or an entity. */
	next(path: string, label: string): FaultOrder | undefined {
		const order = this.orders.find(
			({ match }) => match === undefined || path.includes(match) || label.includes(match),
		);
		if (!order) return undefined;
		if (order.after) {
			order.after -= 1;
			return undefined;
		}
		order.times -= 1;
		const served = { ...order };
		if (order.times === 0) this.orders = this.orders.filter((other) => other !== order);
		return served;
	}

	clear(): void {
		this.orders = [];
	}
}
