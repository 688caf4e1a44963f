/**
 * In the order they happened. Shopify counts times in seconds, so several may be of one moment; its ids
 * grow, and tell which came first. The order of a list in the item means nothing: numbers like "-R2"
 * must stay the same whoever reads it.
 */
export function inTime<Event extends { id: string | null }>(
	events: readonly Event[],
	timeOf: (event: Event) => string,
): Event[] {
	return [...events].sort(
		(a, b) => Date.parse(timeOf(a)) - Date.parse(timeOf(b)) || byId(a.id ?? '', b.id ?? ''),
	);
}

/** Ids differ in their last number only; a longer number is a larger one. */
function byId(a: string, b: string): number {
	if (a.length !== b.length) return a.length - b.length;
	return a === b ? 0 : a < b ? -1 : 1;
}
