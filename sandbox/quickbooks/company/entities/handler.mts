import type { Books } from '../books.mts';
import type { NewMovement } from '../inventory/stock.mts';
import type { Entry } from '../ledger.mts';
import type { Link } from '../links.mts';
import type { Json, Row } from '../types.mts';

export interface BuildContext {
	/** The row before an update; undefined for a create. */
	previous?: Row;
	/** The id that the row has or will get. */
	id: string;
	/** The request as it came, without what a sparse update adds from the row. */
	sent: Json;
	/** Values of the `include` query parameter. */
	include: string[];
}

/** What a transaction does besides existing. */
export interface Posting {
	entries: Entry[];
	moves?: NewMovement[];
	links?: Pick<Link, 'toType' | 'toId' | 'cents'>[];
	/** Home units for one unit of the transaction's currency; 1 unless said otherwise. */
	rate?: number;
}

/** How one entity behaves. All parts get a body that its field table has checked. */
export interface Handler {
	/** Refuses what the rules refuse and answers what is stored (without Id, SyncToken, MetaData). */
	build(books: Books, body: Json, context: BuildContext): Json;
	/** The double entry of a stored row. Entities without it are list entities. */
	post?(books: Books, row: Row): Posting;
	/** Values that follow from other rows, added when a row is read. */
	show?(books: Books, row: Row): Json;
	/** Runs after the row is stored, inside the same all-or-nothing write. */
	after?(books: Books, row: Row, context: BuildContext): void;
	/** Transactions can be deleted for good; lists can only be made inactive. */
	deletable?: boolean;
	voidable?: boolean;
	/** Entities that the API can only read. */
	readOnly?: boolean;
}
