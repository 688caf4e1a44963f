import type { BookEntry } from './bookEntry';

/** A document of other hands, and the one of ours that it resembles. */
export interface Suspect {
	entry: BookEntry;
	like: BookEntry;
}

const SALES = new Set(['Sales Receipt', 'Invoice', 'Payment']);
const DAY = 86_400_000;

/**
 * Doubles that other tools or hands may have made of what this package posted for the shop: the same
 * amount in the same currency within a day, and the same customer or money that went the same way.
 * Nothing is certain here, so they are listed and never touched.
 */
export function suspectsIn(entries: readonly BookEntry[], domain: string): Suspect[] {
	const isOurs = ({ keys }: BookEntry) => keys.some((key) => key.startsWith(`${domain}/`));
	const ours = new Map<string, BookEntry[]>();
	for (const entry of entries.filter(isOurs)) {
		const alike = ours.get(amountKey(entry));
		if (alike) alike.push(entry);
		else ours.set(amountKey(entry), [entry]);
	}
	return entries
		.filter((entry) => entry.keys.length === 0 && !entry.total.isZero())
		.flatMap((entry) => {
			const like = ours.get(amountKey(entry))?.find((each) => isAlike(entry, each));
			return like === undefined ? [] : [{ entry, like }];
		});
}

function amountKey({ total }: BookEntry): string {
	return total.toString();
}

function isAlike(entry: BookEntry, ours: BookEntry): boolean {
	const apart = Math.abs(Date.parse(entry.date) - Date.parse(ours.date));
	const isSameKind =
		entry.document === ours.document || (SALES.has(entry.document) && SALES.has(ours.document));
	if (!isSameKind || apart > DAY) return false;
	return entry.customer === ours.customer || sharesAccount(entry, ours);
}

function sharesAccount(entry: BookEntry, ours: BookEntry): boolean {
	return entry.moves.some(({ account, amount }) =>
		ours.moves.some((move) => move.account === account && move.amount.equals(amount)),
	);
}
