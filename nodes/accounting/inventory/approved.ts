import type { Problem } from '../problems';
import { piecesText } from './pieces';
import { piecesOf } from './runGuards';
import type { StockPlan, StockRow } from './types';
import { whereOf } from './unmatched';

/** A change that somebody has seen in a preview and allowed. */
export interface ApprovedChange {
	inventoryItemId: string | null;
	itemId: string | null;
	/** Pieces, with their sign. */
	change: number;
}

/**
 * The plan with those changes only that were approved: of the same product and item, in the same
 * direction, and not larger. What was approved twice must be within both.
 */
export function approved(plan: StockPlan, changes: readonly ApprovedChange[]): StockPlan {
	const byProduct = new Map<string, ApprovedChange[]>();
	for (const change of changes) {
		const key = keyOf(change.inventoryItemId, change.itemId);
		byProduct.set(key, [...(byProduct.get(key) ?? []), change]);
	}
	const rows = plan.rows.map((row) => {
		if (row.status !== 'Change') return row;
		const key = keyOf(row.inventoryItemId, row.item?.id ?? null);
		const problem = difference(row, byProduct.get(key) ?? []);
		return problem ? withheld(row, problem) : row;
	});
	return { ...plan, rows, pieces: piecesOf(rows) };
}

function keyOf(inventoryItemId: string | null, itemId: string | null): string {
	return `${inventoryItemId ?? ''} ${itemId ?? ''}`;
}

function difference(row: StockRow, changes: readonly ApprovedChange[]): Problem | undefined {
	const wrong = changes.find(({ change }) => !isWithin(row.change, change));
	if (changes.length > 0 && wrong === undefined) return undefined;
	const now = `It would change by ${piecesText(row.change)} now`;
	return {
		code: 'differs-from-approved',
		what: wrong
			? `${now}, and ${piecesText(wrong.change)} were approved`
			: `${now}, and that is not among the approved changes`,
		where: whereOf({ name: row.product, sku: row.sku }),
		fix: 'Let the preview run again, and approve what it shows.',
	};
}

function isWithin(change: number, limit: number): boolean {
	return Math.sign(change) === Math.sign(limit) && Math.abs(change) <= Math.abs(limit);
}

function withheld(row: StockRow, problem: Problem): StockRow {
	return { ...row, after: row.before, change: 0, status: 'Skipped', problem, levels: [] };
}
