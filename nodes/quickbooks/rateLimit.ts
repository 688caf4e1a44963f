import type { Clock } from './http';

/** At most `calls` in any `ms` milliseconds. */
export interface Limit {
	calls: number;
	ms: number;
}

/** Calls do not arrive in the rhythm in which they are sent. */
const JITTER_MS = 100;

/**
 * Intuit's limits per company and app: 10 a second, of which one is left for the call that n8n repeats
 * unseen when a token has expired; 500 a minute.
 */
const CALL_LIMITS: readonly Limit[] = [
	{ calls: 9, ms: 1_000 + JITTER_MS },
	{ calls: 500, ms: 60_000 + JITTER_MS },
];
const BATCH_LIMITS: readonly Limit[] = [{ calls: 40, ms: 60_000 + JITTER_MS }];

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
		const longest = Math.max(...this.limits.map(({ ms }) => ms));
		this.sent = this.sent.filter((time) => time > this.clock.now() - longest);
		this.sent.push(this.clock.now());
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

export interface Windows {
	calls: SlidingWindows;
	batches: SlidingWindows;
}

/**
 * The limits are the company's, not a run's: runs of one process that use the same clock share the
 * windows of a company. Other processes are met by waiting out their 429.
 */
const shared = new WeakMap<Clock, Map<string, Windows>>();

export function windowsOf(company: string, clock: Clock): Windows {
	const windows = shared.get(clock) ?? new Map<string, Windows>();
	shared.set(clock, windows);
	const known = windows.get(company) ?? {
		calls: new SlidingWindows(CALL_LIMITS, clock),
		batches: new SlidingWindows(BATCH_LIMITS, clock),
	};
	windows.set(company, known);
	return known;
}
