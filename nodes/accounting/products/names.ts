import { sameText } from './text';
import type { BooksProduct } from './types';

/** Names in use, by the category they are in: QuickBooks takes each once. */
export class NamesInUse {
	private readonly taken: Set<string>;

	constructor(items: readonly BooksProduct[]) {
		this.taken = new Set(
			items.filter(({ active }) => active).map(({ name, parent }) => keyOf(name, parent)),
		);
	}

	/** Takes the first of the names that is free; undefined where none is. */
	takeFirst(names: readonly string[], parent: string): string | undefined {
		const free = names.find((name) => !this.taken.has(keyOf(name, parent)));
		if (free !== undefined) this.taken.add(keyOf(free, parent));
		return free;
	}
}

/** Whether the item bears one of the names already. */
export function isNamedSo({ name }: BooksProduct, names: readonly string[]): boolean {
	return names.some((each) => sameText(each, name));
}

function keyOf(name: string, parent: string): string {
	return `${parent}:${name}`.toLowerCase();
}
