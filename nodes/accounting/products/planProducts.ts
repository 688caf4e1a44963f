import type { Problem } from '../problems';
import { type Changes, changesOf, type Pair, type Planning } from './changes';
import { creationOf } from './creation';
import { NamesInUse } from './names';
import { pairUp } from './pairUp';
import type { BooksProduct, ProductFacts, ProductPolicy, ProductRow, ShopVariant } from './types';
import { whereOf } from './where';

/**
 * What is to become of each product of the shop, and which items of the books are none: one row each,
 * products first. Nothing is guessed: what is not clear is skipped, with a reason.
 */
export function planProducts(facts: ProductFacts, policy: ProductPolicy): ProductRow[] {
	const isIn = ({ status }: ShopVariant) => policy.statuses.has(status);
	const products = facts.products.map(withPlainSku);
	const variants = products.filter(isIn);
	const matched = pairUp(variants, facts.items, policy.match);
	const planning = {
		facts,
		policy,
		names: new NamesInUse(facts.items),
		skus: skusOf(facts.items),
	};
	const rows = new Map<ShopVariant, ProductRow>();
	for (const pair of matched.pairs) rows.set(pair.variant, pairRow(pair, planning));
	for (const { variant, problem } of matched.unclear) {
		rows.set(variant, skipped(variant, problem));
	}
	// Items that are renamed take their names before new ones do
	for (const variant of matched.variants) rows.set(variant, newRow(variant, planning));
	const others = products.filter((variant) => !isIn(variant));
	for (const variant of others) rows.set(variant, skipped(variant, notActive(variant)));
	const known = pairUp(others, matched.items, policy.match);
	return [
		...products.flatMap((variant) => rows.get(variant) ?? []),
		...known.items.filter((item) => isGoods(item, policy)).map(itemRow),
	];
}

/** Blanks around a SKU are none of it, on either side. */
function withPlainSku(variant: ShopVariant): ShopVariant {
	const sku = (variant.sku ?? '').trim();
	return { ...variant, sku: sku === '' ? null : sku };
}

function skusOf(items: readonly BooksProduct[]): Map<string, string> {
	return new Map(
		items.flatMap(({ active, sku, id }) => (active && sku ? [[sku.toLowerCase(), id]] : [])),
	);
}

function pairRow(pair: Pair, planning: Planning): ProductRow {
	const { variant, item } = pair;
	if (variant.isGiftCard) return skipped(variant, giftCard(variant), item);
	if (variant.isBundle) return skipped(variant, bundle(variant), item);
	const changes = changesOf(pair, planning);
	if (changes.fields.length > 0) return rowOf(variant, item, 'Update', changes);
	const [first] = changes.leftOut;
	if (first === undefined) return rowOf(variant, item, 'Same', changes);
	const { code, what, fix } = first;
	const problem = { code, what, where: whereOf(variant), fix };
	return { ...rowOf(variant, item, 'Skipped', changes), problem };
}

function newRow(variant: ShopVariant, planning: Planning): ProductRow {
	if (variant.isGiftCard) return skipped(variant, giftCard(variant));
	if (variant.isBundle) return skipped(variant, bundle(variant));
	if (!planning.policy.createMissing) return skipped(variant, notInQuickBooks(variant));
	const creation = creationOf(variant, planning);
	if ('code' in creation) return skipped(variant, creation);
	const { otherName, ...changes } = creation;
	return { ...rowOf(variant, null, 'Create', changes), otherName };
}

function rowOf(
	variant: ShopVariant,
	item: BooksProduct | null,
	status: ProductRow['status'],
	changes: Changes,
): ProductRow {
	return {
		product: variant.name,
		sku: variant.sku,
		variantId: variant.variantId,
		inventoryItemId: variant.inventoryItemId,
		item: item === null ? null : { id: item.id, name: item.name },
		status,
		...changes,
		problem: null,
		otherName: null,
	};
}

function skipped(
	variant: ShopVariant,
	problem: Problem,
	item: BooksProduct | null = null,
): ProductRow {
	return { ...rowOf(variant, item, 'Skipped', NOTHING), problem };
}

const NOTHING: Changes = { fields: [], leftOut: [], values: {} };

/** Services are no goods of the shop, unless its products are booked as such. */
function isGoods({ active, type }: BooksProduct, policy: ProductPolicy): boolean {
	if (!active) return false;
	return ['Inventory', 'NonInventory'].includes(type) || type === policy.type;
}

function itemRow(item: BooksProduct): ProductRow {
	const { id, name, sku } = item;
	return {
		product: name,
		sku,
		variantId: null,
		inventoryItemId: null,
		item: { id, name },
		status: 'Skipped',
		...NOTHING,
		problem: {
			code: 'not-in-shopify',
			what: `The shop has no product for the item "${name}"`,
			where: `Item "${name}"`,
			fix: 'If it is a product of the shop, give both the same SKU; else nothing is to be done',
		},
		otherName: null,
	};
}

function notInQuickBooks(variant: ShopVariant): Problem {
	return {
		code: 'not-in-quickbooks',
		what: 'QuickBooks has no item for this product',
		where: whereOf(variant),
		fix: "Turn on 'Create Missing', or give an item in QuickBooks the SKU of the product",
	};
}

function notActive(variant: ShopVariant): Problem {
	return {
		code: 'not-active',
		what: `The product is ${variant.status.toLowerCase()} in Shopify`,
		where: whereOf(variant),
		fix: "Activate it in Shopify, or choose its status under 'Product Status'",
	};
}

function giftCard(variant: ShopVariant): Problem {
	return {
		code: 'gift-card',
		what: 'A gift card is no product: money for it is owed until it is used',
		where: whereOf(variant),
		fix: "Nothing is to be done: gift cards are booked to the 'Gift Card Item' of the mapping",
	};
}

function bundle(variant: ShopVariant): Problem {
	return {
		code: 'bundle',
		what: 'The product is a bundle of other products, which QuickBooks lets no app create',
		where: whereOf(variant),
		fix: 'Keep an item for it in QuickBooks by hand, if it is sold under its own name',
	};
}
