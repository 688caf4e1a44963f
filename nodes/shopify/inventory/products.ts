import type { ShopifyClient } from '../client';
import { ok, type Outcome, type SendHttp } from '../types';
import { readVariants } from './pages';
import { BULK_CATALOGUE, CATALOGUE, CATALOGUE_PAGE } from './queries';
import type { CatalogueProduct } from './types';
import { latest, nameOf, skuOf, type VariantNode } from './variants';

interface CatalogueNode extends VariantNode {
	price: string;
	taxable: boolean;
	updatedAt: string;
	product: VariantNode['product'] & {
		description: string;
		productType: string;
		vendor: string;
		status: string;
		updatedAt: string;
	};
	inventoryItem: {
		id: string;
		tracked: boolean;
		unitCost: { amount: string; currencyCode: string } | null;
	};
}

/**
 * Every variant of the shop, as it is sold: drafts and archived products too.
 *
 * @param download fetches a bulk operation's file without a token; without it, there are pages only.
 */
export async function readProducts(
	client: ShopifyClient,
	{ download }: { download?: SendHttp } = {},
): Promise<Outcome<CatalogueProduct[]>> {
	const variants = await readVariants<CatalogueNode>(client, {
		operation: CATALOGUE,
		firstSize: CATALOGUE_PAGE,
		bulkDocument: BULK_CATALOGUE,
		download,
	});
	return variants.ok ? ok(variants.value.map(catalogueProduct)) : variants;
}

function catalogueProduct(variant: CatalogueNode): CatalogueProduct {
	const { product, inventoryItem } = variant;
	return {
		productId: product.id,
		variantId: variant.id,
		inventoryItemId: inventoryItem.id,
		name: nameOf(variant),
		sku: skuOf(variant),
		price: variant.price,
		unitCost: inventoryItem.unitCost,
		taxable: variant.taxable,
		tracked: inventoryItem.tracked,
		isBundle: variant.requiresComponents,
		isGiftCard: product.isGiftCard,
		description: product.description,
		productType: product.productType,
		vendor: product.vendor,
		status: product.status,
		updatedAt: latest([variant.updatedAt, product.updatedAt]) ?? variant.updatedAt,
	};
}
