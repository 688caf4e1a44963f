import type { ShopifyClient } from '../client';
import { readNodes } from '../nodesById';
import { failure } from '../problems';
import { ok, type Outcome } from '../types';
import { readVariants } from './pages';
import {
	bulkStockDocument,
	firstStockIds,
	firstStockPage,
	stockByIdQuery,
	stockQuery,
} from './queries';
import type { ShopProduct, StockReading, StockRequest } from './types';
import { shopProduct, type StockedItem, type VariantNode } from './variants';

/** Each location makes every variant dearer; so many still leave a page of some variants. */
const MAX_LOCATIONS = 50;

/**
 * The products of a shop with their stock at the chosen locations.
 *
 * 5,000 products at one location are 21 pages of 68 points each, or a bulk operation of 4 questions and
 * 22 points (measured at the sandbox, which counts as Shopify's answers show). Two variants that share an inventory item give one product, the first of them.
 *
 * @returns `invalid-setting` without a location, or with more than 50.
 */
export async function readStock(
	client: ShopifyClient,
	{ locationIds, inventoryItemIds, download }: StockRequest,
): Promise<Outcome<StockReading>> {
	const locations = [...new Set(locationIds)];
	if (locations.length === 0 || locations.length > MAX_LOCATIONS) return wrongLocations();
	const readAt = new Date(client.clock.now()).toISOString();
	const products =
		inventoryItemIds === undefined
			? await readWhole(client, locations, download)
			: await readItems(client, locations, inventoryItemIds);
	return products.ok ? ok({ products: withoutRepeats(products.value), readAt }) : products;
}

type StockedVariant = VariantNode & { inventoryItem: StockedItem };

async function readWhole(
	client: ShopifyClient,
	locations: string[],
	download: StockRequest['download'],
): Promise<Outcome<ShopProduct[]>> {
	const variants = await readVariants<StockedVariant>(client, {
		operation: stockQuery(locations),
		firstSize: firstStockPage(locations.length),
		bulkDocument: bulkStockDocument(locations),
		download,
	});
	if (!variants.ok) return variants;
	return ok(variants.value.map((variant) => shopProduct(variant, variant.inventoryItem)));
}

type ItemWithVariants = StockedItem & { variants: { nodes: VariantNode[] } | null };

async function readItems(
	client: ShopifyClient,
	locations: string[],
	inventoryItemIds: readonly string[],
): Promise<Outcome<ShopProduct[]>> {
	const items = await readNodes<ItemWithVariants>(client, {
		operation: stockByIdQuery(locations),
		ids: [...new Set(inventoryItemIds)],
		firstSize: firstStockIds(locations.length),
	});
	if (!items.ok) return items;
	return ok(
		items.value.flatMap((item) => {
			const variant = item.variants?.nodes[0];
			return variant ? [shopProduct(variant, item)] : [];
		}),
	);
}

function withoutRepeats(products: ShopProduct[]): ShopProduct[] {
	const first = new Map<string, ShopProduct>();
	for (const product of products) {
		if (!first.has(product.inventoryItemId)) first.set(product.inventoryItemId, product);
	}
	return [...first.values()];
}

function wrongLocations() {
	return failure(
		'invalid-setting',
		'Stock is read at 1 to 50 locations',
		"Choose the locations whose stock QuickBooks counts under 'Locations'.",
		'Settings',
	);
}
