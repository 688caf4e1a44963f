import type { AccountingDocument } from '../accounting/documents';
import type { Problem } from '../accounting/problems';
import type { Balances } from './balances';
import type { Difference } from './differences';
import type { Booked, Found } from './found';
import type { Missing } from './obstacles';
import type { Session } from './session';

interface Common {
	/** Position among the inputs. */
	index: number;
	missing: Missing[];
	differences: Difference[];
}

/** What would be done with one document. */
export type Planned =
	| (Common & {
			action: 'Create';
			/** As it will be written: perhaps on another day than the input's. */
			document: AccountingDocument;
			/** What it applies to, where the books hold it already. */
			link?: Booked;
			/** What a deposit banks of what the books hold already, by `linkName`. */
			banked?: ReadonlyMap<string, Booked>;
			note?: string;
	  })
	| (Common & {
			action: 'Already Posted';
			document: AccountingDocument;
			booked: Booked;
			link?: Booked;
	  })
	| (Common & { action: 'Same As'; document: AccountingDocument; original: number })
	| (Common & { action: 'Held'; problem: Problem });

/** What is known while a plan is made. */
export interface Planning {
	session: Session;
	found: Found;
	/** Documents of this run by `linkName`. */
	entries: ReadonlyMap<string, Entry>;
	planned: Map<number, Planned>;
	balances: Balances;
	/** Documents that must not be booked beside what the books hold, by key, and why. */
	barred: Map<string, Problem>;
}

export interface Entry {
	index: number;
	document: AccountingDocument;
}

export function held(index: number, problem: Problem): Planned {
	return { index, action: 'Held', problem, missing: [], differences: [] };
}
