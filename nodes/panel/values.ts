import { recordOf } from './policyFor';

/** Reads what a panel gives: unknown values, of which some may come from expressions. */
export { given, oneOf, recordOf, textOf } from './policyFor';

/** The rows of a fixed collection. */
export function rowsOf(value: unknown): Array<Record<string, unknown>> {
	const { rows } = recordOf(value);
	const entries: unknown[] = Array.isArray(rows) ? rows : [];
	return entries.map(recordOf);
}
