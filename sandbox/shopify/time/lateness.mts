import { HOUR, MINUTE } from '../shop/calendar.mts';

/**
 * How much later than it happened a thing is shown by lists and searches. Shopify's index is
 * "eventually consistent": most things show within minutes, a few take far longer.
 */
export type Lateness = 'none' | 'usual' | 'bad';

/** The same id is always as late. Milliseconds. */
export function latenessOf(id: string, lateness: Lateness): number {
	if (lateness === 'none') return 0;
	const share = shareOf(id);
	if (lateness === 'bad' && share < 0.02) return 20 * HOUR;
	if (share < (lateness === 'bad' ? 0.1 : 0.01)) return 3 * HOUR;
	if (share < 0.3) return 12 * MINUTE;
	return MINUTE / 2;
}

/** A number of [0, 1) that depends on the text alone. */
export function shareOf(text: string): number {
	let hash = 0x811c9dc5;
	for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
	// the last letters of ids differ most, and must reach every bit
	hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
	return ((hash ^ (hash >>> 12)) >>> 0) / 0x1_0000_0000;
}
