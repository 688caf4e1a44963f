/** Shopify ids: ever growing per type, with gaps, far above anything a 32-bit integer holds. */
export class Ids {
	private readonly next = new Map<string, number>();

	/** @param above every number is higher than this: ids that come after those of another list. */
	constructor(private readonly above = 0) {}

	/** The next number of a type, as legacy resource ids and BigInt fields give it. */
	number(type: string): string {
		const before = this.next.get(type) ?? this.above + firstOf(type);
		const value = before + 32_768 + (before % 97) * 11;
		this.next.set(type, value);
		return String(value);
	}

	gid(type: string): string {
		return gid(type, this.number(type));
	}
}

export const gid = (type: string, number: string): string => `gid://shopify/${type}/${number}`;

export const legacyId = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/** A start of 13 digits that differs by type, so that a mixed-up id is found out. */
function firstOf(type: string): number {
	let sum = 0;
	for (const letter of type) sum = (sum * 31 + letter.charCodeAt(0)) % 8_000;
	return 1_000_000_000_000 + sum * 1_000_000_000;
}
