/** Times of a search are read in the shop's time zone unless they say otherwise. */

export interface TimeRange {
	/** Milliseconds, first and one past the last of what the text names (a year, a day, a second). */
	from: number;
	to: number;
}

/** "2026", "2026-10", "2026-10-31", "...T10", "...T10:20", "...T10:20:30[.123][Z|+02:00]" or "now". */
export function parseTime(text: string, timeZone: string, now: Date): TimeRange | undefined {
	if (text === 'now') return { from: now.getTime(), to: now.getTime() + 1 };
	const match =
		/^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d)(?::(\d\d)(?::(\d\d)(?:\.\d+)?)?)?)?)?)?(Z|[+-]\d\d:?\d\d)?$/.exec(
			text,
		);
	if (!match) return undefined;
	const parts = match.slice(1, 7).map((part) => (part === undefined ? undefined : Number(part)));
	const given = parts.filter((part) => part !== undefined).length;
	const start = [
		parts[0] ?? 0,
		parts[1] ?? 1,
		parts[2] ?? 1,
		parts[3] ?? 0,
		parts[4] ?? 0,
		parts[5] ?? 0,
	];
	const end = start.map((part, index) => (index === given - 1 ? part + 1 : part));
	const toInstant = (local: number[]) => instant(local, match[7], timeZone);
	const [from, to] = [toInstant(start), toInstant(end)];
	return Number.isNaN(from) ? undefined : { from, to };
}

function instant(local: number[], offset: string | undefined, timeZone: string): number {
	const [year, month, day, hour, minute, second] = local;
	const utc = Date.UTC(year, month - 1, day, hour, minute, second);
	if (offset === 'Z') return utc;
	if (offset !== undefined) return utc - offsetOf(offset);
	// The zone's offset at that moment; asked twice because the guess may lie across a change.
	const guess = utc - zoneOffset(utc, timeZone);
	return utc - zoneOffset(guess, timeZone);
}

function offsetOf(text: string): number {
	const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(text) ?? ['', '+', '0', '0'];
	return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

function zoneOffset(at: number, timeZone: string): number {
	const parts = new Intl.DateTimeFormat('en-US', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	}).formatToParts(at);
	const value = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
	const local = Date.UTC(
		value('year'),
		value('month') - 1,
		value('day'),
		value('hour'),
		value('minute'),
		value('second'),
	);
	return local - Math.floor(at / 1000) * 1000;
}
