import { dateTime } from './calendar.mts';
import type { Ids } from './ids.mts';
import type { InventoryItem, InventoryLevel, Location, Order, ProductVariant } from './model.mts';
import type { Random } from './random.mts';

const NAMES = [
	'available',
	'on_hand',
	'committed',
	'incoming',
	'reserved',
	'damaged',
	'safety_stock',
	'quality_control',
];

/**
 * Stock at the end of the month. `committed` is what unfulfilled orders wait for;
 * on_hand = available + committed + reserved + damaged + safety_stock + quality_control.
 * Available may be negative: the shop oversold.
 */
export function stockUp(
	ids: Ids,
	random: Random,
	variants: ProductVariant[],
	locations: Location[],
	orders: Order[],
	asOf: number,
): void {
	const committed = countCommitted(orders);
	for (const variant of variants) {
		const item = variant.inventoryItem;
		const waiting = committed.get(variant) ?? 0;
		for (const [index, location] of locations.entries()) {
			if (index > 0 && !random.chance(60)) continue;
			const level = createLevel(ids, random, item, location, index === 0 ? waiting : 0, asOf);
			item.inventoryLevels.push(level);
			(location.inventoryLevels as InventoryLevel[]).push(level);
		}
		variant.inventoryQuantity = item.inventoryLevels.reduce(
			(sum, level) => sum + level.quantities[0].quantity,
			0,
		);
		const { product } = variant;
		if (item.tracked) {
			product.totalInventory =
				(product.totalInventory as number) + (variant.inventoryQuantity as number);
		}
	}
}

function createLevel(
	ids: Ids,
	random: Random,
	item: InventoryItem,
	location: Location,
	committed: number,
	asOf: number,
): InventoryLevel {
	const tracked = item.tracked;
	const available = tracked ? random.int(-3, 160) : 0;
	const damaged = tracked && random.chance(10) ? random.int(1, 4) : 0;
	const reserved = tracked && random.chance(8) ? random.int(1, 6) : 0;
	const incoming = tracked && random.chance(20) ? random.int(10, 60) : 0;
	const waiting = tracked ? committed : 0;
	const values: Record<string, number> = {
		available,
		committed: waiting,
		incoming,
		reserved,
		damaged,
		safety_stock: 0,
		quality_control: 0,
	};
	values.on_hand = available + waiting + reserved + damaged;
	const number = ids.number('InventoryLevel');
	const itemNumber = item.legacyResourceId as string;
	return {
		id: `gid://shopify/InventoryLevel/${number}?inventory_item_id=${itemNumber}`,
		isActive: true,
		canDeactivate: true,
		createdAt: item.createdAt as string,
		updatedAt: dateTime(asOf),
		item,
		location,
		quantities: NAMES.map((name) => ({
			id: `gid://shopify/InventoryQuantity/${number}?inventory_item_id=${itemNumber}&name=${name}`,
			name,
			quantity: values[name],
			updatedAt: dateTime(asOf),
		})),
	};
}

function countCommitted(orders: Order[]): Map<ProductVariant, number> {
	const counts = new Map<ProductVariant, number>();
	for (const order of orders) {
		if (order.displayFulfillmentStatus !== 'UNFULFILLED' || order.cancelledAt !== null) continue;
		for (const { variant, currentQuantity } of order.lineItems) {
			if (variant) counts.set(variant, (counts.get(variant) ?? 0) + currentQuantity);
		}
	}
	return counts;
}
