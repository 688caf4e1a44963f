import type { Problem } from '../problems';
import { distribute } from './distribute';
import { exactPieces, piecesText } from './pieces';
import {
	beforeStockStart,
	changeTooLarge,
	justChanged,
	notInventory,
	notStocked,
} from './rowProblems';
import { chosenLevels, hasJustChanged, setAside, sumsOf } from './shopStock';
import { booksTarget, shopTarget, type Target } from './target';
import type {
	BooksItem,
	ShopLevel,
	ShopProduct,
	StockFacts,
	StockRow,
	StockSyncPolicy,
} from './types';
import { unbookedOf } from './unbooked';

/** A product and the item that it is. */
export interface Pair {
	product: ShopProduct;
	item: BooksItem;
	by: 'sku' | 'name';
}

const SKIPPED = {
	inventoryItemId: null,
	shopify: null,
	unbooked: 0,
	unbookedOrders: [],
	before: null,
	after: null,
	change: 0,
	status: 'Skipped' as const,
	notes: [],
	levels: [],
};

/** The row of a product that is left alone, and why. */
export function skippedRow(
	product: ShopProduct,
	item: BooksItem | null,
	problem: Problem,
	policy: StockSyncPolicy,
): StockRow {
	const levels = chosenLevels(product, policy);
	return {
		...SKIPPED,
		product: product.name,
		sku: product.sku,
		inventoryItemId: product.inventoryItemId,
		item: item && { id: item.id, name: item.name },
		quickBooks: item?.type === 'Inventory' ? { onHand: item.onHand } : null,
		shopify: levels.length === 0 ? null : sumsOf(levels),
		problem,
	};
}

/** The row of an item that is no product of the shop. */
export function itemRow(item: BooksItem, problem: Problem): StockRow {
	return {
		...SKIPPED,
		product: item.name,
		sku: item.sku,
		item: { id: item.id, name: item.name },
		quickBooks: { onHand: item.onHand },
		problem,
	};
}

/** What is to become of a product that is on both sides. */
export function pairRow(pair: Pair, facts: StockFacts, policy: StockSyncPolicy): StockRow {
	const { product, item } = pair;
	const skipped = (problem: Problem) => skippedRow(product, item, problem, policy);
	if (item.type !== 'Inventory') return skipped(notInventory(product, item));
	const levels = chosenLevels(product, policy);
	if (levels.length === 0) return skipped(notStocked(product));
	return comparedRow(pair, levels, facts, policy);
}

function comparedRow(
	{ product, item, by }: Pair,
	levels: ShopLevel[],
	facts: StockFacts,
	policy: StockSyncPolicy,
): StockRow {
	const shopify = sumsOf(levels);
	const { onHand } = item;
	const unbooked = unbookedOf(product, item, shopify, { sales: facts.unbooked, policy });
	const aside = setAside(levels);
	const elsewhere = unbooked.pieces + aside;
	const sides = { ...shopify, onHand, unbooked: elsewhere, buffer: policy.buffer };
	const { change, before, target } = changeOf(sides, shopify.onHand, policy);
	const after = exactPieces(before + change);
	const problem = obstacle({ product, item }, levels, [before, after], policy);
	const isChange = change !== 0 && problem === undefined;
	return {
		product: product.name,
		sku: product.sku,
		inventoryItemId: product.inventoryItemId,
		item: { id: item.id, name: item.name },
		quickBooks: { onHand },
		shopify,
		unbooked: unbooked.pieces,
		unbookedOrders: unbooked.orders,
		before,
		after: isChange ? after : before,
		change: isChange ? change : 0,
		status: problem ? 'Skipped' : isChange ? 'Change' : 'Same',
		problem: problem ?? null,
		notes: [
			...pairNotes(by, item),
			...asideNotes(aside),
			...target.notes,
			...locationNotes(levels, policy),
		],
		levels:
			isChange && policy.direction === 'QuickBooks to Shopify'
				? distribute(product.inventoryItemId, levels, target.after, policy)
				: [],
	};
}

function changeOf(
	sides: Parameters<typeof shopTarget>[0],
	shopOnHand: number,
	{ direction, quantity }: StockSyncPolicy,
): { before: number; change: number; target: Target } {
	if (direction === 'Shopify to QuickBooks') {
		const target = booksTarget(sides);
		return { before: sides.onHand, change: exactPieces(target.after - sides.onHand), target };
	}
	const target = shopTarget(sides);
	const before = quantity === 'available' ? sides.available : shopOnHand;
	return { before, change: target.after - sides.available, target };
}

/** Why a change must not be made. */
function obstacle(
	{ product, item }: Pick<Pair, 'product' | 'item'>,
	levels: readonly ShopLevel[],
	[before, after]: [before: number, after: number],
	policy: StockSyncPolicy,
): Problem | undefined {
	if (before === after) return undefined;
	const { direction, date, largestChange } = policy;
	if (hasJustChanged(levels, policy)) return justChanged(product, policy);
	const isBooks = direction === 'Shopify to QuickBooks';
	if (isBooks && item.stockedFrom !== null && date < item.stockedFrom) {
		return beforeStockStart(product, item, date);
	}
	if (largestChange === undefined || exactPieces(Math.abs(after - before)) <= largestChange) {
		return undefined;
	}
	return changeTooLarge(product, [before, after], largestChange);
}

function pairNotes(by: Pair['by'], { name }: BooksItem): string[] {
	return by === 'name' ? [`Found by its name: "${name}".`] : [];
}

function asideNotes(aside: number): string[] {
	return aside === 0
		? []
		: [`${piecesText(aside)} on hand in Shopify, and not for sale: reserved, damaged or the like.`];
}

function locationNotes(levels: readonly ShopLevel[], { locations }: StockSyncPolicy): string[] {
	const [first] = levels;
	return first.locationId === locations[0]
		? []
		: [`Not stocked at the main location; "${first.location}" stands in for it.`];
}
