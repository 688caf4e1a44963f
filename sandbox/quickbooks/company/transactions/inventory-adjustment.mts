import type { Books } from '../books.mts';
import { decimal } from '../cents.mts';
import type { Handler } from '../entities/handler.mts';
import { beforeStock, business, missing, noLines, noQuantity, notInPlan } from '../faults.mts';
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

/** Changes quantities, not prices; its value is what first in, first out makes of it. */
export const inventoryAdjustment: Handler = {
	deletable: true,
	build(books, body, context) {
		if (!/Plus|Advanced/.test(books.plan)) throw notInPlan(books.plan, 'InventoryAdjustment');
		if (text(body, 'TxnDate') === undefined) throw missing('TxnDate');
		const account = books.resolve('Account', body, 'AdjustAccountRef');
		if (account === undefined) throw missing('AdjustAccountRef');
		const head = buildHead(books, body, context);
		if (context.previous !== undefined && context.previous.TxnDate !== head.date) {
			throw business('The date of an inventory adjustment cannot be changed', 'TxnDate');
		}
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
