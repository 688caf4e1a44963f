import type { Books } from '../books.mts';

/** What a vanishing transaction paid is open again, and what paid it is no longer applied. */
export function releaseLinks(books: Books, entity: string, id: string): void {
	books.links.set(entity, id, []);
	books.links.drop(entity, id);
}
