import type { Problem } from '../problems';
import { piecesText, sumOf } from './pieces';
import type { Pair } from './planRow';
import type { StockRow, StockSyncPolicy } from './types';

/** What is wrong with a run as a whole, so that nothing of it may be written. */
export function stopOf(
	rows: readonly StockRow[],
	pairs: readonly Pair[],
	policy: StockSyncPolicy,
): Problem | null {
	return noStockItems(pairs) ?? emptied(rows, policy) ?? tooLarge(rows, policy) ?? null;
}

/**
 * The well-known trap: QuickBooks tracks inventory, but the products were created as Non-Inventory, of
 * which it counts nothing; a sync would take that nothing for zero.
 */
function noStockItems(pairs: readonly Pair[]): Problem | undefined {
	if (pairs.length === 0 || pairs.some(({ item }) => item.type === 'Inventory')) return undefined;
	return {
		code: 'no-stock-items',
		what: `QuickBooks counts the stock of none of the ${pairs.length} products that are on both sides: their items are not of type Inventory`,
		where: 'Products',
		fix: 'Change their type to Inventory in QuickBooks, with the quantity that is there; until then there is nothing to keep in step.',
	};
}

function emptied(rows: readonly StockRow[], policy: StockSyncPolicy): Problem | undefined {
	const isShop = policy.direction === 'QuickBooks to Shopify';
	const stocked = rows.filter((row) => quantityOf(row, isShop) > 0 && row.before !== null);
	const gone = stocked.filter(
		(row) => row.status === 'Change' && quantityOf(row, isShop) + row.change <= 0,
	);
	if (gone.length * 100 <= stocked.length * policy.largestEmptied) return undefined;
	const side = isShop ? 'Shopify' : 'QuickBooks';
	const what = `${gone.length} of ${stocked.length} products that ${side} has in stock would fall to zero, more than ${policy.largestEmptied} %`;
	const fix =
		"Look at the quantities and at the chosen locations. If this is right, raise 'Largest Share Emptied'; 100 switches it off, as a shop of few products may want.";
	return isShop
		? { code: 'shop-would-be-emptied', what, where: 'Products', fix }
		: { code: 'books-would-be-emptied', what, where: 'Products', fix };
}

/** Of the side that is written; on hand in Shopify may be above zero with nothing left to sell. */
function quantityOf({ shopify, quickBooks }: StockRow, isShop: boolean): number {
	return (isShop ? shopify?.available : quickBooks?.onHand) ?? 0;
}

function tooLarge(rows: readonly StockRow[], { largestRun }: StockSyncPolicy): Problem | undefined {
	const pieces = piecesOf(rows);
	if (largestRun === undefined || pieces <= largestRun) return undefined;
	return {
		code: 'run-change-too-large',
		what: `The run would change ${piecesText(pieces)}, more than the ${largestRun} that are allowed`,
		where: 'Products',
		fix: "Look at the rows. If they are right, raise 'Largest Change per Run', or let fewer products change.",
	};
}

/** Sum of the changes that are still to be written, without sign. */
export function piecesOf(rows: readonly StockRow[]): number {
	const changes = rows.filter(({ status }) => status === 'Change');
	return sumOf(changes, ({ change }) => Math.abs(change));
}
