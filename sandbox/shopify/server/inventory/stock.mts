import { isObject, valueAt, type ShopObject } from '../model.mts';

/** Counts that are part of what is on hand. */
export const ON_HAND_PARTS = [
	'available',
	'committed',
	'reserved',
	'damaged',
	'safety_stock',
].concat(['quality_control']);

export interface StockChange {
	name: string;
	delta: number;
	item: ShopObject;
	location: ShopObject;
	ledgerDocumentUri: string | null;
	/** Null in the answers of the live API, too. */
	quantityAfterChange: null;
}

/** The item's level at the location, if it was ever stocked there. */
export function findLevel(item: ShopObject, locationId: unknown): ShopObject | undefined {
	const levels = Array.isArray(item.inventoryLevels) ? (item.inventoryLevels as unknown[]) : [];
	return levels.filter(isObject).find((level) => valueAt(level, 'location.id') === locationId);
}

export function quantityOf(level: ShopObject | undefined, name: string): number {
	return Number(valueAt(quantityObject(level, name), 'quantity') ?? 0);
}

export function quantityObject(
	level: ShopObject | undefined,
	name: string,
): ShopObject | undefined {
	const quantities = Array.isArray(level?.quantities) ? (level.quantities as unknown[]) : [];
	return quantities.filter(isObject).find((one) => one.name === name);
}

/** Changes a count and what it is part of; an item that was not stocked there is from now on. */
export function changeStock(
	item: ShopObject,
	location: ShopObject,
	name: string,
	delta: number,
	at: string,
	ledgerDocumentUri: string | null = null,
): StockChange[] {
	const level = findLevel(item, location.id) ?? addLevel(item, location, at);
	const names = [name];
	if (name === 'on_hand') names.unshift('available');
	else if (ON_HAND_PARTS.includes(name)) names.push('on_hand');
	for (const one of names) {
		const quantity = quantityObject(level, one);
		if (!quantity) continue;
		quantity.quantity = Number(quantity.quantity) + delta;
		quantity.updatedAt = at;
	}
	level.updatedAt = at;
	if (names.includes('available')) changeTotals(item, delta);
	return names.map((one) => ({
		name: one,
		delta,
		item,
		location,
		ledgerDocumentUri: one === name ? ledgerDocumentUri : null,
		quantityAfterChange: null,
	}));
}

/** What the variant and its product show. */
export function changeTotals(item: ShopObject, delta: number): void {
	const variants = Array.isArray(item.variants) ? (item.variants as unknown[]) : [item.variant];
	for (const variant of variants.filter(isObject)) {
		if (typeof variant.inventoryQuantity === 'number') variant.inventoryQuantity += delta;
		const product = isObject(variant.product) ? variant.product : undefined;
		if (product && typeof product.totalInventory === 'number') product.totalInventory += delta;
	}
}

export function addLevel(item: ShopObject, location: ShopObject, at: string): ShopObject {
	const [, number] = /(\d+)$/.exec(String(location.id)) ?? ['', '0'];
	const [, itemNumber] = /(\d+)$/.exec(String(item.id)) ?? ['', '0'];
	const suffix = `${number}?inventory_item_id=${itemNumber}`;
	const level: ShopObject = {
		id: `gid://shopify/InventoryLevel/${suffix}`,
		isActive: true,
		canDeactivate: true,
		createdAt: at,
		updatedAt: at,
		item,
		location,
		quantities: [...ON_HAND_PARTS, 'incoming', 'on_hand'].map((name) => ({
			id: `gid://shopify/InventoryQuantity/${suffix}&name=${name}`,
			name,
			quantity: 0,
			updatedAt: at,
		})),
	};
	const levels = Array.isArray(item.inventoryLevels) ? (item.inventoryLevels as unknown[]) : [];
	item.inventoryLevels = [...levels, level];
	if (Array.isArray(location.inventoryLevels)) location.inventoryLevels.push(level);
	return level;
}
