import { addLevel } from '../server/inventory/stock.mts';
import { createProduct, type Making } from '../shop/catalogue.mts';
import { DAY, dateTime } from '../shop/calendar.mts';
import { createShop } from '../shop/createShop.mts';
import { gid, Ids } from '../shop/ids.mts';
import type { ProductVariant, Shop } from '../shop/model.mts';
import { moneyV2 } from '../shop/money.mts';
import { Random } from '../shop/random.mts';
import { moveStock } from './levels.mts';
import { mixedProducts } from './productMix.mts';

/** A product with one variant. */
export interface StockProduct {
	title: string;
	/** Null: the merchant never gave one. Several products may have the same. */
	sku: string | null;
	/** Minor units; default 1,000. */
	price?: number;
	/** Minor units; null: the merchant never entered it. Default 40 % of the price. */
	cost?: number | null;
	/** Default true; a gift card's is false. */
	tracked?: boolean;
	giftCard?: boolean;
	taxable?: boolean;
	/** Makes it a bundle: pieces of variants by their SKU, which must come before it. */
	bundleOf?: Array<{ sku: string; quantity: number }>;
	/** Available by location, in their order; null or nothing: not stocked there. */
	stock?: Array<number | null>;
	type?: string;
	description?: string;
	status?: 'ACTIVE' | 'DRAFT' | 'ARCHIVED';
}

export interface StockShopOptions {
	/** Products by hand, the first of the shop. */
	products?: StockProduct[];
	/** Further products "SKU-1", "SKU-2", … of the mix. Default 0 with products, else 20. */
	count?: number;
	/**
	 * 'plain' (default): all are tracked and stocked at the first location at least. 'usual': some are
	 * untracked, bundles, gift cards, without SKU, with another's SKU, oversold or stocked nowhere.
	 */
	mix?: 'plain' | 'usual';
	/** 1 to 3; default 1. */
	locations?: number;
	seed?: number;
	currency?: string;
	/** 'YYYY-MM': when the shop is young; its products are half a year older. */
	month?: string;
}

/** Ids of its products are higher than those of a generated shop, and lower than a till's. */
const ABOVE_GENERATED = 10_000_000_000_000;

/** A shop that has stock and no orders yet: a `Till` sells from it. */
export function createStockShop(options: StockShopOptions = {}): Shop {
	const { seed = 1, currency = 'USD', month = '2026-10', locations = 1 } = options;
	const shop = createShop({ seed, currency, month, orders: 0 });
	const random = new Random(seed).fork('stock shop');
	shop.locations.splice(locations);
	for (const location of shop.locations) location.inventoryLevels = [];
	const count = options.count ?? (options.products ? 0 : 20);
	const wishes = [
		...(options.products ?? []),
		...mixedProducts(random, count, options.mix ?? 'plain', locations),
	];
	const born = Date.parse(`${month}-01T00:00:00Z`) - 200 * DAY;
	const making = { ids: new Ids(ABOVE_GENERATED), random, currency, createdAt: born };
	for (const list of [shop.products, shop.productVariants, shop.inventoryItems]) list.length = 0;
	const bySku = new Map<string, ProductVariant>();
	for (const wish of wishes) {
		const variant = addVariant(shop, making, wish, bySku);
		if (wish.sku !== null && !bySku.has(wish.sku)) bySku.set(wish.sku, variant);
	}
	countDuplicateSkus(shop);
	return shop;
}

function addVariant(
	shop: Shop,
	base: Omit<Making, 'plan' | 'price'>,
	wish: StockProduct,
	bySku: ReadonlyMap<string, ProductVariant>,
): ProductVariant {
	const { currency, createdAt } = base;
	const { title, sku, price = 1000, giftCard = false, taxable = true } = wish;
	const tracked = !giftCard && wish.bundleOf === undefined && (wish.tracked ?? true);
	const type = wish.type ?? 'Goods';
	const plan = { title, type, price, sku, giftCard, tracked, taxable };
	const named = giftCard
		? { ...plan, option: 'Denominations', values: [String(price / 100)] }
		: plan;
	const product = createProduct({ ...base, plan: named, price: new Map() });
	product.status = wish.status ?? 'ACTIVE';
	product.description = wish.description ?? '';
	product.descriptionHtml = wish.description ? `<p>${wish.description}</p>` : '';
	const [variant] = product.variants;
	const item = variant.inventoryItem;
	if (wish.cost !== undefined) {
		item.unitCost = wish.cost === null ? null : moneyV2(wish.cost, currency);
	}
	if (wish.bundleOf) makeBundle(variant, wish.bundleOf, bySku);
	shop.products.push(product);
	shop.productVariants.push(variant);
	shop.inventoryItems.push(item);
	(wish.stock ?? []).forEach((available, index) => {
		const location = shop.locations[index];
		if (available === null || location === undefined) return;
		addLevel(item, location, dateTime(createdAt));
		moveStock(variant, location, { available }, createdAt);
	});
	return variant;
}

function makeBundle(
	variant: ProductVariant,
	parts: Array<{ sku: string; quantity: number }>,
	bySku: ReadonlyMap<string, ProductVariant>,
): void {
	variant.requiresComponents = true;
	variant.product.hasVariantsThatRequiresComponents = true;
	variant.productVariantComponents = parts.map(({ sku, quantity }, index) => {
		const productVariant = bySku.get(sku);
		if (!productVariant) throw new Error(`The bundle needs a product "${sku}" before it`);
		const number = `${String(variant.legacyResourceId)}${index}`;
		return { id: gid('ProductVariantComponent', number), quantity, productVariant };
	});
}

function countDuplicateSkus({ inventoryItems }: Shop): void {
	const counts = new Map<string, number>();
	for (const { sku } of inventoryItems)
		if (sku !== null) counts.set(sku, (counts.get(sku) ?? 0) + 1);
	for (const item of inventoryItems) item.duplicateSkuCount = (counts.get(item.sku ?? '') ?? 1) - 1;
}
