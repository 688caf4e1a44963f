/** A whole shop as text, cycles cut: to compare two of them. */
export function flat(value: unknown): string {
	const seen = new Set<object>();
	return JSON.stringify(value, (_key, entry: unknown) => {
		if (typeof entry !== 'object' || entry === null) return entry;
		if (seen.has(entry)) return '(seen)';
		seen.add(entry);
		return entry;
	});
}
