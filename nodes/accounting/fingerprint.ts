const MASK = (1n << 64n) - 1n;
const PRIME = 0x100000001b3n;

/**
 * 32 hexadecimal digits that depend on every character of the text (two FNV-1a hashes). Used for keys of
 * what has no id of its own, and for request ids: the same writes get the same id, so that QuickBooks
 * carries them out once.
 */
export function fingerprint(text: string): string {
	let left = 0xcbf29ce484222325n;
	let right = 0x9ae16a3b2f90404fn;
	for (let index = 0; index < text.length; index++) {
		const unit = BigInt(text.charCodeAt(index));
		left = ((left ^ unit) * PRIME) & MASK;
		right = ((right ^ (unit + 0x9en)) * PRIME) & MASK;
	}
	return [left, right].map((hash) => hash.toString(16).padStart(16, '0')).join('');
}
