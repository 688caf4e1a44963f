import { fingerprint } from './fingerprint';

/** The longest name that QuickBooks takes of a product or service. */
export const ITEM_NAME_LENGTH = 100;

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

/** The name of a product as an item, then with the SKU, for products of one name and several SKUs. */
export function itemNames(name: string, sku: string | null): string[] {
	const plain = legalName(name, ITEM_NAME_LENGTH);
	const code = (sku ?? '').trim();
	if (code === '') return [plain];
	return [plain, legalName(name, ITEM_NAME_LENGTH, ` (${legalName(code, 40)})`)];
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
