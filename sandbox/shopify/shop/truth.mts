import type { Calendar } from './calendar.mts';
import type { OrderDraft } from './draft.mts';
import { legacyId } from './ids.mts';
import { allSales } from './sales.mts';
import { saleState } from './status.mts';
import { bothSides } from './truthCategories.mts';
import type { OrderTruth, RefundTruth } from './truthModel.mts';

export type * from './truthModel.mts';

export function orderTruth(draft: OrderDraft, calendar: Calendar): OrderTruth {
	const sales = allSales(draft);
	const sold = sales.filter(
		({ actionType, lineType }) => actionType !== 'RETURN' && lineType !== 'FEE',
	);
	return {
		orderId: draft.id,
		name: `#${draft.number}`,
		scenario: draft.scenario,
		state: saleState(draft),
		date: calendar.localDate(draft.processedAt),
		currencies: draft.currencies,
		taxesIncluded: draft.taxesIncluded,
		sold: bothSides(sold, draft.taxesIncluded),
		current: bothSides(sales, draft.taxesIncluded),
		entries: draft.agreements.map(({ reason, happenedAt, sales: changed }) => ({
			kind: reason,
			date: calendar.localDate(happenedAt),
			...bothSides(changed, draft.taxesIncluded),
		})),
		tenders: draft.transactions.map((row) => {
			const moved = row.status !== 'SUCCESS' ? 0 : MOVES[row.kind];
			return {
				transactionId: legacyId(row.id),
				gateway: row.gateway,
				kind: row.kind,
				status: row.status,
				at: new Date(row.processedAt).toISOString(),
				shop: moved * row.amount.shop,
				presentment: moved * row.amount.presentment,
				rounding: row.rounding?.shop ?? 0,
				fee: row.fees.reduce((sum, fee) => sum + fee.amount, 0),
			};
		}),
		refunds: draft.refunds.map((record) => refundTruth(record, calendar)),
	};
}

/** Which way each kind of transaction moves money. */
const MOVES: Record<string, number> = {
	SALE: 1,
	CAPTURE: 1,
	REFUND: -1,
	CHANGE: -1,
	AUTHORIZATION: 0,
	VOID: 0,
};

function refundTruth(record: OrderDraft['refunds'][number], calendar: Calendar): RefundTruth {
	const money = record.transactions.filter(({ kind }) => kind === 'REFUND');
	const done = money.filter(({ status }) => status === 'SUCCESS');
	const pending = money.some(({ status }) => status === 'PENDING');
	return {
		refundId: record.id,
		date: calendar.localDate(record.at),
		status: pending ? 'pending' : done.length === 0 ? 'no money' : 'success',
		shop: done.reduce((sum, { amount }) => sum + amount.shop, 0),
		presentment: done.reduce((sum, { amount }) => sum + amount.presentment, 0),
	};
}
