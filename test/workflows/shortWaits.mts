const THROTTLED_MS = 60_000;

/** Long enough for any answer of the stand-ins: requests give up after a minute, too. */
const SHORT_MS = 8_000;

/**
 * QuickBooks' limits count by the minute, so a throttled node waits one; a test waits less. Gives back
 * what undoes it.
 */
export function shortWaits(): () => void {
	const real = globalThis.setTimeout;
	globalThis.setTimeout = ((run: () => void, ms?: number, ...rest: never[]) =>
		real(run, ms === THROTTLED_MS ? SHORT_MS : ms, ...rest)) as typeof setTimeout;
	return () => {
		globalThis.setTimeout = real;
	};
}
