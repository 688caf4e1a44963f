import type { Problem } from '../problems';
import type { ProductMatch } from './match';
import type { BooksItem, ShopProduct } from './types';

type Unclear = Exclude<ProductMatch<ShopProduct, BooksItem>, { kind: 'matched' }>;

/** Why it is not clear which item a product is. */
export function unclearProblem(match: Unclear): Problem {
	const { product } = match;
	switch (match.kind) {
		case 'unmatched':
			return notInQuickBooks(product);
		case 'noSku':
			return noSku(product);
		case 'sharedInShopify':
			return ambiguousSku(product, match.rivals);
		case 'severalInBooks':
			return ambiguousItem(product, match.items);
		case 'inactive':
			return inactiveItem(product, match.items);
	}
}

/** "Linen Shirt (SKU LS-1)" */
export function whereOf({ name, sku }: { name: string; sku: string | null }): string {
	return sku === null ? name : `${name} (SKU ${sku})`;
}

function notInQuickBooks(product: ShopProduct): Problem {
	return {
		code: 'not-in-quickbooks',
		what: 'QuickBooks has no product of this SKU or name',
		where: whereOf(product),
		fix: 'Create it there, or let Product Sync do so, or give its item the SKU that Shopify has.',
	};
}

/** A product that QuickBooks counts and Shopify does not have. */
export function notInShopify(item: BooksItem): Problem {
	return {
		code: 'not-in-shopify',
		what: 'Shopify has no product of this SKU or name',
		where: whereOf(item),
		fix: 'Nothing is to be done if it is not sold there; else give its variant the SKU of the item.',
	};
}

function noSku(product: ShopProduct): Problem {
	return {
		code: 'no-sku',
		what: 'It has no SKU in Shopify, and products are matched by SKU only',
		where: whereOf(product),
		fix: "Give it a SKU in Shopify, or set 'Item Match' to SKU, Then Name.",
	};
}

function ambiguousSku(product: ShopProduct, rivals: readonly ShopProduct[]): Problem {
	return {
		code: 'ambiguous-sku',
		what: `In Shopify these share a SKU, or would be one item in QuickBooks: ${listed([product, ...rivals])}`,
		where: whereOf(product),
		fix: 'Give each a SKU of its own in Shopify, and an item of that SKU in QuickBooks.',
	};
}

function ambiguousItem(product: ShopProduct, items: readonly BooksItem[]): Problem {
	return {
		code: 'ambiguous-item',
		what: `QuickBooks has several items that it could be: ${listed(items)}`,
		where: whereOf(product),
		fix: 'Leave the SKU or name to one of them, or make the others inactive.',
	};
}

function inactiveItem(product: ShopProduct, items: readonly BooksItem[]): Problem {
	return {
		code: 'inactive-item',
		what: `Its item in QuickBooks is inactive: ${listed(items)}`,
		where: whereOf(product),
		fix: 'Make the item active again, or change its SKU.',
	};
}

const MOST_LISTED = 10;

function listed(things: ReadonlyArray<ShopProduct | BooksItem>): string {
	const texts = things.map(textOf).sort();
	const more = texts.length - MOST_LISTED;
	return [...texts.slice(0, MOST_LISTED), ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}

function textOf(thing: ShopProduct | BooksItem): string {
	const id =
		'variantId' in thing ? thing.variantId.replace(/^.*\//, 'variant ') : `item ${thing.id}`;
	return `${whereOf(thing)}, ${id}`;
}
