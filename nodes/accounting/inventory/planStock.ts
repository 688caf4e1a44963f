import { matchProducts, type ProductMatch } from './match';
import { itemRow, type Pair, pairRow, skippedRow } from './planRow';
import { withoutStock } from './rowProblems';
import { piecesOf, stopOf } from './runGuards';
import type {
	BooksItem,
	ShopProduct,
	StockFacts,
	StockPlan,
	StockRow,
	StockSyncPolicy,
} from './types';
import { notInShopify, unclearProblem } from './unmatched';

/**
 * What a run would do: one row for each product of the shop in their order (each inventory item once), then one for each stocked
 * item that is no product of the shop. Nothing is written here, and the facts stay as they are.
 */
export function planStock(facts: StockFacts, policy: StockSyncPolicy): StockPlan {
	const { matches, itemsLeft } = matchesOf(countedOnce(facts), policy);
	const pairs = matches.flatMap((match) => pairOf(match) ?? []);
	const rows = [
		...matches.map((match) => rowOf(match, facts, policy)),
		...itemsLeft.map((item) => itemRow(item, notInShopify(item))),
	];
	return { rows, stop: stopOf(rows, pairs, policy), pieces: piecesOf(rows) };
}

/** Several variants may be one inventory item: one stock, which is set once. */
function countedOnce({ products, ...facts }: StockFacts): StockFacts {
	const first = new Map<string, ShopProduct>();
	for (const product of products) {
		const known = first.get(product.inventoryItemId);
		if (known === undefined || product.variantId < known.variantId) {
			first.set(product.inventoryItemId, product);
		}
	}
	return {
		...facts,
		products: products.filter((product) => first.get(product.inventoryItemId) === product),
	};
}

type Match = ProductMatch<ShopProduct, BooksItem>;

/**
 * Bundles and gift cards are not what posting books an item for, so they take no item from a product;
 * what is left is theirs.
 */
function matchesOf({ products, items }: StockFacts, { match }: StockSyncPolicy) {
	const own = matchProducts(products.filter(isGoods), items, match);
	const rest = matchProducts(
		products.filter((product) => !isGoods(product)),
		own.itemsLeft,
		match,
	);
	const byProduct = new Map(
		[...own.products, ...rest.products].map((each) => [each.product, each]),
	);
	return {
		matches: products.flatMap((product) => byProduct.get(product) ?? []),
		itemsLeft: rest.itemsLeft.filter(({ active, type }) => active && type === 'Inventory'),
	};
}

function isGoods({ isBundle, isGiftCard }: ShopProduct): boolean {
	return !isBundle && !isGiftCard;
}

/** Products whose stock both sides could count. */
function pairOf(match: Match): Pair | undefined {
	return match.kind === 'matched' && withoutStock(match.product) === undefined ? match : undefined;
}

function rowOf(match: Match, facts: StockFacts, policy: StockSyncPolicy): StockRow {
	const { product } = match;
	const problem = withoutStock(product);
	if (problem) return skippedRow(product, itemOf(match), problem, policy);
	if (match.kind === 'matched') return pairRow(match, facts, policy);
	return skippedRow(product, itemOf(match), unclearProblem(match), policy);
}

/** The item, where it is one only. */
function itemOf(match: Match): BooksItem | null {
	if (match.kind === 'matched') return match.item;
	return match.kind === 'inactive' && match.items.length === 1 ? match.items[0] : null;
}
