const formats = new Map<string, Intl.DateTimeFormat>();

/** The day that a calendar on the wall shows there, YYYY-MM-DD. */
export function localDay(instant: number, timeZone: string): string {
	const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone });
	formats.set(timeZone, format);
	return format.format(instant);
}
