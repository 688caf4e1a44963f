import { addLevel, changeTotals, findLevel, quantityObject } from '../server/inventory/stock.mts';
import { dateTime } from '../shop/calendar.mts';
import type { InventoryItem, Location, ProductVariant } from '../shop/model.mts';

/** The counts that a merchant's day moves; what is on hand follows from them. */
export interface Moved {
	available?: number;
	committed?: number;
	damaged?: number;
	reserved?: number;
	incoming?: number;
}

/**
 * Moves counts of a variant at a location, and `on_hand` by the sum of those that are part of it.
 * Variants that are not tracked have no stock to move.
 */
export function moveStock(
	variant: ProductVariant,
	location: Location,
	moved: Moved,
	at: number,
): void {
	const item = variant.inventoryItem;
	if (!item.tracked) return;
	const level = findLevel(item, location.id) ?? addLevel(item, location, dateTime(at));
	const { incoming = 0, ...parts } = moved;
	const onHand = Object.values(parts).reduce((sum, delta) => sum + delta, 0);
	for (const [name, delta] of Object.entries({ ...parts, incoming, on_hand: onHand })) {
		const count = quantityObject(level, name);
		if (count === undefined || delta === 0) continue;
		count.quantity = Number(count.quantity) + delta;
		count.updatedAt = dateTime(at);
	}
	level.updatedAt = dateTime(at);
	changeTotals(item, moved.available ?? 0);
}

/** A count of a variant at a location; 0 where it is not stocked. */
export function stockOf(variant: ProductVariant, location: Location, name = 'available'): number {
	return Number(quantityObject(levelOf(variant.inventoryItem, location), name)?.quantity ?? 0);
}

export const levelOf = (item: InventoryItem, location: Location) => findLevel(item, location.id);
