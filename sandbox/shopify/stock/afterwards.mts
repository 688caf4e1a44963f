import { addProduct } from '../shop/cart.mts';
import type { LineDraft } from '../shop/draft.mts';
import { editAdd, editRemove } from '../shop/edits.mts';
import type { Location } from '../shop/model.mts';
import { refund, refundAll } from '../shop/refunds.mts';
import { moveStock, type Moved } from './levels.mts';
import { moneyOf, releaseCard } from './payment.mts';
import type { RefundWish, Restock, Sold } from './tillModel.mts';

const left = ({ quantity, returned }: LineDraft): number => quantity - returned;

/** @throws Error for what has left already. */
export function fulfilOrder(sold: Sold, at: number): void {
	const { draft } = sold;
	if (draft.fulfilled || draft.cancelledAt !== null) {
		throw new Error(`#${draft.number} has nothing left to fulfil`);
	}
	for (const line of draft.lines) moveLine(sold, line, { committed: -left(line) }, at);
	draft.fulfilled = true;
}

/** @throws Error where the goods are not where `restock` says. */
export function refundOrder(
	sold: Sold,
	wishes: RefundWish[] | undefined,
	restock: Restock,
	at: number,
): void {
	const { context, draft } = sold;
	const wrong = draft.fulfilled ? 'CANCEL' : 'RETURN';
	if (restock === wrong) {
		const state = draft.fulfilled ? 'has left' : 'has not left';
		throw new Error(`#${draft.number} ${state}: it cannot be refunded with ${restock}`);
	}
	const lines = (wishes ?? everything(sold)).map(({ line, quantity }) => ({
		line: lineOf(sold, line),
		quantity,
		restock,
	}));
	for (const { line, quantity } of lines) {
		if (quantity > left(line))
			throw new Error(`#${draft.number} has no ${quantity} of "${line.title}"`);
		takeBack(sold, line, quantity, restock, at);
	}
	for (const [location, own] of byPlace(sold, lines)) {
		refund(context, draft, { ...moneyOf(sold), at, lines: own, location });
	}
}

export function cancelOrder(sold: Sold, restock: boolean, at: number): void {
	const { context, draft } = sold;
	if (draft.fulfilled) throw new Error(`#${draft.number} has left and cannot be cancelled`);
	const type = restock ? 'CANCEL' : 'NO_RESTOCK';
	for (const line of draft.lines) takeBack(sold, line, left(line), type, at);
	draft.cancelledAt = at;
	draft.cancelReason = 'CUSTOMER';
	const location = sold.places.get(draft.lines[0].id);
	const record = refundAll(context, draft, { ...moneyOf(sold), at, restock: type, location });
	record.transactions.push(...releaseCard(sold, at));
}

/** `orderEditSetQuantity`: its `restock` decides whether what is taken off is available again. */
export function editOrder(
	sold: Sold,
	{ line: wanted, quantity, restock = true }: RefundWish & { restock?: boolean },
	at: number,
): void {
	const { context, draft, places } = sold;
	const line = lineOf(sold, wanted);
	if (quantity > 0) {
		const added = addProduct(context, draft, line.variant!, quantity);
		places.set(added.id, places.get(line.id)!);
		editAdd(context, draft, [added], at);
		const moved = draft.fulfilled ? {} : { committed: quantity };
		moveLine(sold, added, { available: -quantity, ...moved }, at);
		return;
	}
	const type = !restock ? 'NO_RESTOCK' : draft.fulfilled ? 'RETURN' : 'CANCEL';
	takeBack(sold, line, -quantity, type, at);
	editRemove(context, draft, line, -quantity, at);
	const row = draft.refunds.at(-1)!.lines[0];
	row.restock = type;
	row.location = restock ? places.get(line.id)! : null;
}

function takeBack(sold: Sold, line: LineDraft, count: number, restock: Restock, at: number): void {
	const moved: Moved = restock === 'NO_RESTOCK' ? {} : { available: count };
	if (!sold.draft.fulfilled) moved.committed = -count;
	moveLine(sold, line, moved, at);
}

function moveLine({ places }: Sold, line: LineDraft, moved: Moved, at: number): void {
	if (line.variant) moveStock(line.variant, places.get(line.id)!, moved, at);
}

const everything = ({ draft }: Sold): RefundWish[] =>
	draft.lines
		.map((line, index) => ({ line: index, quantity: left(line) }))
		.filter(({ quantity }) => quantity > 0);

function lineOf({ draft }: Sold, wanted: number | string): LineDraft {
	const found =
		typeof wanted === 'number'
			? draft.lines[wanted]
			: draft.lines.find(({ id, sku }) => id === wanted || sku === wanted);
	if (!found) throw new Error(`#${draft.number} has no line "${wanted}"`);
	return found;
}

/** Shopify's refund names the location of each line; the generator's has one for all. */
function byPlace<T extends { line: LineDraft }>({ places }: Sold, lines: T[]): Map<Location, T[]> {
	const groups = new Map<Location, T[]>();
	for (const row of lines) {
		const place = places.get(row.line.id)!;
		groups.set(place, [...(groups.get(place) ?? []), row]);
	}
	return groups;
}
