import type { Context } from './context.mts';
import { netOf, taxesOn } from './charges.mts';
import { taxCart } from './cart.mts';
import { discountPercent } from './discounts.mts';
import type {
	ApplicationDraft,
	LineDraft,
	OrderDraft,
	RefundDraft,
	ShippingDraft,
	TransactionDraft,
} from './draft.mts';
import { add, negate, subtract, ZERO } from './money.mts';
import { addAdjustment } from './refunds.mts';
import { addAgreement, amountSale, lineSales, returnSale } from './sales.mts';
import { tenderAmount, transaction } from './tenders.mts';

/** The merchant adds lines to a placed order (they are already in `draft.lines`). */
export function editAdd(context: Context, draft: OrderDraft, lines: LineDraft[], at: number): void {
	taxCart(draft);
	addAgreement(context.ids, draft, {
		typename: 'OrderEditAgreement',
		reason: 'ORDER_EDIT',
		happenedAt: at,
		sales: lines.flatMap((line) => lineSales(context.ids, draft, line)),
	});
}

/**
 * The merchant takes units off a placed order. Shopify keeps the line's `quantity` and taxes, lowers
 * `currentQuantity`, and records a refund without money whose adjustment says that it is still owed.
 */
export function editRemove(
	context: Context,
	draft: OrderDraft,
	line: LineDraft,
	quantity: number,
	at: number,
): void {
	const sale = returnSale(context.ids, draft, line.kind, line, quantity);
	line.returned += quantity;
	const tax = add(ZERO, ...sale.taxes.map(({ amount }) => negate(amount)));
	const owed = negate(sale.total);
	const record = emptyRefund(context, at);
	record.lines.push({
		id: context.ids.gid('RefundLineItem'),
		line,
		quantity,
		subtotal: draft.taxesIncluded ? owed : subtract(owed, tax),
		tax,
		restock: 'NO_RESTOCK',
		location: null,
	});
	addAdjustment(context, record, 'PENDING_REFUND_DISCREPANCY', owed);
	draft.refunds.push(record);
	addAgreement(context.ids, draft, {
		typename: 'OrderEditAgreement',
		reason: 'ORDER_EDIT',
		happenedAt: at,
		sales: [sale],
	});
}

/** Removing a shipping line: it stays among the lines with `isRemoved`. */
export function editRemoveShipping(
	context: Context,
	draft: OrderDraft,
	line: ShippingDraft,
	at: number,
): void {
	const sale = returnSale(context.ids, draft, 'SHIPPING', line, 1);
	line.returned = 1;
	line.removed = true;
	line.givenBack = { net: netOf(line), taxes: line.taxes.map((tax) => tax.amount) };
	addAgreement(context.ids, draft, {
		typename: 'OrderEditAgreement',
		reason: 'ORDER_EDIT',
		happenedAt: at,
		sales: [sale],
	});
}

/** Pays what an earlier edit left owing to the customer: money without lines. */
export function payBack(
	context: Context,
	draft: OrderDraft,
	parent: TransactionDraft,
	presentment: number,
	at: number,
): void {
	const record = emptyRefund(context, at);
	const tender = { gateway: parent.gateway, at, presentment };
	const amount = tenderAmount(draft, tender);
	record.transactions.push(transaction(context, draft, 'REFUND', amount, tender, parent));
	addAdjustment(context, record, 'PENDING_REFUND_DISCREPANCY', negate(amount));
	draft.refunds.push(record);
	addAgreement(context.ids, draft, {
		typename: 'RefundAgreement',
		reason: 'REFUND',
		happenedAt: at,
		sales: [],
		refund: record,
	});
}

function emptyRefund(context: Context, at: number): RefundDraft {
	return {
		id: context.ids.gid('Refund'),
		at,
		note: null,
		lines: [],
		shipping: [],
		duties: [],
		adjustments: [],
		transactions: [],
		return: null,
	};
}

/**
 * The merchant takes something off the price of a line of an unpaid order. Unlike a changed quantity,
 * this changes the line itself, and with it the order's subtotal and total.
 */
export function editDiscount(
	context: Context,
	draft: OrderDraft,
	line: LineDraft,
	application: ApplicationDraft,
	percentage: number,
	at: number,
): void {
	const before = line.taxes.map(({ amount }) => amount);
	const net = netOf(line);
	discountPercent(draft, application, [line], percentage);
	const rates = taxesOn(netOf(line), line.taxes, draft.taxesIncluded);
	const taxes = line.taxes.map((tax, index) => {
		tax.amount = rates[index].amount;
		return { tax, amount: subtract(tax.amount, before[index]) };
	});
	const change = subtract(netOf(line), net);
	const parts = draft.taxesIncluded ? [] : taxes.map(({ amount }) => amount);
	const sale = amountSale(context.ids, line.kind, 'UPDATE', add(change, ...parts), taxes, line);
	sale.quantity = 0;
	sale.discounts = negate(change);
	addAgreement(context.ids, draft, {
		typename: 'OrderEditAgreement',
		reason: 'ORDER_EDIT',
		happenedAt: at,
		sales: [sale],
	});
}
