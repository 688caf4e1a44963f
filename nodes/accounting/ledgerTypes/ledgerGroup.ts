import type { EntryCategory } from '../entryCategories';
import type { Booking, LedgerAccountRole } from './ledgerType';

/** Types that are booked alike. */
export interface LedgerGroup {
	booking: Booking;
	category: EntryCategory;
	role?: LedgerAccountRole;
	confirm?: true;
	meaning: string;
	types: readonly string[];
}

/** A type, and the one that takes it back: the same account with the other sign. */
export const andReversal = (...types: string[]) =>
	types.flatMap((type) => [type, `${type}_REVERSAL`]);
