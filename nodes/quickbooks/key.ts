/**
 * The key of a document's source is written into PrivateNote in square brackets:
 * "Shopify order #1001 [demo-store.myshopify.com/Order/555]". The books themselves remember.
 */

const NOTE_LENGTH = 4000;

/**
 * The note for a document. Brackets in the memo become round, so that it can hold no other key.
 *
 * @param of what the document takes back: the books keep no link from a refund receipt to its sale.
 */
export function noteWithKey(memo: string, key: string, of?: string): string {
	const marker = of === undefined ? `[${key}]` : `[${key}] of [${of}]`;
	const plain = memo.replace(/\[/g, '(').replace(/\]/g, ')').trim();
	const room = NOTE_LENGTH - marker.length - 1;
	const text = Array.from(plain).slice(0, room).join('').trim();
	return text === '' ? marker : `${text} ${marker}`;
}

/** The document's own keys; a bookkeeper may have written before or after them. */
export function keysIn(note: string): string[] {
	return [...note.matchAll(/(?<!\] of )\[([^[\]]+)\]/g)].map((match) => match[1]);
}

/** Keys of what the document takes back. */
export function saleKeysIn(note: string): string[] {
	return [...note.matchAll(/(?<=\] of )\[([^[\]]+)\]/g)].map((match) => match[1]);
}
