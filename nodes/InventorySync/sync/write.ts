import type { LevelChange, ShopProduct, StockRow } from '../../accounting/inventory/types';
import type { Problem } from '../../accounting/problems';
import { keyOf } from './rows';
import type { Sides, SyncPolicy, SyncRun } from './sides';

/** What became of the rows of one round, by their keys. */
export interface Written {
	done: Set<string>;
	/** Changed since they were read. */
	stale: Set<string>;
	failed: Map<string, Problem>;
	/** Written or not: no answer came. */
	doubtful: Map<string, Problem>;
	/** Levels in Shopify that were set, also those of rows that are not done as a whole. */
	levels: LevelChange[];
}

interface Round {
	rows: readonly StockRow[];
	/** As they were planned with. */
	products: readonly ShopProduct[];
	asOf: string;
	adjustmentKey: string | undefined;
}

/**
 * Writes the planned changes of these rows to the side that follows.
 *
 * Shopify is read once more before, and what changed since waits for the next round. QuickBooks compares
 * nothing before it writes; Shopify compares one level with one quantity, which is not enough: a piece
 * that came back at another location, or came back and was sold once more, was counted with the orders
 * and is not in the stock that was read before them.
 */
export async function writeRows(
	sides: Sides,
	policy: SyncPolicy,
	run: SyncRun,
	round: Round,
): Promise<Written> {
	const written = nothingWritten();
	const steady = await steadyRows(sides, round, written);
	if (steady.length === 0) return written;
	const write = policy.direction === 'QuickBooks to Shopify' ? writeToShop : writeToBooks;
	await write(sides, { ...policy, ...run }, { ...round, rows: steady }, written);
	return written;
}

async function steadyRows(
	{ shop }: Sides,
	{ rows, products }: Round,
	written: Written,
): Promise<StockRow[]> {
	if (rows.length === 0) return [];
	const again = await shop.readStock(rows.map(keyOf));
	if (!again.ok) {
		for (const row of rows) written.failed.set(keyOf(row), again.problem);
		return [];
	}
	const before = new Map(products.map((each) => [each.inventoryItemId, stateOf(each)]));
	const now = new Map(again.value.products.map((each) => [each.inventoryItemId, stateOf(each)]));
	const isStale = (row: StockRow) => now.get(keyOf(row)) !== before.get(keyOf(row));
	for (const row of rows.filter(isStale)) written.stale.add(keyOf(row));
	return rows.filter((row) => !isStale(row));
}

async function writeToShop(
	{ shop }: Sides,
	{ quantity, runKey }: SyncPolicy & SyncRun,
	{ rows, asOf }: Round,
	written: Written,
): Promise<void> {
	const set = await shop.setQuantities({
		name: quantity,
		entries: rows.flatMap(({ levels }) => levels),
		reference: `gid://n8n/InventorySync/${encodeURIComponent(runKey)}`,
		// with the moment, for the same change may be right once more later in the run
		key: `${runKey} ${asOf}`,
	});
	if (!set.ok) {
		for (const row of rows) written.failed.set(keyOf(row), set.problem);
		return;
	}
	const { done, stale, refused, unknown } = set.value;
	written.levels.push(...done);
	for (const { inventoryItemId } of stale) written.stale.add(inventoryItemId);
	for (const each of unknown) written.doubtful.set(each.change.inventoryItemId, each.problem);
	for (const each of refused) written.failed.set(each.change.inventoryItemId, each.problem);
	const isDone = (key: string) =>
		!written.stale.has(key) && !written.doubtful.has(key) && !written.failed.has(key);
	for (const key of rows.map(keyOf).filter(isDone)) written.done.add(key);
}

/** A posting in between does no harm, for an adjustment adds and takes off. */
async function writeToBooks(
	{ shop, books }: Sides,
	{ date, account }: SyncPolicy & SyncRun,
	{ rows, adjustmentKey: key }: Round,
	written: Written,
): Promise<void> {
	if (key === undefined) return;
	const { refused } = await books.writeAdjustment({
		key,
		date,
		account,
		memo: `Stock as counted by Shopify (${shop.domain})`,
		lines: rows.flatMap(({ item, change }) => (item ? [{ itemId: item.id, change }] : [])),
	});
	const problems = new Map(
		refused.flatMap(({ lines, problem }) => lines.map(({ itemId }) => [itemId, problem] as const)),
	);
	for (const row of rows) {
		const problem = problems.get(row.item?.id ?? '');
		if (!problem) written.done.add(keyOf(row));
		// another run had the same key first: its adjustment has to be read
		else if (problem.code === 'changed-meanwhile') written.stale.add(keyOf(row));
		else written.failed.set(keyOf(row), problem);
	}
}

function stateOf({ levels }: ShopProduct): string {
	const states = levels.map(({ locationId, available, onHand, committed, updatedAt }) =>
		[locationId, available, onHand, committed, updatedAt].join(' '),
	);
	return states.sort().join('\n');
}

function nothingWritten(): Written {
	return { done: new Set(), stale: new Set(), failed: new Map(), doubtful: new Map(), levels: [] };
}
