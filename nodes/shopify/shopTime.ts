/** Turns what a user types into an instant; days and hours without a zone are the shop's own. */

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;
const DAY_MS = 86_400_000;

export interface LocalTime {
	/** Milliseconds since 1970 UTC. */
	instant: number;
	/** Whether only a day was given (or midnight, which n8n's date picker makes of a day). */
	wholeDay: boolean;
}

/**
 * @param text "2026-10-01", "2026-10-01T09:30:00", or with a zone ("...Z", "...+02:00").
 * @param timeZone IANA name, e.g. "America/New_York".
 * @returns undefined where the text is not a time.
 */
export function parseShopTime(text: string, timeZone: string): LocalTime | undefined {
	const parts = LOCAL.exec(text.trim());
	if (!parts) {
		const instant = Date.parse(text.trim());
		return Number.isNaN(instant) ? undefined : { instant, wholeDay: false };
	}
	const [year, month, day, hour, minute, second] = parts.slice(1).map((part) => Number(part ?? 0));
	const wall = Date.UTC(year, month - 1, day, hour, minute, second);
	const real = new Date(wall);
	if (real.getUTCMonth() !== month - 1 || real.getUTCDate() !== day) return undefined;
	return {
		instant: instantOf(wall, timeZone),
		wholeDay: hour === 0 && minute === 0 && second === 0,
	};
}

/** Midnight that ends the local day of `text`; clocks may change within the day. */
export function endOfShopDay(text: string, timeZone: string): number {
	const parts = LOCAL.exec(text.trim());
	if (!parts) return Date.parse(text);
	const [year, month, day] = parts.slice(1, 4).map(Number);
	return instantOf(Date.UTC(year, month - 1, day) + DAY_MS, timeZone);
}

/** The zone's offset depends on the instant that is looked for, so the guess is corrected once. */
function instantOf(wall: number, timeZone: string): number {
	const guess = wall - offsetAt(wall, timeZone);
	return wall - offsetAt(guess, timeZone);
}

function offsetAt(instant: number, timeZone: string): number {
	const format = new Intl.DateTimeFormat('en-US', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	});
	const part = new Map(
		format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
	);
	const at = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? 0;
	const wall = Date.UTC(
		at('year'),
		at('month') - 1,
		at('day'),
		at('hour'),
		at('minute'),
		at('second'),
	);
	return wall - Math.floor(instant / 1000) * 1000;
}
