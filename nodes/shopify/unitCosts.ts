import type { ShopifyClient } from './client';
import { readNodes } from './nodesById';
import { MAX_PAGE_SIZE } from './pageSize';
import { MAX_QUERY_COST, query } from './queries';
import { ok, type GraphqlObject, type OrderFacts, type Outcome } from './types';

/** A variant with its unit cost; 'inventoryItem' is null where the variant is gone. */
interface VariantNode {
	id: string;
	inventoryItem?: { id: string; unitCost: GraphqlObject | null } | null;
}

/**
 * Three points each, so that as many ids as Shopify takes at once fit. Asked for once for all orders:
 * within the orders' own query every line would pay for it, and a bulk operation, which has read its
 * first orders minutes before its last ones, would mix costs of two moments.
 */
const UNIT_COSTS = query(
	'UnitCosts',
	MAX_QUERY_COST,
	`query UnitCosts($ids: [ID!]!) { nodes(ids: $ids) { ... on ProductVariant {
	id inventoryItem { id unitCost { amount currencyCode } }
} } }`,
);

/**
 * Adds `inventoryItem { id unitCost }` to the variant of each line item: what a piece costs now, null
 * where nobody entered it or the app may not see it.
 */
export async function withUnitCosts<Order extends OrderFacts>(
	client: ShopifyClient,
	orders: readonly Order[],
): Promise<Outcome<{ orders: Order[]; notes: string[] }>> {
	const ids = [...new Set(orders.flatMap(variantIds))];
	const known = await readItems(client, ids);
	if (!known.ok) return known;
	const items = known.value;
	const hasCost = [...items.values()].some((item) => item?.unitCost);
	return ok({
		orders: orders.map((order) => ({
			...order,
			lineItems: order.lineItems.map((line) => withItem(line, items)),
		})),
		notes: ids.length > 0 && !hasCost ? [NO_COSTS] : [],
	});
}

const NO_COSTS =
	"Shopify gave no unit cost of any product. Either nobody entered 'Cost per item', or whoever installed the app lacks the permission 'View product costs'.";

type Items = Map<string, VariantNode['inventoryItem']>;

async function readItems(client: ShopifyClient, ids: readonly string[]): Promise<Outcome<Items>> {
	const nodes = await readNodes<VariantNode>(client, {
		operation: UNIT_COSTS,
		ids,
		firstSize: MAX_PAGE_SIZE,
	});
	if (!nodes.ok) return nodes;
	const items: Items = new Map(
		nodes.value.map(({ id, inventoryItem }) => [id, inventoryItem ?? null]),
	);
	return ok(items);
}

function variantIds({ lineItems }: OrderFacts): string[] {
	return lineItems.flatMap((line) => variantId(line) ?? []);
}

function variantId({ variant }: GraphqlObject): string | undefined {
	const { id } = (variant ?? {}) as { id?: string };
	return id;
}

function withItem(line: GraphqlObject, items: Items): GraphqlObject {
	const id = variantId(line);
	if (id === undefined) return line;
	return {
		...line,
		variant: { ...(line.variant as object), inventoryItem: items.get(id) ?? null },
	};
}
