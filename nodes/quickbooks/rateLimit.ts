import type { Clock } from './http';

/** At most `calls` in any `ms` milliseconds. */
export interface Limit {
	calls: number;
	ms: number;
}

/** Intuit's limits per company and app. */
export const CALL_LIMITS: readonly Limit[] = [
	{ calls: 10, ms: 1_000 },
	{ calls: 500, ms: 60_000 },
];
export const BATCH_LIMITS: readonly Limit[] = [{ calls: 40, ms: 60_000 }];

/** Waits before a call that would break a limit, instead of being refused after it. */
export class SlidingWindows {
	private sent: number[] = [];

	constructor(
		private readonly limits: readonly Limit[],
		private readonly clock: Clock,
	) {}

	/** Resolves when one more call may go out, and counts it. */
	async admit(): Promise<void> {
		for (let wait = this.waitMs(); wait > 0; wait = this.waitMs()) await this.clock.sleep(wait);
		this.sent.push(this.clock.now());
		const longest = Math.max(...this.limits.map(({ ms }) => ms));
		this.sent = this.sent.filter((time) => time > this.clock.now() - longest);
	}

	private waitMs(): number {
		const now = this.clock.now();
		const waits = this.limits.map(({ calls, ms }) => {
			const oldest = this.sent.at(-calls);
			return oldest === undefined ? 0 : oldest + ms - now;
		});
		return Math.max(0, ...waits);
	}
}
