import type { LedgerDocument } from '../documents';
import type { Problem } from '../problems';

/** A fact, or one of its rows, that is no document (or not yet), and why. */
export interface LedgerSkip {
	code: string;
	reason: string;
	/** The row, where it is one of several in the fact. */
	row?: { id: string; type: string };
}

export type LedgerOutcome =
	| { kind: 'documents'; documents: LedgerDocument[]; skipped: LedgerSkip[] }
	| { kind: 'problem'; problem: Problem };

export function documentsOutcome(
	documents: LedgerDocument[],
	skipped: LedgerSkip[] = [],
): LedgerOutcome {
	return { kind: 'documents', documents, skipped };
}

export function skippedOutcome(code: string, reason: string): LedgerOutcome {
	return documentsOutcome([], [{ code, reason }]);
}

export function problemOutcome(problem: Problem): LedgerOutcome {
	return { kind: 'problem', problem };
}
