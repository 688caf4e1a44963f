/**
 * The calendar day of an instant in a time zone, as YYYY-MM-DD. A sale belongs to the shop's own day:
 * 23:30 on 31 October in New York is already November in UTC, but still October in the books.
 *
 * @param instant ISO 8601 with offset, e.g. "2026-11-01T03:30:00Z"
 * @param timeZone IANA name, e.g. "America/New_York"
 * @returns undefined when either of them cannot be read
 */
export function localDate(instant: string, timeZone: string): string | undefined {
	const milliseconds = Date.parse(instant);
	const format = Number.isNaN(milliseconds) ? undefined : dayFormat(timeZone);
	if (format === undefined) return undefined;
	const parts = new Map(format.formatToParts(milliseconds).map((part) => [part.type, part.value]));
	return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}

/** Making a format takes a hundred times as long as using it. */
const formats = new Map<string, Intl.DateTimeFormat | undefined>();

function dayFormat(timeZone: string): Intl.DateTimeFormat | undefined {
	if (!formats.has(timeZone)) formats.set(timeZone, newFormat(timeZone));
	return formats.get(timeZone);
}

function newFormat(timeZone: string): Intl.DateTimeFormat | undefined {
	try {
		return new Intl.DateTimeFormat('en-US', {
			calendar: 'gregory',
			numberingSystem: 'latn',
			timeZone,
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
		});
	} catch {
		return undefined;
	}
}
