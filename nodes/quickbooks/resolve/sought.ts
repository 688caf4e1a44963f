import type { Problem } from '../../accounting/problems';
import type { Json } from '../json';
import type { ListKind } from '../settings';

/** A problem before it is known which document it befalls. */
export type Refusal = Omit<Problem, 'where'>;

/** Something to be created in one of the company's lists. */
export interface Wish {
	kind: ListKind;
	entity: 'Account' | 'Customer' | 'Vendor' | 'Item' | 'PaymentMethod' | 'Term';
	/** What the user calls it. */
	name: string;
	/** Same for all documents that need the same thing. */
	id: string;
	/** Names to try, the next one where the one before is taken by somebody else. */
	names: string[];
	body(name: string): Json;
	/** What must exist first: the accounts of an item. */
	after?: Wish[];
}

export type Sought<Row> =
	| { state: 'found'; row: Row }
	| { state: 'missing'; wish: Wish }
	| { state: 'refused'; refusal: Refusal };

export function refused(code: string, what: string, fix: string): Sought<never> {
	return { state: 'refused', refusal: { code, what, fix } };
}

/** Called when nothing is missing any more. */
export function rowOf<Row>(sought: Sought<Row>): Row {
	if (sought.state !== 'found') throw new Error('resolve() asked for a row that is not there');
	return sought.row;
}

/** "A (12), B (15)" for messages. */
export function candidates(rows: ReadonlyArray<{ id: string; name: string }>): string {
	return rows.map(({ id, name }) => `${name} (ID ${id})`).join(', ');
}
