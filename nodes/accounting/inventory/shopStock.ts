import { sumOf } from './pieces';
import type { ShopLevel, ShopProduct, StockRow, StockSyncPolicy } from './types';

/** Levels at the chosen locations, the main one first. */
export function chosenLevels(
	{ levels }: Pick<ShopProduct, 'levels'>,
	{ locations }: Pick<StockSyncPolicy, 'locations'>,
): ShopLevel[] {
	return [...new Set(locations)].flatMap(
		(id) => levels.find(({ locationId }) => locationId === id) ?? [],
	);
}

export function sumsOf(levels: readonly ShopLevel[]): NonNullable<StockRow['shopify']> {
	return {
		available: sumOf(levels, (level) => level.available),
		onHand: sumOf(levels, (level) => level.onHand),
		committed: sumOf(levels, (level) => level.committed),
	};
}

/**
 * Pieces that are there and neither for sale nor sold: reserved for draft orders, damaged, kept as safety
 * stock. The books have them on hand, so what they have is not all for sale.
 */
export function setAside(levels: readonly ShopLevel[]): number {
	return sumOf(levels, ({ available, onHand, committed }) =>
		Math.max(0, onHand - available - committed),
	);
}

/**
 * Whether one of them changed so shortly before it was read that Shopify's search of orders may not list
 * the sale behind it yet.
 */
export function hasJustChanged(
	levels: readonly ShopLevel[],
	{ settlingSeconds, asOf }: Pick<StockSyncPolicy, 'settlingSeconds' | 'asOf'>,
): boolean {
	const settled = Date.parse(asOf) - settlingSeconds * 1000;
	return (
		settlingSeconds > 0 &&
		levels.some(({ updatedAt }) => updatedAt !== null && Date.parse(updatedAt) > settled)
	);
}
