import type {
	CreditMemoDocument,
	DocumentLine,
	InvoiceDocument,
	RefundReceiptDocument,
	SalesReceiptDocument,
} from '../documents';
import { Amounts } from '../facts/amounts';
import type { OrderFacts, TransactionFacts } from '../facts/order';
import { Money } from '../money';
import { paymentOf } from '../orderToSalesReceipt';
import { depositOf } from '../orderToSalesReceipt/deposit';
import type { Mapping } from '../orderToSalesReceipt/saleLine';
import { tendersIn } from '../orderToSalesReceipt/tenders';
import { isSummary } from '../policy';
import type { Outcome } from '../problems';
import { creditLine } from '../sales/extraLines';
import { headerOf, type Header } from '../sales/header';
import { itemised } from '../sales/itemised';
import { salesToLines } from '../sales/salesToLines';
import type { EditEvent, Timeline } from '../sales/timeline';

/** More was sold after the first sale: what it was paid with, by money and by goods given back. */
export function receiptOfEdit(
	mapping: Mapping,
	timeline: Timeline,
	edit: EditEvent,
): Outcome<SalesReceiptDocument> {
	const header = headerOfEdit(mapping, timeline, edit);
	if (!header.ok) return header;
	const { order, policy } = mapping;
	const payment = paymentOf({ order: asOrder(order, edit), policy });
	if (!payment.ok) return payment;
	const credit = creditLine(policy, 'Paid with goods given back', edit.credit.shop.negate());
	const lines = [...linesOf(mapping, edit, 'sold'), ...credit, ...payment.value.lines];
	const { depositTo } =
		edit.payments.length > 0 ? payment.value.deposit : placeOf(mapping, timeline);
	const { paymentMethod } = payment.value.deposit;
	return {
		ok: true,
		value: {
			document: 'Sales Receipt',
			...header.value,
			depositTo,
			...(paymentMethod === undefined ? {} : { paymentMethod }),
			...itemised(order.currency, lines),
		},
	};
}

/** Less was sold: the customer has its worth good, until it is paid out by a refund or used. */
export function refundOfEdit(
	mapping: Mapping,
	timeline: Timeline,
	edit: EditEvent,
): Outcome<RefundReceiptDocument> {
	const header = headerOfEdit(mapping, timeline, edit);
	if (!header.ok) return header;
	const { order, policy } = mapping;
	const worth = edit.value.shop;
	const credit = creditLine(policy, 'Left to the customer', worth);
	const lines = [...linesOf(mapping, edit, 'given back'), ...credit];
	return {
		ok: true,
		value: {
			document: 'Refund Receipt',
			...header.value,
			refundFrom: placeOf(mapping, timeline).depositTo,
			...(isSummary(policy)
				? {}
				: { appliesTo: { document: 'Sales Receipt' as const, key: orderKey(order) } }),
			...itemised(order.currency, lines),
		},
	};
}

export function invoiceOfEdit(
	mapping: Mapping,
	timeline: Timeline,
	edit: EditEvent,
): Outcome<InvoiceDocument> {
	const header = headerOfEdit(mapping, timeline, edit);
	if (!header.ok) return header;
	const lines = linesOf(mapping, edit, 'sold');
	const sums = itemised(mapping.order.currency, lines);
	return { ok: true, value: { document: 'Invoice', ...header.value, ...sums } };
}

export function creditOfEdit(
	mapping: Mapping,
	timeline: Timeline,
	edit: EditEvent,
): Outcome<CreditMemoDocument> {
	const header = headerOfEdit(mapping, timeline, edit);
	if (!header.ok) return header;
	const lines = linesOf(mapping, edit, 'given back');
	return {
		ok: true,
		value: {
			document: 'Credit Memo',
			...header.value,
			appliesTo: { document: 'Invoice', key: orderKey(mapping.order) },
			...itemised(mapping.order.currency, lines),
		},
	};
}

export function orderKey({ shop, legacyId }: OrderFacts): string {
	return `${shop.domain}/Order/${legacyId}`;
}

export function editKey(order: OrderFacts, { agreement }: EditEvent): string {
	return `${orderKey(order)}/Edit/${agreement.legacyId}`;
}

function linesOf(
	mapping: Mapping,
	{ sales }: EditEvent,
	direction: 'sold' | 'given back',
): DocumentLine[] {
	return salesToLines({ ...mapping, direction }, sales);
}

function headerOfEdit(mapping: Mapping, { edits }: Timeline, edit: EditEvent): Outcome<Header> {
	const { order } = mapping;
	const place = edits.indexOf(edit) + 1;
	const worth = edit.value.shop;
	return headerOf(mapping, {
		key: `Order/${order.legacyId}/Edit/${edit.agreement.legacyId}`,
		suffix: `-E${place}`,
		happenedAt: edit.agreement.happenedAt,
		memo: `${edit.agreement.returnId === null ? 'Edit' : 'Exchange'} of Shopify order ${order.name}`,
		source: {
			type: 'Order Edit',
			id: edit.agreement.id,
			name: `${order.name}-E${place}`,
			total: (worth.isNegative() ? worth.negate() : worth).toDecimalString(),
		},
	});
}

/** The edit as if it were an order of its own: what is to be paid, and the part of the payments for it. */
function asOrder(order: OrderFacts, { value, credit, payments }: EditEvent): OrderFacts {
	const none = { shop: Money.zero(order.currency), presentment: null };
	const transactions = payments.map(({ amount, transactions: [payment] }): TransactionFacts => {
		return { ...payment, amount, rounding: none.shop };
	});
	const total = Amounts.of(order).subtract(value, credit);
	return { ...order, total, transactions, cashRounding: none };
}

/** Nothing moves on a document of 0.00; it names the account of the first sale all the same. */
function placeOf({ order, policy }: Mapping, { first }: Timeline) {
	const paid = first.payments.flatMap(({ transactions }) => transactions);
	const deposit = depositOf(order, policy, tendersIn(order, paid).gateways);
	return deposit.ok
		? { depositTo: deposit.value.depositTo }
		: { depositTo: { ...policy.paymentAccounts[0].account } };
}
