import type { Clock } from './types';

/** `extensions.cost` of an answer. */
export interface QueryCost {
	requestedQueryCost?: number;
	actualQueryCost?: number | null;
	throttleStatus?: {
		maximumAvailable: number;
		currentlyAvailable: number;
		restoreRate: number;
	};
}

/**
 * The shop's bucket of query points, as the last answer told it. A query that would not fit is
 * held back until the bucket has refilled, because a refused one costs time and points too.
 */
export class PointBucket {
	private status?: { maximum: number; available: number; rate: number; at: number };

	constructor(private readonly clock: Clock) {}

	note(cost: QueryCost | undefined): void {
		const status = cost?.throttleStatus;
		if (!status) return;
		this.status = {
			maximum: status.maximumAvailable,
			available: status.currentlyAvailable,
			rate: status.restoreRate,
			at: this.clock.now(),
		};
	}

	/** @returns milliseconds until `points` are there; 0 when nothing is known yet. */
	waitFor(points: number): number {
		if (!this.status || this.status.rate <= 0) return 0;
		const { maximum, available, rate, at } = this.status;
		const refilled = available + ((this.clock.now() - at) / 1000) * rate;
		const missing = Math.min(points, maximum) - Math.min(maximum, refilled);
		return missing <= 0 ? 0 : Math.ceil((missing / rate) * 1000);
	}
}
