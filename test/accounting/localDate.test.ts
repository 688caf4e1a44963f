import { localDate } from '../../nodes/accounting/localDate';

it.each([
	['just before midnight', '2026-10-06T03:59:59Z', 'America/New_York', '2026-10-05'],
	['midnight', '2026-10-06T04:00:00Z', 'America/New_York', '2026-10-06'],
	['month end, west of UTC', '2026-11-01T03:30:00Z', 'America/New_York', '2026-10-31'],
	['month end, east of UTC', '2026-10-31T15:00:00Z', 'Asia/Tokyo', '2026-11-01'],
	['year end', '2026-12-31T23:30:00Z', 'Europe/Copenhagen', '2027-01-01'],
	['leap day', '2028-02-29T23:59:59Z', 'UTC', '2028-02-29'],
	['the hour that summer time takes', '2026-03-08T06:59:00Z', 'America/New_York', '2026-03-08'],
	['after the clocks went forward', '2026-03-09T03:59:00Z', 'America/New_York', '2026-03-08'],
	['before the clocks go back', '2026-11-01T04:00:00Z', 'America/New_York', '2026-11-01'],
	['after the clocks went back', '2026-11-02T04:59:59Z', 'America/New_York', '2026-11-01'],
	[
		'after the clocks went back, midnight',
		'2026-11-02T05:00:00Z',
		'America/New_York',
		'2026-11-02',
	],
	['British summer time', '2026-10-24T23:30:00Z', 'Europe/London', '2026-10-25'],
	['half-hour zones', '2026-10-05T18:30:00Z', 'Asia/Kolkata', '2026-10-06'],
	['an offset of its own', '2026-10-05T23:30:00-04:00', 'UTC', '2026-10-06'],
])('%s: %s in %s is %s', (_name, instant, zone, expected) => {
	expect(localDate(instant, zone)).toBe(expected);
});

it.each([
	['yesterday', 'UTC'],
	['', 'UTC'],
	['2026-10-05T23:30:00Z', 'Mars/Olympus'],
	['2026-10-05T23:30:00Z', ''],
])('%s in %s cannot be told', (instant, zone) => {
	expect(localDate(instant, zone)).toBeUndefined();
});
