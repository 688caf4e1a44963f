import { quantity } from './quantity';
import type { Sought, SoughtOrders } from './soughtOrders';
import type { StockDocument } from './stockDocuments';
import type { BookedSales } from './types';

/** What the documents say of the orders. @param documents lowest id first. */
export function countPieces(
	documents: readonly StockDocument[],
	sought: SoughtOrders,
): BookedSales {
	const { keys, hasSummary } = booked(documents, sought);
	const isOwn = ({ key }: Sought) => keys.has(key);
	const own = sought.all.filter(isOwn);
	const bySummary = sought.all.filter((each) => !isOwn(each) && hasSummary(each));
	return {
		booked: new Set(own.map(({ order }) => order.id)),
		bySummary: new Map(bySummary.map(({ order, paidDay }) => [order.id, `Day/${paidDay ?? ''}`])),
		pieces: new Map([
			...piecesByOrder(documents, sought),
			...piecesByDay(documents, sought.shop.domain),
		]),
		payoutSummaries: documents.some((document) => isPayoutSummary(document, sought.shop.domain)),
	};
}

/** Of two copies of a key the one with the lowest id stays; the other is on its way out. */
function piecesByOrder(
	documents: readonly StockDocument[],
	sought: SoughtOrders,
): Map<string, number> {
	const seen = new Set<string>();
	const sums = new Map<string, number>();
	for (const document of documents) {
		const owner = sought.ownerOf(document);
		if (!owner) continue;
		const copy = `${document.isSale ? 'out' : 'in'} ${owner.key}`;
		if (seen.has(copy)) continue;
		seen.add(copy);
		for (const [item, pieces] of document.pieces) {
			const name = `${owner.sought.order.id} ${item}`;
			sums.set(name, quantity((sums.get(name) ?? 0) + pieces));
		}
	}
	return sums;
}

/** Of one key the lowest id, as with orders; a day has a summary for each currency and account. */
function piecesByDay(documents: readonly StockDocument[], shop: string): Map<string, number> {
	const seen = new Set<string>();
	const sums = new Map<string, number>();
	for (const { keys, pieces } of documents) {
		const key = keys.find((each) => each.startsWith(`${shop}/Day/`));
		if (key === undefined || seen.has(key)) continue;
		seen.add(key);
		for (const [item, count] of pieces) {
			const name = `Day/${key.split('/')[2]} ${item}`;
			sums.set(name, quantity((sums.get(name) ?? 0) + count));
		}
	}
	return sums;
}

export interface Books {
	/** Keys of orders and refunds that stand in the books. */
	keys: Set<string>;
	hasSummary(sought: Sought): boolean;
	/** By itself, or in the summary of its day. */
	isBooked(sought: Sought): boolean;
}

export function booked(documents: readonly StockDocument[], { shop }: SoughtOrders): Books {
	const keys = new Set(documents.flatMap((document) => document.keys));
	const summary = `${shop.domain}/Day/`;
	const days = new Set(
		[...keys].filter((key) => key.startsWith(summary)).map((key) => key.split('/')[2]),
	);
	// What an edit changed may stand in the books of another day, and what is unpaid in none
	const hasSummary = ({ paidDay, order }: Sought) =>
		paidDay !== null && days.has(paidDay) && !order.edited;
	return { keys, hasSummary, isBooked: (each) => keys.has(each.key) || hasSummary(each) };
}

function isPayoutSummary({ keys }: StockDocument, shop: string): boolean {
	return keys.some((key) => key.startsWith(`${shop}/Payout/`) && key.split('/')[3] === 'Sales');
}
