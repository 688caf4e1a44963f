import type {
	LevelChange,
	ShopProduct,
	StockPlan,
	StockRow,
} from '../../accounting/inventory/types';
import type { Problem } from '../../accounting/problems';
import type { SyncedRow } from './sides';

/** A row is known by its product, or by its item where Shopify has none. */
export function keyOf({
	inventoryItemId,
	item,
}: Pick<StockRow, 'inventoryItemId' | 'item'>): string {
	return inventoryItemId ?? `item ${item?.id ?? ''}`;
}

export function skipped(row: SyncedRow, problem: Problem): SyncedRow {
	return { ...row, status: 'Skipped', problem };
}

/** Rows of a plan that is barred as a whole. */
export function stoppedRows({ rows, stop }: StockPlan): SyncedRow[] {
	return rows.map((row) => (stop && row.status === 'Change' ? skipped(row, stop) : row));
}

export function changedMeanwhile({ product }: Pick<StockRow, 'product'>): Problem {
	return {
		code: 'changed-meanwhile',
		what: 'The quantity changed each time between reading and writing it, by sales or by hand',
		where: product,
		fix: 'Nothing was overwritten. Run again in a while.',
	};
}

/** Products with the quantities that were written, so that a further plan does not plan them again. */
export function withWritten(
	products: readonly ShopProduct[],
	done: readonly LevelChange[],
): ShopProduct[] {
	const changes = new Map(done.map((each) => [levelKey(each), each.to - each.from]));
	return products.map((product) => ({
		...product,
		levels: product.levels.map((level) => {
			const { inventoryItemId } = product;
			const change = changes.get(levelKey({ inventoryItemId, locationId: level.locationId })) ?? 0;
			return { ...level, available: level.available + change, onHand: level.onHand + change };
		}),
	}));
}

function levelKey(level: { inventoryItemId: string; locationId: string }): string {
	return `${level.inventoryItemId} ${level.locationId}`;
}
