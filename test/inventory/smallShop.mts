import { createShop } from '../../sandbox/shopify/shop/createShop.mts';
import type {
	InventoryItem,
	Product,
	ProductVariant,
	Shop,
} from '../../sandbox/shopify/shop/model.mts';

let template: Shop | undefined;

/** A shop of these products, one variant each, without orders and with nothing in stock. */
export function smallShop(names: readonly string[], month = '2026-10'): Shop {
	template ??= trimmed(createShop({ seed: 5, month, orders: 0 }));
	const shop = structuredClone(template);
	names.forEach((name, index) => rename(shop.productVariants[index], name));
	keep(shop, shop.productVariants.slice(0, names.length));
	return shop;
}

/** Few of everything, so that a copy is cheap. */
function trimmed(shop: Shop): Shop {
	const plain = shop.productVariants.filter(
		({ product, inventoryItem }) =>
			product.variants.length === 1 && inventoryItem.tracked && !product.isGiftCard,
	);
	shop.customers = shop.customers.slice(0, 3);
	keep(shop, plain.slice(0, 12));
	for (const location of shop.locations) location.inventoryLevels = [];
	for (const item of shop.inventoryItems) item.inventoryLevels = [];
	for (const variant of shop.productVariants) {
		variant.inventoryQuantity = 0;
		variant.product.totalInventory = 0;
	}
	return shop;
}

function keep(shop: Shop, variants: ProductVariant[]): void {
	shop.productVariants = variants;
	shop.products = variants.map(({ product }): Product => product);
	shop.inventoryItems = variants.map(({ inventoryItem }): InventoryItem => inventoryItem);
}

function rename(variant: ProductVariant, name: string): void {
	variant.product.title = name;
	variant.displayName = name;
	variant.sku = skuOf(name);
	variant.inventoryItem.sku = skuOf(name);
}

export const skuOf = (name: string) => name.toUpperCase();
