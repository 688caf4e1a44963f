import { approved, planStock, type StockPlan } from '../../accounting/inventory';
import type { Problem } from '../../accounting/problems';
import { changedMeanwhile, keyOf, skipped, withWritten } from './rows';
import type { Sides, SyncedRow, SyncPolicy, SyncRun } from './sides';
import { readAgain, type Snapshot } from './snapshot';
import { writeRows, type Written } from './write';

const ROUNDS = 3;

/** What a run made of the rows, by their keys. */
export interface Applied {
	rows: Map<string, SyncedRow>;
	rounds: number;
}

/** What is to be written, and what it was planned from. */
export interface Planned {
	snapshot: Snapshot;
	plan: StockPlan;
}

export function planOf(snapshot: Snapshot, policy: SyncPolicy, run: SyncRun): StockPlan {
	const plan = planStock(snapshot.facts, { ...policy, asOf: snapshot.asOf });
	return run.approved === undefined ? plan : approved(plan, run.approved);
}

/**
 * Writes a plan. What changed between reading and writing is read and planned anew, once Shopify has
 * had the time to list the sale behind it; after three rounds it is left as it is.
 */
export async function applyPlan(
	sides: Sides,
	policy: SyncPolicy,
	run: SyncRun,
	first: Planned,
): Promise<Applied> {
	const rows = new Map<string, SyncedRow>(first.plan.rows.map((row) => [keyOf(row), row]));
	let planned = first;
	let allowed = run;
	for (let round = 1; ; round++) {
		const written = await writePlan(sides, policy, run, planned, rows);
		note(rows, written);
		const open = openRows(rows);
		if (open.length === 0) return { rows, rounds: round };
		if (round === ROUNDS) {
			leaveAlone(rows, written.doubtful);
			return { rows, rounds: round };
		}
		await sides.clock.sleep(policy.settlingSeconds * 1000);
		const { facts } = planned.snapshot;
		const again = await readAgain(sides, policy, run, {
			before: { ...facts, products: withWritten(facts.products, written.levels) },
			ids: open.flatMap(({ inventoryItemId }) => inventoryItemId ?? []),
			itemIds: open.flatMap(({ item }) => item?.id ?? []),
		});
		if (!again.ok) {
			for (const row of open) fail(rows, row, written.doubtful.get(keyOf(row)) ?? again.problem);
			return { rows, rounds: round };
		}
		allowed = stillAllowed(allowed, written);
		planned = { snapshot: again.value, plan: planOf(again.value, policy, allowed) };
		takeOver(rows, planned.plan, written);
	}
}

/** What was written at one location is used up, where the next was sold at meanwhile and is planned anew. */
function stillAllowed(run: SyncRun, { levels }: Written): SyncRun {
	if (run.approved === undefined) return run;
	const approvedRows = run.approved.map((row) => {
		const own = levels.filter(({ inventoryItemId }) => inventoryItemId === row.inventoryItemId);
		return { ...row, change: own.reduce((left, { from, to }) => left - (to - from), row.change) };
	});
	return { ...run, approved: approvedRows };
}

async function writePlan(
	sides: Sides,
	policy: SyncPolicy,
	run: SyncRun,
	{ snapshot, plan }: Planned,
	rows: ReadonlyMap<string, SyncedRow>,
): Promise<Written> {
	return await writeRows(sides, policy, run, {
		rows: plan.rows.filter(
			(row) =>
				row.status === 'Change' &&
				rows.get(keyOf(row))?.status === 'Change' &&
				!isUnsettled(row, snapshot),
		),
		products: snapshot.facts.products,
		asOf: snapshot.asOf,
		adjustmentKey: snapshot.adjustmentKey,
	});
}

export function isUnsettled({ item }: Pick<SyncedRow, 'item'>, { unsettled }: Snapshot): boolean {
	return item !== null && unsettled.has(item.id);
}

function openRows(rows: ReadonlyMap<string, SyncedRow>): SyncedRow[] {
	return [...rows.values()].filter(({ status }) => status === 'Change');
}

function fail(rows: Map<string, SyncedRow>, row: SyncedRow, problem: Problem): void {
	rows.set(keyOf(row), { ...row, status: 'Failed', problem });
}

function note(rows: Map<string, SyncedRow>, { done, failed }: Written): void {
	for (const row of openRows(rows)) {
		const problem = failed.get(keyOf(row));
		if (problem) fail(rows, row, problem);
		else if (done.has(keyOf(row))) rows.set(keyOf(row), { ...row, status: 'Done' });
	}
}

/**
 * The new plan for rows that are still open. One that was written without an answer is done if the new
 * reading finds it so; of one that was written in part, the rest is planned.
 */
function takeOver(
	rows: Map<string, SyncedRow>,
	{ rows: anew, stop }: StockPlan,
	{ doubtful, levels }: Written,
): void {
	const inPart = new Set(levels.map(({ inventoryItemId }) => inventoryItemId));
	for (const row of anew) {
		const key = keyOf(row);
		const old = rows.get(key);
		if (old?.status !== 'Change') continue;
		if (row.status === 'Same' && (doubtful.has(key) || inPart.has(key))) {
			rows.set(key, { ...old, status: 'Done' });
		} else if (row.status === 'Change' && stop) {
			rows.set(key, skipped(row, stop));
		} else {
			rows.set(key, inPart.has(key) ? since(old, row) : row);
		}
	}
}

/** The row with what it was before its first part was written. */
function since(old: SyncedRow, row: SyncedRow): SyncedRow {
	const { before } = old;
	if (before === null || row.after === null) return row;
	return { ...row, before, change: row.after - before };
}

function leaveAlone(rows: Map<string, SyncedRow>, doubtful: ReadonlyMap<string, Problem>): void {
	for (const row of openRows(rows)) {
		const problem = doubtful.get(keyOf(row));
		if (problem) fail(rows, row, problem);
		else rows.set(keyOf(row), skipped(row, changedMeanwhile(row)));
	}
}
