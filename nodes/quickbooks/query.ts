/** QuickBooks' query language: no OR, single quotes, `IN` lists, pages of at most 1000 rows. */

export const PAGE_SIZE = 1000;
const MAX_VALUES = 100;
/** Keeps the whole address far below the length that gateways cut off. */
const MAX_ENCODED = 3000;

/** A text literal; QuickBooks escapes with a backslash. */
export function quote(value: string): string {
	return `'${value.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
}

/** `IN (...)` conditions for many values, each short enough for one call. */
export function inConditions(field: string, values: readonly string[]): string[] {
	const conditions: string[] = [];
	let chunk: string[] = [];
	const flush = () => {
		if (chunk.length > 0) conditions.push(`${field} IN (${chunk.join(', ')})`);
		chunk = [];
	};
	for (const literal of [...new Set(values)].map(quote)) {
		const length = encodeURIComponent([...chunk, literal].join(', ')).length;
		if (chunk.length >= MAX_VALUES || (chunk.length > 0 && length > MAX_ENCODED)) flush();
		chunk.push(literal);
	}
	flush();
	return conditions;
}

/** One page; ordered, because QuickBooks' own order is not stable from page to page. */
export function select(entity: string, where: string, startPosition: number): string {
	const condition = where === '' ? '' : ` WHERE ${where}`;
	return `SELECT * FROM ${entity}${condition} ORDERBY Id STARTPOSITION ${startPosition} MAXRESULTS ${PAGE_SIZE}`;
}
