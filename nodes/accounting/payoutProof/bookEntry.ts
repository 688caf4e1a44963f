import { Money } from '../money';

/** A document as it stands in the books, with what it moves. */
export interface BookEntry {
	/** What QuickBooks calls it: "Sales Receipt". */
	document: string;
	id: string;
	number: string | null;
	/** YYYY-MM-DD. */
	date: string;
	currency: string;
	total: Money;
	/** Keys of sources in its private note. */
	keys: string[];
	customer: string | null;
	/** On accounts, by name; positive is a debit. What lies on items and taxes may be left out. */
	moves: AccountMove[];
	/** Documents that it banks or settles, by their name in the books: "Sales Receipt 12". */
	links: string[];
	/** Opens it in QuickBooks. */
	url: string;
}

export interface AccountMove {
	account: string;
	amount: Money;
}

/** "Sales Receipt 12": what links name. */
export function entryName({ document, id }: Pick<BookEntry, 'document' | 'id'>): string {
	return `${document} ${id}`;
}

/** All that was read of the books, found by key. */
export class Books {
	private readonly index = new Map<string, BookEntry[]>();

	constructor(readonly entries: readonly BookEntry[]) {
		for (const entry of entries) {
			for (const key of new Set(entry.keys)) this.file(key, entry);
		}
	}

	at(key: string): BookEntry[] {
		return this.index.get(key) ?? [];
	}

	/** Documents of the key itself and of what happened to it later ("…/Edit/7", "…/Payment"). */
	under(key: string): BookEntry[] {
		const found = new Set(this.at(key));
		for (const [each, entries] of this.index) {
			if (each.startsWith(`${key}/`)) entries.forEach((entry) => found.add(entry));
		}
		return [...found];
	}

	private file(key: string, entry: BookEntry): void {
		const known = this.index.get(key);
		if (known) known.push(entry);
		else this.index.set(key, [entry]);
	}
}

/** What documents move on any of the accounts, in one currency; positive raises them. */
export function movedOn(
	entries: readonly BookEntry[],
	accounts: ReadonlySet<string>,
	currency: string,
): Money {
	const moves = entries
		.flatMap((entry) => entry.moves)
		.filter(({ account, amount }) => accounts.has(account) && amount.currency === currency);
	return Money.sum(
		currency,
		moves.map(({ amount }) => amount),
	);
}
