import type { Problem } from '../problems';
import { piecesText } from './pieces';
import type { BooksItem, ShopProduct, StockSyncPolicy } from './types';
import { whereOf } from './unmatched';

/** Products that have no stock of their own, wherever they are in the books. */
export function withoutStock(product: ShopProduct): Problem | undefined {
	const where = whereOf(product);
	if (product.isGiftCard) {
		return {
			code: 'gift-card',
			what: 'A gift card has no stock',
			where,
			fix: 'Nothing is to be done.',
		};
	}
	if (product.isBundle) {
		return {
			code: 'bundle',
			what: 'A bundle has no stock of its own: Shopify counts the products that it is made of',
			where,
			fix: 'Nothing is to be done; its parts are kept in step if they are in QuickBooks.',
		};
	}
	if (product.tracked) return undefined;
	return {
		code: 'untracked',
		what: 'Shopify does not count its stock',
		where,
		fix: "Turn on 'Track quantity' for it in Shopify, if it is to be counted.",
	};
}

export function notInventory(product: ShopProduct, { name, type }: BooksItem): Problem {
	return {
		code: 'not-inventory',
		what: `QuickBooks does not count the stock of "${name}": it is of type ${type}`,
		where: whereOf(product),
		fix: 'Change its type to Inventory in QuickBooks, with the quantity that is there.',
	};
}

/** A product is never stocked at a location by itself: that is the merchant's to decide. */
export function notStocked(product: ShopProduct): Problem {
	return {
		code: 'not-stocked',
		what: 'It is not stocked at any of the chosen locations in Shopify',
		where: whereOf(product),
		fix: 'Stock it at one of them in Shopify (Inventory > Edit locations), or choose its location.',
	};
}

export function justChanged(
	product: ShopProduct,
	{ settlingSeconds }: Pick<StockSyncPolicy, 'settlingSeconds'>,
): Problem {
	return {
		code: 'just-changed',
		what: `Its stock changed within ${settlingSeconds} seconds before it was read, and Shopify may not list the sale behind that yet`,
		where: whereOf(product),
		fix: 'Nothing is to be done: the next run looks again.',
	};
}

export function beforeStockStart(
	product: ShopProduct,
	{ name, stockedFrom }: BooksItem,
	date: string,
): Problem {
	return {
		code: 'before-stock-start',
		what: `The stock of "${name}" begins in QuickBooks on ${stockedFrom ?? ''}, after ${date}`,
		where: whereOf(product),
		fix: 'Wait until that day, or date the adjustment later: QuickBooks refuses an earlier one.',
	};
}

export function changeTooLarge(
	product: ShopProduct,
	[before, after]: [before: number, after: number],
	largest: number,
): Problem {
	return {
		code: 'change-too-large',
		what: `It would change from ${before} to ${after}, by more than the ${piecesText(largest)} that are allowed`,
		where: whereOf(product),
		fix: "Look whether this is right. If so, raise 'Largest Change per Product', or change it by hand once.",
	};
}
