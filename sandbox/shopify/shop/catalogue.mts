import { PRODUCT_PLANS, type ProductPlan } from './catalogueList.mts';
import { dateTime, DAY } from './calendar.mts';
import { legacyId, type Ids } from './ids.mts';
import type { InventoryItem, Product, ProductVariant } from './model.mts';
import { divideRounded, fixed, moneyV2 } from './money.mts';
import type { Random } from './random.mts';

export interface Catalogue {
	products: Product[];
	variants: ProductVariant[];
	inventoryItems: InventoryItem[];
	/** Variants customers can buy, without gift cards. */
	forSale: ProductVariant[];
	giftCards: ProductVariant[];
	/** Sold during the month, then deleted by the merchant: orders keep only the snapshot. */
	deleted: ProductVariant;
	/** List price in minor units of the shop's currency. */
	price: Map<ProductVariant, number>;
}

/** About 40 products with one to four variants each. */
export function createCatalogue(
	ids: Ids,
	random: Random,
	currency: string,
	monthStart: number,
): Catalogue {
	const price = new Map<ProductVariant, number>();
	const born = monthStart - 200 * DAY;
	const all = PRODUCT_PLANS.map((plan, index) =>
		createProduct({ plan, ids, random, currency, price, createdAt: born + index * DAY }),
	);
	const kept = all.filter((_, index) => !PRODUCT_PLANS[index].deleted);
	const variants = kept.flatMap((product) => product.variants);
	countDuplicateSkus(variants);
	return {
		products: kept,
		variants,
		inventoryItems: variants.map((variant) => variant.inventoryItem),
		forSale: variants.filter((variant) => !variant.product.isGiftCard),
		giftCards: variants.filter((variant) => variant.product.isGiftCard),
		deleted: all.find((_, index) => PRODUCT_PLANS[index].deleted)!.variants[0],
		price,
	};
}

export interface Making {
	plan: ProductPlan;
	ids: Ids;
	random: Random;
	currency: string;
	price: Map<ProductVariant, number>;
	createdAt: number;
}

export function createProduct(making: Making): Product {
	const { plan, ids } = making;
	const values = plan.values ?? ['Default Title'];
	const id = ids.gid('Product');
	const product: Product = {
		id,
		legacyResourceId: legacyId(id),
		title: plan.title,
		handle: plan.title
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, '-')
			.replace(/^-|-$/g, ''),
		description: '',
		descriptionHtml: '',
		vendor: plan.type === 'Paper' ? 'O’Hara & Søn: Papers' : 'Northwind Goods',
		productType: plan.type,
		status: 'ACTIVE',
		isGiftCard: plan.giftCard ?? false,
		hasOnlyDefaultVariant: values.length === 1,
		tracksInventory: plan.tracked ?? true,
		totalInventory: 0,
		tags: [],
		collections: [],
		events: [],
		media: [],
		metafields: [],
		requiresSellingPlan: false,
		hasVariantsThatRequiresComponents: false,
		createdAt: dateTime(making.createdAt),
		updatedAt: dateTime(making.createdAt + DAY),
		publishedAt: dateTime(making.createdAt),
		variants: [],
	};
	product.variants = values.map((value, index) => createVariant(making, product, value, index));
	return product;
}

function createVariant(
	making: Making,
	product: Product,
	value: string,
	index: number,
): ProductVariant {
	const { plan, ids, currency, price } = making;
	const only = plan.values === undefined;
	const id = ids.gid('ProductVariant');
	const cents = plan.giftCard ? Number(value) * 100 : plan.price + (index === 3 ? 500 : 0);
	const sku =
		plan.sku === null || only ? plan.sku : `${plan.sku}-${value.toUpperCase().replace(/ /g, '')}`;
	const inventoryItem = createInventoryItem(making, sku, cents);
	const variant: ProductVariant = {
		id,
		legacyResourceId: legacyId(id),
		title: value,
		displayName: `${plan.title} - ${value}`,
		sku,
		barcode: null,
		price: fixed(cents, currency),
		compareAtPrice: null,
		position: index + 1,
		taxable: plan.taxable ?? true,
		availableForSale: true,
		inventoryPolicy: 'CONTINUE',
		inventoryQuantity: 0,
		metafields: [],
		requiresComponents: false,
		showUnitPrice: false,
		selectedOptions: [{ name: plan.option ?? 'Title', value }],
		createdAt: product.createdAt,
		updatedAt: product.updatedAt,
		product,
		inventoryItem,
	};
	inventoryItem.variant = variant;
	inventoryItem.variants = [variant];
	price.set(variant, cents);
	return variant;
}

/** Unit cost is about 40 % of the price; some merchants never enter it. */
function createInventoryItem(making: Making, sku: string | null, cents: number): InventoryItem {
	const { plan, ids, random, currency, createdAt } = making;
	const id = ids.gid('InventoryItem');
	const cost = divideRounded(cents * random.int(32, 48), 100);
	return {
		id,
		legacyResourceId: legacyId(id),
		sku,
		tracked: plan.tracked ?? true,
		requiresShipping: !plan.digital && !plan.giftCard,
		countryHarmonizedSystemCodes: [],
		trackedEditable: { locked: false, reason: null },
		unitCost: plan.noCost || plan.giftCard ? null : moneyV2(cost, currency),
		duplicateSkuCount: 0,
		countryCodeOfOrigin: plan.digital ? null : 'PT',
		provinceCodeOfOrigin: null,
		harmonizedSystemCode: plan.type === 'Apparel' ? '620520' : null,
		createdAt: dateTime(createdAt),
		updatedAt: dateTime(createdAt + DAY),
		inventoryLevels: [],
	};
}

/** SKUs are not unique in Shopify; the count tells how many other items share one. */
function countDuplicateSkus(variants: ProductVariant[]): void {
	for (const { inventoryItem } of variants) {
		if (inventoryItem.sku === null) continue;
		const sharing = variants.filter((other) => other.sku === inventoryItem.sku).length;
		inventoryItem.duplicateSkuCount = sharing - 1;
	}
}
