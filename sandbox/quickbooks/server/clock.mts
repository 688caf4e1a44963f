/** The sandbox's time: real time, shifted as far as a test or a user advances it. */
export interface Clock {
	now(): Date;
}

/**
 * Runs with real time from `start` (default: now), or stands still when `frozen`.
 * A test advances it instead of waiting for a limit or a token to pass.
 */
export class SandboxClock implements Clock {
	private readonly startedAt = Date.now();
	private readonly start: number;
	private advanced = 0;

	constructor(
		start?: Date,
		private readonly frozen = false,
	) {
		this.start = (start ?? new Date()).getTime();
	}

	now(): Date {
		const run = this.frozen ? 0 : Date.now() - this.startedAt;
		return new Date(this.start + run + this.advanced);
	}

	advance(seconds: number): void {
		this.advanced += seconds * 1000;
	}
}

const PACIFIC = new Intl.DateTimeFormat('en-US', {
	timeZone: 'America/Los_Angeles',
	timeZoneName: 'longOffset',
});

/** QuickBooks writes its times with the Pacific offset: '2026-10-01T06:58:50.262-07:00'. */
export function pacificTime(instant: Date, withMilliseconds = true): string {
	const name = PACIFIC.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value;
	const offset = name?.replace('GMT', '') || '-08:00';
	const hours = Number(offset.slice(0, 3));
	const local = new Date(instant.getTime() + hours * 3_600_000).toISOString();
	return `${local.slice(0, withMilliseconds ? 23 : 19)}${offset}`;
}

/** The Pacific day, which is the server's own notion of today. */
export function pacificDay(instant: Date): string {
	return pacificTime(instant).slice(0, 10);
}
