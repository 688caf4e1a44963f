/** The standard plan's leaky bucket: 20 seconds of restore (live figures of a store). */
export const BUCKET = { maximumAvailable: 2000, restoreRate: 100 } as const;

export interface ThrottleStatus {
	maximumAvailable: number;
	currentlyAvailable: number;
	restoreRate: number;
}

/** One bucket per app; filled by time, emptied by cost. */
export class Throttle {
	private readonly buckets = new Map<string, { points: number; at: number }>();

	/** @param now milliseconds; tests bring a clock of their own. */
	constructor(private readonly now: () => number) {}

	/** Takes the points, or refuses and takes nothing. */
	take(app: string, points: number): boolean {
		const bucket = this.restored(app);
		if (bucket.points < points) return false;
		bucket.points -= points;
		return true;
	}

	/** What a query asked for and did not use comes back at once. */
	refund(app: string, points: number): void {
		const bucket = this.restored(app);
		bucket.points = Math.min(BUCKET.maximumAvailable, bucket.points + points);
	}

	empty(app: string): void {
		this.restored(app).points = 0;
	}

	status(app: string): ThrottleStatus {
		return { ...BUCKET, currentlyAvailable: Math.floor(this.restored(app).points) };
	}

	reset(): void {
		this.buckets.clear();
	}

	private restored(app: string): { points: number; at: number } {
		const now = this.now();
		const bucket = this.buckets.get(app) ?? { points: BUCKET.maximumAvailable, at: now };
		const restored = bucket.points + ((now - bucket.at) / 1000) * BUCKET.restoreRate;
		bucket.points = Math.min(BUCKET.maximumAvailable, restored);
		bucket.at = now;
		this.buckets.set(app, bucket);
		return bucket;
	}
}
