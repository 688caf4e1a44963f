import { createShop } from '../../../sandbox/shopify/shop/createShop.mts';

type Thing = Record<string, unknown>;
interface Variant extends Thing {
	product: Thing;
	inventoryItem: Thing & { inventoryLevels: Thing[] };
}

/** A shop with so many variants, each of a product of its own and stocked at the first location. */
export function shopWithManyProducts(count: number, orders = 4) {
	const shop = createShop({ seed: 11, month: '2026-10', orders });
	const { productVariants } = shop as unknown as { productVariants: Variant[] };
	const model = productVariants.find(({ inventoryItem }) => inventoryItem.tracked)!;
	for (let number = 1; productVariants.length < count; number++) {
		productVariants.push(copyOf(model, 700_000 + number));
	}
	return shop;
}

function copyOf(model: Variant, number: number): Variant {
	const sku = `MANY-${number}`;
	const gid = (kind: string) => `gid://shopify/${kind}/${number}`;
	const [level] = model.inventoryItem.inventoryLevels;
	const inventoryItem: Variant['inventoryItem'] = {
		...model.inventoryItem,
		id: gid('InventoryItem'),
		legacyResourceId: String(number),
		sku,
		inventoryLevels: [],
	};
	inventoryItem.inventoryLevels.push({
		...level,
		id: `${gid('InventoryLevel')}?inventory_item_id=${number}`,
		item: inventoryItem,
		quantities: (level.quantities as Thing[]).map((quantity) => ({ ...quantity })),
	});
	const variant: Variant = {
		...model,
		id: gid('ProductVariant'),
		legacyResourceId: String(number),
		sku,
		product: { ...model.product, id: gid('Product'), title: `Thing ${number}`, variants: [] },
		inventoryItem,
	};
	inventoryItem.variant = variant;
	inventoryItem.variants = [variant];
	return variant;
}
