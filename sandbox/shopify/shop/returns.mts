import type { Context } from './context.mts';
import { taxCart } from './cart.mts';
import type { LineDraft, OrderDraft, ReturnDraft, TransactionDraft } from './draft.mts';
import { add, ZERO, type Amount } from './money.mts';
import { refund } from './refunds.mts';
import { addAgreement, amountSale, lineSales, totalOf } from './sales.mts';

export interface ReturnPlan {
	at: number;
	lines: Array<{ line: LineDraft; quantity: number }>;
	/** New lines the customer takes instead; they are already in `draft.lines`. */
	exchange?: LineDraft[];
	restockingFee?: { amount: Amount; percentage: number };
	parent: TransactionDraft;
}

/**
 * A return: the new goods and the fee are the ReturnAgreement's sales, the goods that come back
 * are the RefundAgreement's, and the refund's money is the difference.
 */
export function returnGoods(context: Context, draft: OrderDraft, plan: ReturnPlan): void {
	const { ids } = context;
	const exchange = plan.exchange ?? [];
	taxCart(draft);
	const record: ReturnDraft = {
		id: ids.gid('Return'),
		at: plan.at,
		lines: plan.lines.map(({ line, quantity }) => ({
			id: ids.gid('ReturnLineItem'),
			line,
			quantity,
		})),
		exchange: exchange.map((line) => ({ id: ids.gid('ExchangeLineItem'), line })),
		restockingFee: plan.restockingFee
			? { id: ids.gid('RestockingFee'), ...plan.restockingFee }
			: null,
	};
	draft.returns.push(record);
	const sales = exchange.flatMap((line) => lineSales(ids, draft, line));
	if (record.restockingFee)
		sales.push(amountSale(ids, 'FEE', 'ORDER', record.restockingFee.amount));
	addAgreement(ids, draft, {
		typename: 'ReturnAgreement',
		reason: 'RETURN',
		happenedAt: plan.at,
		sales,
		return: record,
	});
	refund(context, draft, {
		at: plan.at,
		lines: plan.lines,
		to: [{ parent: plan.parent }],
		return: record,
		exchanged: add(ZERO, totalOf(sales)),
	});
}
