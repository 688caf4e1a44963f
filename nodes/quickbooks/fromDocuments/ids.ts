import type { ItemRow } from '../resolve/items';

/** Ids of what a document names; undefined where it names none. */
export interface ReferenceIds {
	customer: string | undefined;
	/** Where money goes to or comes from. */
	account: string | undefined;
	paymentMethod: string | undefined;
	class: string | undefined;
	location: string | undefined;
	terms: string | undefined;
	/** One per line. */
	items: readonly ItemRow[];
}
