import type { GraphqlObject } from '../types';
import type { ShopLevel, ShopProduct } from './types';

/** A variant as the queries select it. */
export interface VariantNode extends GraphqlObject {
	id: string;
	title: string;
	sku: string | null;
	requiresComponents: boolean;
	product: { id: string; title: string; hasOnlyDefaultVariant: boolean; isGiftCard: boolean };
}

/** With `level0`, `level1` and so on: one for each location, null where it is not stocked. */
export interface StockedItem extends GraphqlObject {
	id: string;
	tracked: boolean;
}

interface LevelNode {
	updatedAt: string;
	location: { id: string; name: string };
	quantities: Array<{ name: string; quantity: number; updatedAt: string | null }>;
}

/** As the shop shows it on orders. The title of an only variant is "Default Title", or a translation. */
export function nameOf({ title, product }: Pick<VariantNode, 'title' | 'product'>): string {
	return product.hasOnlyDefaultVariant ? product.title : `${product.title} - ${title}`;
}

export function skuOf({ sku }: { sku: string | null }): string | null {
	return sku === null || sku.trim() === '' ? null : sku;
}

export function shopProduct(variant: VariantNode, item: StockedItem): ShopProduct {
	return {
		inventoryItemId: item.id,
		variantId: variant.id,
		name: nameOf(variant),
		sku: skuOf(variant),
		tracked: item.tracked,
		isBundle: variant.requiresComponents,
		isGiftCard: variant.product.isGiftCard,
		levels: Object.entries(item)
			.filter(([field, level]) => field.startsWith('level') && level !== null)
			.map(([, level]) => shopLevel(level as LevelNode)),
	};
}

function shopLevel({ updatedAt, location, quantities }: LevelNode): ShopLevel {
	const quantity = (name: string) => quantities.find((one) => one.name === name)?.quantity ?? 0;
	return {
		locationId: location.id,
		location: location.name,
		available: quantity('available'),
		onHand: quantity('on_hand'),
		committed: quantity('committed'),
		updatedAt: latest([updatedAt, ...quantities.map((one) => one.updatedAt)]),
	};
}

export function latest(times: Array<string | null | undefined>): string | null {
	const known = times.filter((time): time is string => Boolean(time));
	if (known.length === 0) return null;
	return known.reduce((a, b) => (Date.parse(b) > Date.parse(a) ? b : a));
}
