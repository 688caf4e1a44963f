import { dateTime } from './calendar.mts';
import type { OrderDraft, RefundDraft, ReturnDraft } from './draft.mts';
import { legacyId, type Ids } from './ids.mts';
import type { Node, Order, Refund } from './model.mts';
import { add, divideRounded, each, ZERO, type Amount } from './money.mts';
import { netOf } from './charges.mts';
import type { LineProjector } from './projectLines.mts';
import { projectTransaction } from './projectTransactions.mts';

export function projectRefund(
	ids: Ids,
	draft: OrderDraft,
	record: RefundDraft,
	order: Order,
	lines: LineProjector,
	returns: Map<ReturnDraft, Node>,
): Refund {
	const money = (amount: Amount) => lines.money(amount);
	const moved = record.transactions.filter(
		({ kind, status }) => kind === 'REFUND' && status === 'SUCCESS',
	);
	return {
		id: record.id,
		legacyResourceId: legacyId(record.id),
		createdAt: dateTime(record.at),
		processedAt: dateTime(record.at),
		updatedAt: dateTime(record.at),
		note: record.note,
		order,
		staffMember: null,
		return: record.return ? returns.get(record.return)! : null,
		totalRefundedSet: money(moved.length === 0 ? ZERO : add(...moved.map(({ amount }) => amount))),
		refundLineItems: record.lines.map((row) => ({
			id: row.id,
			lineItem: lines.line(row.line),
			quantity: row.quantity,
			restockType: row.restock,
			restocked: row.restock !== 'NO_RESTOCK',
			location: row.location,
			priceSet: money(each(netOf(row.line), (value) => divideRounded(value, row.line.quantity))),
			subtotalSet: money(row.subtotal),
			totalTaxSet: money(row.tax),
		})),
		refundShippingLines: record.shipping.map((row) => ({
			id: row.id,
			shippingLine: lines.shipping(row.line),
			subtotalAmountSet: money(row.subtotal),
			taxAmountSet: money(row.tax),
		})),
		orderAdjustments: record.adjustments.map((row) => ({
			id: row.id,
			reason: row.reason,
			amountSet: money(row.amount),
			taxAmountSet: money(ZERO),
		})),
		duties: record.duties.map((row) => ({
			amountSet: money(row.amount),
			originalDuty: lines.duty(row.duty),
		})),
		transactions: record.transactions.map((row) => projectTransaction(ids, draft, row, order)),
	};
}

export function projectReturn(
	draft: OrderDraft,
	record: ReturnDraft,
	order: Order,
	lines: LineProjector,
	index: number,
): Node {
	const fee = record.restockingFee;
	return {
		id: record.id,
		name: `${order.name}-R${index + 1}`,
		status: 'CLOSED',
		createdAt: dateTime(record.at),
		requestApprovedAt: dateTime(record.at),
		closedAt: dateTime(record.at),
		totalQuantity: record.lines.reduce((sum, row) => sum + row.quantity, 0),
		order,
		staffMember: null,
		decline: null,
		returnShippingFees: [],
		refunds: [],
		transactions: [],
		returnLineItems: record.lines.map((row) => ({
			__typename: 'ReturnLineItem',
			id: row.id,
			quantity: row.quantity,
			processedQuantity: row.quantity,
			processableQuantity: 0,
			unprocessedQuantity: 0,
			refundableQuantity: 0,
			refundedQuantity: row.quantity,
			returnReason: 'SIZE_TOO_SMALL',
			returnReasonNote: '',
			customerNote: null,
			restockingFee: fee ? projectFee(fee, lines) : null,
			withCodeDiscountedTotalPriceSet: lines.money(netOf(row.line)),
		})),
		exchangeLineItems: record.exchange.map((row) => ({
			id: row.id,
			quantity: row.line.quantity,
			processedQuantity: row.line.quantity,
			processableQuantity: 0,
			unprocessedQuantity: 0,
			title: row.line.title,
			variantTitle: row.line.variantTitle,
			variantSku: row.line.sku,
			variantId: row.line.variant?.id ?? null,
			productId: row.line.product?.id ?? null,
			lineItem: lines.line(row.line),
			lineItems: [lines.line(row.line)],
		})),
	};
}

export const projectFee = (
	fee: NonNullable<ReturnDraft['restockingFee']>,
	lines: LineProjector,
): Node => ({
	__typename: 'RestockingFee',
	id: fee.id,
	amountSet: lines.money(fee.amount),
	percentage: fee.percentage,
});
