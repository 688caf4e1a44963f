import type { Books } from '../books.mts';
import { decimal } from '../cents.mts';
import type { BuildContext, Handler } from '../entities/handler.mts';
import {
	beforeStock,
	business,
	invalidAccountType,
	missing,
	noLines,
	noQuantity,
	notInPlan,
} from '../faults.mts';
import { list, object, refId, text } from '../json.mts';
import type { Json, Row } from '../types.mts';
import { documentNumber } from './doc-number.mts';
import { buildHead } from './head.mts';
import { numberLines } from './lines.mts';

const DETAIL = 'ItemAdjustmentLineDetail';

function checkLine(books: Books, line: Json, date: string): Json {
	const detail = object(line, DETAIL) ?? {};
	const item: Row | undefined = books.resolve('Item', detail, 'ItemRef', `Line.${DETAIL}.ItemRef`);
	if (item === undefined) throw missing(`Line.${DETAIL}.ItemRef`);
	if (item.Type !== 'Inventory')
		throw business('Only inventory items can be adjusted', 'Line.ItemRef');
	if (date < String(item.InvStartDate)) throw beforeStock();
	const wanted = decimal(detail, 'NewQty');
	const difference = decimal(detail, 'QtyDiff') ?? wanted?.minus(books.stock.onHand(item.Id));
	if (difference === undefined) throw noQuantity();
	return {
		DetailType: DETAIL,
		Id: line.Id,
		[DETAIL]: { ItemRef: { value: item.Id }, QtyDiff: difference.toNumber() },
	};
}

/** Intuit documents adjustments for the US, and for the plans that count stock. */
function checkOffered(books: Books): void {
	const offered = books.country === 'US' && /Plus|Advanced/.test(books.plan);
	if (!offered) throw notInPlan(books.plan, 'InventoryAdjustment');
}

/** Intuit's schema: "an expense or opening balance equity account". */
function checkAccount(account: Row): void {
	const fits =
		account.Classification === 'Expense' || account.AccountSubType === 'OpeningBalanceEquity';
	if (!fits) throw invalidAccountType('AdjustAccountRef');
}

/** Only a sparse update is documented, and the date stays. */
function checkUpdate(date: string, { previous, sent }: BuildContext): void {
	if (previous === undefined) return;
	if (sent.sparse !== true) throw missing('sparse');
	if (previous.TxnDate !== date) {
		throw business('The date of an inventory adjustment cannot be changed', 'TxnDate');
	}
}

/** Changes quantities, not prices; its value is what first in, first out makes of it. */
export const inventoryAdjustment: Handler = {
	deletable: true,
	build(books, body, context) {
		checkOffered(books);
		if (text(body, 'TxnDate') === undefined) throw missing('TxnDate');
		const account = books.resolve('Account', body, 'AdjustAccountRef');
		if (account === undefined) throw missing('AdjustAccountRef');
		checkAccount(account);
		const head = buildHead(books, body, context);
		checkUpdate(head.date, context);
		const sent = list(body, 'Line');
		if (sent.length === 0) throw noLines();
		return {
			...head.content,
			DocNumber: documentNumber(books, 'InventoryAdjustment', body, context),
			Line: numberLines(
				sent.map((line) => checkLine(books, line, head.date)),
				context.previous,
			),
		};
	},
	post(_books, row) {
		const moves = list(row, 'Line').map((line) => ({
			itemId: String(refId(object(line, DETAIL), 'ItemRef')),
			quantity: String(decimal(object(line, DETAIL), 'QtyDiff')),
			counterAccountId: String(refId(row, 'AdjustAccountRef')),
			posted: false,
		}));
		return { entries: [], moves };
	},
};
