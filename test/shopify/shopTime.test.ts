import { dateRange, searchText } from '../../nodes/shopify/orderSearch';
import { endOfShopDay, parseShopTime } from '../../nodes/shopify/shopTime';

const at = (text: string, zone: string) => {
	const time = parseShopTime(text, zone);
	return time && new Date(time.instant).toISOString();
};

it.each([
	['2026-10-01', 'America/New_York', '2026-10-01T04:00:00.000Z'],
	['2026-01-01', 'America/New_York', '2026-01-01T05:00:00.000Z'],
	['2026-10-01T09:30:00', 'Asia/Kolkata', '2026-10-01T04:00:00.000Z'],
	['2026-10-01T09:30:00.123', 'Europe/London', '2026-10-01T08:30:00.000Z'],
	['2026-10-01T09:30:00Z', 'America/New_York', '2026-10-01T09:30:00.000Z'],
	['2026-10-01T00:00:00.000+02:00', 'America/New_York', '2026-09-30T22:00:00.000Z'],
	['2026-10-01', 'Pacific/Auckland', '2026-09-30T11:00:00.000Z'],
	// the night in which clocks change: midnight is before the change
	['2026-03-08', 'America/New_York', '2026-03-08T05:00:00.000Z'],
	['2026-11-01', 'America/New_York', '2026-11-01T04:00:00.000Z'],
])('%s in %s is %s', (text, zone, expected) => {
	expect(at(text, zone)).toBe(expected);
});

it.each(['', 'yesterday', '2026-02-30', '2026-13-01'])('%s is no time', (text) => {
	expect(parseShopTime(text, 'UTC')).toBeUndefined();
});

it.each([
	['2026-11-01', 25],
	['2026-03-08', 23],
	['2026-10-01', 24],
])('%s has %i hours in New York', (day, hours) => {
	const start = parseShopTime(day, 'America/New_York')?.instant ?? 0;
	expect((endOfShopDay(day, 'America/New_York') - start) / 3_600_000).toBe(hours);
});

it('takes the last day whole, in quotes, and leaves out test orders', () => {
	const range = dateRange('2026-10-01', '2026-10-31T00:00:00', 'America/New_York');
	if (!range.ok) throw new Error(range.problem.what);
	expect(searchText({ date: 'processedAt', includeTest: false, ...range.value })).toBe(
		"processed_at:>='2026-10-01T04:00:00Z' processed_at:<'2026-11-01T04:00:00Z' test:false",
	);
});

it('takes a moment as it is, and no limit for no limit', () => {
	expect(dateRange('', '2026-10-01T12:00:00Z', 'UTC')).toEqual({
		ok: true,
		value: { from: undefined, to: Date.UTC(2026, 9, 1, 12) },
	});
	expect(searchText({ date: 'updatedAt', includeTest: true })).toBe('');
});

it.each([
	['soon', '', "'From'"],
	['', 'soon', "'To'"],
	['2026-10-02', '2026-10-01', "'From'"],
])('refuses %s to %s', (from, to, named) => {
	expect(dateRange(from, to, 'UTC')).toMatchObject({
		ok: false,
		problem: { code: 'invalid-setting', what: expect.stringContaining(named) },
	});
});
