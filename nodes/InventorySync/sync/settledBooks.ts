import type { BooksItem, OrderPieces, UnbookedSales } from '../../accounting/inventory/types';
import type { Outcome, Problem } from '../../accounting/problems';
import type { BookedSales, Sides } from './sides';
import type { Orders } from './snapshot';

interface Settled {
	items: BooksItem[];
	unbooked: UnbookedSales;
	unsettled: ReadonlySet<string>;
}

const TRIES = 3;
const DAY_MS = 86_400_000;

/**
 * Reads the quantities between two looks at which orders are in the books: where these differ, a posting
 * ran in between, and nobody can tell whether the quantity or the booking was read first. Comparing two
 * quantities would not do: a sale booked before and a return booked after the look leave them equal.
 */
export async function settledBooks(
	books: Sides['books'],
	orders: Orders,
	readItems: () => Promise<Outcome<BooksItem[]>>,
): Promise<Outcome<Settled>> {
	let booked = await look(books, orders);
	if (!booked.ok) return booked;
	const read = await readItems();
	if (!read.ok) return read;
	let items = read.value;
	for (let attempt = 1; ; attempt++) {
		const later = await look(books, orders);
		if (!later.ok) return later;
		const unsettled = movedBetween(booked.value, later.value, items);
		booked = later;
		if (unsettled.size === 0 || attempt === TRIES) {
			return {
				ok: true,
				value: { items, unbooked: unbookedSales(orders, booked.value), unsettled },
			};
		}
		const again = await books.readItems([...unsettled]);
		if (!again.ok) return again;
		const anew = new Map(again.value.map((one) => [one.id, one]));
		items = items.map((item) => anew.get(item.id) ?? item);
	}
}

async function look(books: Sides['books'], { recent }: Orders): Promise<Outcome<BookedSales>> {
	if (recent.length === 0) return { ok: true, value: NOTHING };
	const booked = await books.bookedSales(recent);
	return booked.ok && booked.value.payoutSummaries
		? { ok: false, problem: unknownSales() }
		: booked;
}

const NOTHING: BookedSales = { bySummary: new Map(), pieces: new Map(), payoutSummaries: false };

/** Ids of the items that a posting has moved; all of them where a day was summed up. */
function movedBetween(
	before: BookedSales,
	after: BookedSales,
	items: readonly BooksItem[],
): Set<string> {
	if (before.bySummary.size !== after.bySummary.size) return new Set(items.map(({ id }) => id));
	const keys = [...new Set([...before.pieces.keys(), ...after.pieces.keys()])];
	const moved = keys.filter((key) => before.pieces.get(key) !== after.pieces.get(key));
	return new Set(moved.map((key) => key.slice(key.lastIndexOf(' ') + 1)));
}

/**
 * Orders that a summary may hold are compared with it together. Of a day that began before the orders
 * were read some may be missing, so that they count as booked.
 */
function unbookedSales(
	{ pieces, since }: Orders,
	{ bySummary, pieces: moved }: BookedSales,
): UnbookedSales {
	const sold = new Map<string, OrderPieces[]>();
	for (const { id, name, pieces: lines } of pieces) {
		const day = bySummary.get(id);
		if (day !== undefined && !isWhole(day, since)) continue;
		const known =
			day === undefined ? { orderId: id, order: name } : { orderId: day, order: day, isSum: true };
		for (const line of lines) {
			const all = sold.get(line.inventoryItemId) ?? [];
			all.push({ ...known, pieces: line.pieces });
			sold.set(line.inventoryItemId, all);
		}
	}
	return { sold, booked: withDays(moved, bySummary) };
}

/** What other documents of its orders moved, such as refunds, is of the day too. */
function withDays(
	pieces: BookedSales['pieces'],
	bySummary: BookedSales['bySummary'],
): Map<string, number> {
	const sums = new Map(pieces);
	for (const [key, count] of pieces) {
		const [id, item] = key.split(' ');
		const day = bySummary.get(id);
		if (day === undefined) continue;
		const name = `${day} ${item}`;
		sums.set(name, (sums.get(name) ?? 0) + count);
	}
	return sums;
}

/** Somewhere a day begins up to 14 hours before it does in UTC. */
function isWhole(day: string, since: string): boolean {
	return Date.parse(day.slice('Day/'.length)) - DAY_MS >= Date.parse(since);
}

function unknownSales(): Problem {
	return {
		code: 'unbooked-unknown',
		what: 'The books hold sales summed up by payout, which do not say which orders are in them',
		where: 'Unbooked Sales',
		fix: "Choose another setting of 'Unbooked Sales', or book sales by order or by day.",
	};
}
