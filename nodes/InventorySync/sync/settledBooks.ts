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

/**
 * Reads which orders are in the books between two readings of the quantities: where these differ, a
 * posting ran in between, and nobody can tell whether the quantity or the booking was read first.
 */
export async function settledBooks(
	books: Sides['books'],
	read: { items: BooksItem[]; orders: Orders; itemOf: ReadonlyMap<string, string> },
): Promise<Outcome<Settled>> {
	const { orders, itemOf } = read;
	let { items } = read;
	for (let attempt = 1; ; attempt++) {
		const booked = await books.bookedSales(orders.recent);
		if (!booked.ok) return booked;
		if (booked.value.payoutSummaries) return { ok: false, problem: unknownSales() };
		const concerned = concernedItems(orders, itemOf, booked.value);
		const again = concerned.length === 0 ? [] : await books.readItems(concerned);
		if (!Array.isArray(again) && !again.ok) return again;
		const anew = new Map((Array.isArray(again) ? again : again.value).map((one) => [one.id, one]));
		const moved = items.filter(({ id, onHand }) => (anew.get(id)?.onHand ?? onHand) !== onHand);
		items = items.map((item) => anew.get(item.id) ?? item);
		if (moved.length === 0 || attempt === TRIES) {
			const unbooked = unbookedSales(orders, booked.value);
			return {
				ok: true,
				value: { items, unbooked, unsettled: new Set(moved.map(({ id }) => id)) },
			};
		}
	}
}

/** Items that an order's document may be moving just now. */
function concernedItems(
	{ pieces }: Orders,
	itemOf: ReadonlyMap<string, string>,
	booked: BookedSales,
): string[] {
	const sold = pieces.flatMap((order) =>
		order.pieces.flatMap(({ inventoryItemId }) => itemOf.get(inventoryItemId) ?? []),
	);
	const moved = [...booked.pieces.keys()].map((key) => key.slice(key.lastIndexOf(' ') + 1));
	return [...new Set([...sold, ...moved])];
}

function unbookedSales({ pieces }: Orders, booked: BookedSales): UnbookedSales {
	const sold = new Map<string, OrderPieces[]>();
	for (const { id, name, pieces: lines } of pieces) {
		if (booked.bySummary.has(id)) continue;
		for (const line of lines) {
			const known = sold.get(line.inventoryItemId) ?? [];
			known.push({ orderId: id, order: name, pieces: line.pieces });
			sold.set(line.inventoryItemId, known);
		}
	}
	return { sold, booked: booked.pieces };
}

function unknownSales(): Problem {
	return {
		code: 'unbooked-unknown',
		what: 'The books hold sales summed up by payout, which do not say which orders are in them',
		where: 'Unbooked Sales',
		fix: "Choose another setting of 'Unbooked Sales', or book sales by order or by day.",
	};
}
