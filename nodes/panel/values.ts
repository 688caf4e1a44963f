/** Reads what a panel gives: unknown values, of which some may come from expressions. */

export function recordOf(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Without spaces around it; undefined where nothing is left. */
export function textOf(value: unknown): string | undefined {
	const text = typeof value === 'string' ? value.trim() : '';
	return text === '' ? undefined : text;
}

/** A choice that is none of the choices counts as not made. */
export function oneOf<T extends string>(value: unknown, choices: readonly T[], otherwise: T): T {
	return choices.find((choice) => choice === value) ?? otherwise;
}

/** A field that is left out where it has no value. */
export function given<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
	return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}

/** The rows of a fixed collection. */
export function rowsOf(value: unknown): Array<Record<string, unknown>> {
	const { rows } = recordOf(value);
	const entries: unknown[] = Array.isArray(rows) ? rows : [];
	return entries.map(recordOf);
}
