import { isRecord } from '../facts/fields';
import type { BalanceExportColumns } from './policy';
import { heading } from './readCells';

/** The headings of a file, of all its rows together. */
export function headingsOf(rows: readonly unknown[]): Set<string> {
	return new Set(rows.flatMap((row) => (isRecord(row) ? Object.keys(row).map(heading) : [])));
}

/**
 * What a person must mend when a column is not in the file. A column named wrongly may not pass as an
 * empty one: without their references, rows of an earlier import would not be known again.
 */
export function missingColumn(
	headings: ReadonlySet<string>,
	columns: BalanceExportColumns,
): string | undefined {
	const { moneyIn, moneyOut, ...single } = columns;
	const isThere = (name: string) => headings.has(heading(name));
	const missing = Object.values(single).filter((name) => name !== '' && !isThere(name));
	const present = [...headings].slice(0, 20).join(', ');
	if (missing.length > 0) {
		return `The file has no column '${missing.join("', '")}'; its columns are: ${present}`;
	}
	const inAndOut = [moneyIn, moneyOut].filter((name) => name !== '');
	if (columns.amount !== '' || inAndOut.some(isThere)) return undefined;
	return inAndOut.length === 0
		? "Neither 'Amount' nor 'Money In' and 'Money Out' are mapped to a column"
		: `The file has no column '${inAndOut.join("' or '")}'; its columns are: ${present}`;
}
