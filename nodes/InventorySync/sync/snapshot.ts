import type { ShopProduct, StockFacts } from '../../accounting/inventory/types';
import type { Outcome } from '../../accounting/problems';
import { settledBooks } from './settledBooks';
import type { RecentOrder, Sides, StockOrder, SyncPolicy, SyncRun } from './sides';

/** Both sides as they were read. */
export interface Snapshot {
	facts: StockFacts;
	/** When Shopify's stock was read, ISO 8601. */
	asOf: string;
	/** Ids of QuickBooks items that were being booked each time the books were read. */
	unsettled: ReadonlySet<string>;
	/** Of the adjustment that may follow; only where one may. */
	adjustmentKey: string | undefined;
}

/** Orders, and the pieces that each has taken off the shelf. */
export interface Orders {
	recent: RecentOrder[];
	pieces: StockOrder[];
	/** Orders that changed later are among them, ISO 8601. */
	since: string;
}

const DAY_MS = 86_400_000;
const NONE: Orders = { recent: [], pieces: [], since: '' };

/**
 * Shopify's stock first, its orders next, the books last. An order that comes in between is counted
 * as unbooked, or changes the stock that was read so that it cannot be overwritten; read the other
 * way round, it would be neither, and its pieces would be sold twice.
 */
export async function readSnapshot(
	{ shop, books }: Sides,
	policy: SyncPolicy,
	run: SyncRun,
): Promise<Outcome<Snapshot>> {
	const key = await keyFor(books, policy, run);
	if (!key.ok) return key;
	const reading = await shop.readStock();
	if (!reading.ok) return reading;
	const { products, readAt } = reading.value;
	const orders = await readOrders(shop, policy, run, readAt);
	if (!orders.ok) return orders;
	const settled = await settledBooks(books, orders.value, async () => await books.readItems());
	return snapshotOf(settled, { products, asOf: readAt, adjustmentKey: key.value });
}

/** The named products and items anew, among the others as they were. */
export async function readAgain(
	{ shop, books }: Sides,
	policy: SyncPolicy,
	run: SyncRun,
	{
		before,
		ids,
		itemIds,
	}: { before: StockFacts; ids: readonly string[]; itemIds: readonly string[] },
): Promise<Outcome<Snapshot>> {
	const key = await keyFor(books, policy, run);
	if (!key.ok) return key;
	const reading = await shop.readStock(ids);
	if (!reading.ok) return reading;
	const { readAt } = reading.value;
	const orders = await readOrders(shop, policy, run, readAt);
	if (!orders.ok) return orders;
	const settled = await settledBooks(books, orders.value, async () => {
		const anew = await books.readItems(itemIds);
		if (!anew.ok) return anew;
		return { ok: true, value: replaced(before.items, anew.value, ({ id }) => id) };
	});
	const products = replaced(
		before.products,
		reading.value.products,
		(each) => each.inventoryItemId,
	);
	return snapshotOf(settled, { products, asOf: readAt, adjustmentKey: key.value });
}

/**
 * Before any quantity is read: whatever another run adjusts from now on either is in the quantities, or
 * has this key, and then it is not written twice.
 */
async function keyFor(
	books: Sides['books'],
	{ direction, date }: SyncPolicy,
	{ mode }: SyncRun,
): Promise<Outcome<string | undefined>> {
	if (direction === 'QuickBooks to Shopify' || mode === 'Preview') {
		return { ok: true, value: undefined };
	}
	return await books.nextAdjustmentKey(date);
}

async function readOrders(
	shop: Sides['shop'],
	{ unbooked }: SyncPolicy,
	{ lookBackDays }: SyncRun,
	readAt: string,
): Promise<Outcome<Orders>> {
	if (unbooked !== 'orders') return { ok: true, value: NONE };
	const since = new Date(Date.parse(readAt) - lookBackDays * DAY_MS).toISOString();
	const recent = await shop.readRecentOrders(since);
	if (!recent.ok) return recent;
	const ids = recent.value.map(({ id }) => id);
	const pieces = await shop.readOrderPieces(ids, since);
	if (!pieces.ok) return pieces;
	return { ok: true, value: { recent: recent.value, pieces: pieces.value, since } };
}

type SettledBooks = Awaited<ReturnType<typeof settledBooks>>;

function snapshotOf(
	settled: SettledBooks,
	read: { products: ShopProduct[]; asOf: string; adjustmentKey: string | undefined },
): Outcome<Snapshot> {
	if (!settled.ok) return settled;
	const { items, unbooked, unsettled } = settled.value;
	const { products, ...rest } = read;
	return { ok: true, value: { ...rest, facts: { products, items, unbooked }, unsettled } };
}

/** The list with what was read anew in the places of the old; what is gone stays as it was. */
function replaced<T>(list: readonly T[], anew: readonly T[], idOf: (one: T) => string): T[] {
	const byId = new Map(anew.map((one) => [idOf(one), one]));
	return list.map((one) => byId.get(idOf(one)) ?? one);
}
