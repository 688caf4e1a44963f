/** Guards for JSON that comes from elsewhere: QuickBooks' answers and documents edited by hand. */

export type Json = Record<string, unknown>;

export function isRecord(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path of own property names, or undefined where any part of it is missing. */
export function at(value: unknown, ...path: string[]): unknown {
	let current = value;
	for (const name of path) {
		if (!isRecord(current) || !Object.hasOwn(current, name)) return undefined;
		current = current[name];
	}
	return current;
}

/** Text at a path; numbers become text, for QuickBooks gives amounts as JSON numbers. */
export function textAt(value: unknown, ...path: string[]): string | undefined {
	const found = at(value, ...path);
	if (typeof found === 'string') return found;
	return typeof found === 'number' && Number.isFinite(found) ? String(found) : undefined;
}

/** True for `true` and "true": QuickBooks leaves false out and writes some flags as text. */
export function flagAt(value: unknown, ...path: string[]): boolean {
	const found = at(value, ...path);
	return found === true || String(found).toLowerCase() === 'true';
}

export function recordsAt(value: unknown, ...path: string[]): Json[] {
	const found = at(value, ...path);
	return Array.isArray(found) ? found.filter(isRecord) : [];
}

/** @returns undefined where the text is no JSON. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
