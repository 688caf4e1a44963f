import type { Outcome } from '../../accounting/problems';
import { applyPlan, isUnsettled, planOf } from './rounds';
import { changedMeanwhile, skipped, stoppedRows } from './rows';
import type { Sides, SyncedRow, SyncPolicy, SyncReport, SyncRun } from './sides';
import { readSnapshot } from './snapshot';

export type * from './sides';

/**
 * One run: reads both sides in an order that can only err to the safe side, plans, writes what may be
 * written, and reads what changed meanwhile again.
 *
 * @returns a problem where a side cannot be read at all; what cannot be written is said row by row.
 */
export async function syncStock(
	sides: Sides,
	policy: SyncPolicy,
	run: SyncRun,
): Promise<Outcome<SyncReport>> {
	const read = await readSnapshot(sides, policy, run);
	if (!read.ok) return read;
	const snapshot = read.value;
	const plan = planOf(snapshot, policy, run);
	const { stop } = plan;
	const readAt = snapshot.asOf;
	if (run.mode === 'Preview' || stop !== null) {
		const rows = stoppedRows(plan).map((row) =>
			row.status === 'Change' && isUnsettled(row, snapshot)
				? skipped(row, changedMeanwhile(row))
				: row,
		);
		return { ok: true, value: { rows, stop, pieces: piecesOf(rows, 'Change'), rounds: 0, readAt } };
	}
	const applied = await applyPlan(sides, policy, run, { snapshot, plan });
	const rows = [...applied.rows.values()];
	const { rounds } = applied;
	return { ok: true, value: { rows, stop, pieces: piecesOf(rows, 'Done'), rounds, readAt } };
}

function piecesOf(rows: readonly SyncedRow[], status: SyncedRow['status']): number {
	return rows
		.filter((row) => row.status === status)
		.reduce((sum, { change }) => sum + Math.abs(change), 0);
}
