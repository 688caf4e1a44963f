import type { Clock } from './clock.mts';

interface Limit {
	calls: number;
	/** Length of the sliding window in ms. */
	window: number;
}

/** Per realm and app. */
const ALL_CALLS: Limit[] = [
	{ calls: 500, window: 60_000 },
	{ calls: 10, window: 1000 },
];
const BATCH_CALLS: Limit[] = [{ calls: 40, window: 60_000 }];

/** Sliding windows of one realm. A refused call does not count. */
export class Limits {
	private calls: number[] = [];
	private batches: number[] = [];

	constructor(
		private readonly clock: Clock,
		private readonly enabled: boolean,
	) {}

	/** Counts the call and answers true, or answers false when it is one too many. */
	admit(isBatch: boolean): boolean {
		if (!this.enabled) return true;
		const now = this.clock.now().getTime();
		this.calls = recent(this.calls, now);
		this.batches = recent(this.batches, now);
		if (exceeds(this.calls, ALL_CALLS, now)) return false;
		if (isBatch && exceeds(this.batches, BATCH_CALLS, now)) return false;
		this.calls.push(now);
		if (isBatch) this.batches.push(now);
		return true;
	}

	clear(): void {
		this.calls = [];
		this.batches = [];
	}
}

function recent(times: number[], now: number): number[] {
	return times.filter((time) => now - time < 60_000);
}

function exceeds(times: number[], limits: Limit[], now: number): boolean {
	return limits.some(
		({ calls, window }) => times.filter((time) => now - time < window).length >= calls,
	);
}
