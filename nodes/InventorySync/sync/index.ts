import type { Outcome } from '../../accounting/problems';
import type { Sides, SyncPolicy, SyncReport, SyncRun } from './sides';

export type * from './sides';

/**
 * One run: reads both sides in an order that can only err to the safe side, plans, writes what may be
 * written, and reads what changed meanwhile again.
 *
 * @returns a problem where a side cannot be read at all, or gives no usable answer to a write.
 */
export type SyncStock = (
	sides: Sides,
	policy: SyncPolicy,
	run: SyncRun,
) => Promise<Outcome<SyncReport>>;
