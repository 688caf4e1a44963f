import { createCalendar } from '../shop/calendar.mts';
import type { Context } from '../shop/context.mts';
import { GiftCards } from '../shop/giftCards.mts';
import { Ids } from '../shop/ids.mts';
import { marketFor } from '../shop/market.mts';
import type { Node, ProductVariant, Shop } from '../shop/model.mts';
import { Random } from '../shop/random.mts';
import { StoreCredit } from '../shop/storeCredit.mts';
import { minor } from '../time/minor.mts';

/** Ids of the till are higher than all ids of a generated shop. */
const ABOVE_GENERATED = 20_000_000_000_000;

/** What the generator's machinery needs to go on with a shop that is already there. */
export function contextOf(shop: Shop, random: Random): Context {
	const { currencyCode, ianaTimezone, taxesIncluded } = shop.shop;
	const currency = String(currencyCode);
	const market = marketFor({
		currency,
		timezone: String(ianaTimezone),
		taxesIncluded: Boolean(taxesIncluded),
	});
	const ids = new Ids(ABOVE_GENERATED);
	const forSale = shop.productVariants.filter(({ product }) => !product.isGiftCard);
	return {
		ids,
		market,
		calendar: createCalendar('2026-01', market.timezone),
		catalogue: {
			products: shop.products,
			variants: shop.productVariants,
			inventoryItems: shop.inventoryItems,
			forSale,
			giftCards: shop.productVariants.filter(({ product }) => product.isGiftCard),
			deleted: forSale[0],
			price: new Map(),
		},
		customers: shop.customers,
		companies: [] as unknown as Context['companies'],
		locations: shop.locations,
		giftCards: new GiftCards(ids, random.fork('cards'), currency),
		storeCredit: new StoreCredit(ids, currency),
	};
}

/** A variant by itself, its id, its inventory item's id, or its SKU (the first that has it). */
export function variantOf(shop: Shop, wanted: ProductVariant | string): ProductVariant {
	if (typeof wanted !== 'string') return wanted;
	const found = shop.productVariants.find(
		({ id, sku, inventoryItem }) => id === wanted || inventoryItem.id === wanted || sku === wanted,
	);
	if (!found) throw new Error(`The shop has no variant "${wanted}"`);
	return found;
}

/** The variant's price in minor units, as it is now. */
export const priceOf = (shop: Shop, variant: ProductVariant): number =>
	minor(variant.price, String(shop.shop.currencyCode));

interface Part {
	variant: ProductVariant;
	quantity: number;
	/** The bundle that a component was sold in. */
	group?: Node;
}

/** What an order holds of a sale: a bundle comes as its components, which share its group. */
export function partsOf(context: Context, variant: ProductVariant, quantity: number): Part[] {
	if (variant.requiresComponents !== true) return [{ variant, quantity }];
	const group = {
		id: context.ids.gid('LineItemGroup'),
		title: variant.product.title,
		quantity,
		variantId: variant.id,
		variantSku: variant.sku,
		productId: variant.product.id,
		customAttributes: [],
	};
	const components = variant.productVariantComponents as Array<{
		quantity: number;
		productVariant: ProductVariant;
	}>;
	return components.map((component) => ({
		variant: component.productVariant,
		quantity: component.quantity * quantity,
		group,
	}));
}
