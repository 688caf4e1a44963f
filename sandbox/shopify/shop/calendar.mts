/** Months in the shop's own time zone. All instants are epoch milliseconds. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** GraphQL's DateTime: 'YYYY-MM-DDTHH:MM:SSZ'. */
export const dateTime = (instant: number): string =>
	new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z');

export interface Month {
	/** First instant of the month on the shop's clock. */
	readonly start: number;
	/** First instant of the next month on the shop's clock. */
	readonly end: number;
	readonly days: number;
	/** Shop-local instant; day 1 is the first of the month. */
	at(day: number, hour?: number, minute?: number, second?: number): number;
}

export interface Calendar {
	readonly months: readonly Month[];
	/** First instant of the first month. */
	readonly start: number;
	/** First instant after the last month. */
	readonly end: number;
	/** The generated world's "now": a few days after the last month. */
	readonly asOf: number;
	/** Shop-local instant; day 1 is the first of the first month. */
	at(day: number, hour?: number, minute?: number, second?: number): number;
	/** The month of an instant; the first or the last one for what lies outside. */
	monthOf(instant: number): Month;
	/** The shop's local date, YYYY-MM-DD. */
	localDate(instant: number): string;
}

/** @param first 'YYYY-MM'. */
export function createCalendar(first: string, timezone: string, count = 1): Calendar {
	const [year, number] = first.split('-').map(Number);
	const zone = createZone(timezone);
	const months = Array.from({ length: count }, (_, index) =>
		createMonth(zone, year, number - 1 + index),
	);
	const last = months[count - 1];
	return {
		months,
		start: months[0].start,
		end: last.end,
		asOf: last.at(last.days + 2, 12),
		at: months[0].at,
		monthOf: (instant) => months.find(({ end }) => instant < end) ?? last,
		localDate: (instant) => new Date(instant + zone.offset(instant)).toISOString().slice(0, 10),
	};
}

/** @param number months since January, 0 and more. */
function createMonth(zone: Zone, year: number, number: number): Month {
	const at = (day: number, hour = 0, minute = 0, second = 0) =>
		zone.toInstant(Date.UTC(year, number, day, hour, minute, second));
	const days = new Date(Date.UTC(year, number + 1, 0)).getUTCDate();
	return { start: at(1), end: at(days + 1), days, at };
}

interface Zone {
	offset(instant: number): number;
	toInstant(local: number): number;
}

/** Offsets from the runtime's own time zone data, remembered per hour because Intl is slow. */
function createZone(timezone: string): Zone {
	const format = new Intl.DateTimeFormat('en-US', {
		timeZone: timezone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	});
	const known = new Map<number, number>();
	const measure = (instant: number): number => {
		const part: Record<string, number> = {};
		for (const { type, value } of format.formatToParts(instant)) part[type] = Number(value);
		const local = Date.UTC(
			part.year,
			part.month - 1,
			part.day,
			part.hour,
			part.minute,
			part.second,
		);
		return local - Math.floor(instant / 1000) * 1000;
	};
	const offset = (instant: number): number => {
		const hour = Math.floor(instant / HOUR);
		const cached = known.get(hour);
		if (cached !== undefined) return cached;
		const value = measure(hour * HOUR);
		known.set(hour, value);
		return value;
	};
	const toInstant = (local: number): number => {
		const guess = local - offset(local);
		return local - offset(guess);
	};
	return { offset, toInstant };
}
