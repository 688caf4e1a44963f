import type { BalanceExportPolicy } from './policy';

/** A sheet's cell as text; other kinds of values have no meaning here. */
export function cellText(value: unknown): string {
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	return typeof value === 'string' ? value.trim() : '';
}

/** The cell under a heading, whatever its case and spaces; undefined where there is no such column. */
export function cellOf(row: Record<string, unknown>, column: string): string | undefined {
	const wanted = heading(column);
	const name = Object.keys(row).find((each) => heading(each) === wanted);
	return name === undefined ? undefined : cellText(row[name]);
}

/** A heading to compare by; a file may begin with an invisible mark that n8n leaves in its first one. */
export function heading(name: string): string {
	return name
		.replace(/^\uFEFF/, '')
		.trim()
		.toLowerCase();
}

/** "-1234.50" of "-$1,234.50", "(1,234.50)" or "1234.50-"; undefined for anything else. */
export function decimalText(cell: string): string | undefined {
	const plain = cell.replaceAll('\u2212', '-').replaceAll(/[\s$£€]/g, '');
	const match = /^(\()?([-+])?(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?(-)?(\))?$/.exec(plain);
	if (match === null) return undefined;
	const [, open, sign, units, decimals, trailing, close] = match;
	if (
		(units === undefined && decimals === undefined) ||
		(open === undefined) !== (close === undefined)
	) {
		return undefined;
	}
	const minus = [open === '(', sign === '-', trailing === '-'].filter(Boolean).length;
	if (minus > 1) return undefined;
	const digits = `${(units ?? '0').replaceAll(',', '')}${decimals ?? ''}`;
	return `${minus === 1 ? '-' : ''}${digits}`;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** YYYY-MM-DD of "2026-10-03 16:59:53 +0400", "2026/10/3", "10/3/2026" or "Oct 3, 2026". */
export function dateText(
	cell: string,
	order: BalanceExportPolicy['dateOrder'],
): string | undefined {
	const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d/.-])/.exec(cell);
	if (yearFirst) return calendarDate(yearFirst[1], yearFirst[2], yearFirst[3]);
	const named = /^([A-Za-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})(?!\d)/.exec(cell);
	if (named) {
		const month = MONTHS.indexOf(named[1].toLowerCase()) + 1;
		return calendarDate(named[3], String(month), named[2]);
	}
	const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/.exec(cell);
	if (yearLast === null) return undefined;
	const [, first, second, year] = yearLast;
	return order === 'Month First'
		? calendarDate(year, first, second)
		: calendarDate(year, second, first);
}

/** Undefined for a day that no calendar has, such as 31 February. */
function calendarDate(year: string, month: string, day: string): string | undefined {
	const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	const date = new Date(`${text}T00:00:00Z`);
	return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text
		? undefined
		: text;
}
