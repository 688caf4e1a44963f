import { fingerprint } from '../fingerprint';

/** The longest names that QuickBooks takes. */
export const NAME_LENGTHS = {
	Account: 100,
	Customer: 500,
	Vendor: 500,
	Item: 100,
	'Payment Method': 31,
	Term: 31,
} as const;

/**
 * A name as QuickBooks allows it, always the same for the same name: no colon (it separates levels),
 * tab, line break or backslash, and not too long. A name that is cut gets a mark of its own, so
 * that two long names that begin alike stay two.
 */
export function legalName(name: string, maxLength: number, suffix = ''): string {
	const clean = name.replace(/:/g, '-').replace(/\\/g, '/').replace(/\s+/g, ' ').trim();
	const room = maxLength - suffix.length;
	if (clean.length <= room) return clean + suffix;
	const mark = ` ~${fingerprint(clean).slice(0, 6)}`;
	return cut(clean, room - mark.length) + mark + suffix;
}

/** Cut by characters, not by halves of an emoji. */
function cut(text: string, length: number): string {
	let short = '';
	for (const character of text) {
		if (short.length + character.length > length) break;
		short += character;
	}
	return short.trim();
}

/** QuickBooks compares names without regard to case. */
export function sameName(a: string, b: string): boolean {
	return a.toLowerCase() === b.toLowerCase();
}
