import { type MatchRule, matchProducts, type ProductMatch } from '../inventory/match';
import type { Problem } from '../problems';
import type { Pair } from './changes';
import type { BooksProduct, ShopVariant } from './types';
import { whereOf } from './where';

export interface PairedUp {
	pairs: Pair[];
	/** Products whose item is not clear, or cannot be used. */
	unclear: Array<{ variant: ShopVariant; problem: Problem }>;
	/** Products that the books do not have. */
	variants: ShopVariant[];
	/** Items that are no product of the shop. */
	items: BooksProduct[];
}

/** Which item each product is, by the rules that posting finds items by. */
export function pairUp(
	variants: readonly ShopVariant[],
	items: readonly BooksProduct[],
	rule: MatchRule,
): PairedUp {
	const { products, itemsLeft } = matchProducts(variants, items, rule);
	const result: PairedUp = { pairs: [], unclear: [], variants: [], items: itemsLeft };
	for (const match of products) {
		const { product: variant } = match;
		if (match.kind === 'unmatched') result.variants.push(variant);
		else if (match.kind === 'matched' && match.item.type !== 'Group') {
			result.pairs.push({ variant, item: match.item });
		} else result.unclear.push({ variant, problem: problemOf(match) });
	}
	return result;
}

type Unclear = Exclude<ProductMatch<ShopVariant, BooksProduct>, { kind: 'unmatched' }>;

function problemOf(match: Unclear): Problem {
	const { product } = match;
	const where = whereOf(product);
	switch (match.kind) {
		case 'noSku':
			return {
				code: 'no-sku',
				what: `"${product.name}" has no SKU in Shopify, and items are found by SKU only`,
				where,
				fix: "Give the product a SKU in Shopify, or set 'Item Match' to SKU, then name",
			};
		case 'sharedInShopify':
			return {
				code: 'ambiguous-sku',
				what: `In Shopify these have the same SKU or name, or would be the same item: ${listed([product, ...match.rivals])}`,
				where,
				fix: 'Give each of them a SKU of its own in Shopify, and in QuickBooks to its item',
			};
		case 'severalInBooks':
			return {
				code: 'ambiguous-item',
				what: `QuickBooks has several items that would be it: ${listed(match.items)}`,
				where,
				fix: 'Leave the SKU or name to one of them, or make the others inactive',
			};
		case 'inactive':
			return {
				code: 'inactive-item',
				what: `Its item is inactive in QuickBooks: ${listed(match.items)}`,
				where,
				fix: 'Make the item active again, or change its SKU',
			};
		default:
			return {
				code: 'bundle-item',
				what: `Its item is a bundle in QuickBooks, which no app can change: ${listed([match.item])}`,
				where,
				fix: 'Give the SKU to a product or service instead of the bundle, or change the bundle by hand',
			};
	}
}

const SHOWN = 5;

function listed(all: ReadonlyArray<{ name: string; sku: string | null }>): string {
	const names = all
		.slice(0, SHOWN)
		.map(({ name, sku }) => `"${name}"${sku ? ` (SKU ${sku})` : ''}`);
	return all.length > SHOWN
		? `${names.join(', ')} and ${all.length - SHOWN} more`
		: names.join(', ');
}
