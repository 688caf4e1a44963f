import type {
	SalesDocument,
	CreditMemoDocument,
	DocumentLine,
	RefundReceiptDocument,
} from '../documents';
import { Amounts } from '../facts/amounts';
import { Money } from '../money';
import type { Mapping } from '../orderToSalesReceipt/saleLine';
import type { Outcome } from '../problems';
import type { BookedAs } from '../sales/bookedAs';
import { extraLines } from '../sales/extraLines';
import { headerOf, type Header } from '../sales/header';
import { itemised } from '../sales/itemised';
import { byRestock } from '../sales/restock';
import { salesToLines } from '../sales/salesToLines';
import type { RefundEvent, Timeline } from '../sales/timeline';
import { earlierMemoKey, invoiceLink, saleLink } from './links';
import { moneyBack, type MoneyBack } from './moneyBack';
import { creditRefunds, payerOf } from './payer';

/** A refund, and what is known of the order around it. */
export interface RefundContext {
	booked: Exclude<BookedAs, { kind: 'none' }>;
	timeline: Timeline;
	event: RefundEvent;
}

export function refundDocuments(
	mapping: Mapping,
	context: RefundContext,
): Outcome<SalesDocument[]> {
	const { order, policy } = mapping;
	const { event, booked } = context;
	const header = headerOf(mapping, identityOf(mapping, event));
	if (!header.ok) return header;
	const money = moneyBack(order, event);
	const isOwed = booked.kind === 'invoice' && !isEven(mapping, event);
	const lines = linesOf(mapping, event, money, !isOwed);
	if (isOwed || policy.refundForm === 'Credit Memo') {
		return creditMemo(mapping, context, header.value, lines, money, isOwed);
	}
	return refundReceipt(mapping, context, header.value, lines, money);
}

/** Money and worth are the same: nothing remains on the invoice. */
function isEven({ order }: Mapping, { credit, difference }: RefundEvent): boolean {
	const amounts = Amounts.of(order);
	return amounts.isZero(credit) && amounts.isZero(difference);
}

/**
 * What was given back, and how it was settled: what stayed to the customer's good, what went back as
 * gift card or store credit, and what nothing explains.
 *
 * @param withCredit false where the customer's account itself holds what he has good
 */
function linesOf(
	mapping: Mapping,
	event: RefundEvent,
	money: MoneyBack,
	withCredit: boolean,
): DocumentLine[] {
	const { order, policy } = mapping;
	const returned = event.goodsOf.flatMap((refund) => refund.lines);
	const sales = byRestock(order, returned, event.sales);
	const lines = salesToLines({ ...mapping, direction: 'given back' }, sales);
	const { credit, difference } = event;
	const isEarlier = credit.shop.isNegative();
	const text = isEarlier
		? 'Paid out of an earlier change'
		: 'Left to the customer for goods or fees';
	const settled = [
		...extraLines(policy, [
			[
				'Customer Credit',
				'customerCredits',
				text,
				withCredit ? credit.shop.negate() : Money.zero(order.currency),
			],
			differenceRow(event, difference.shop),
			['Gift Card Refunded', 'giftCards', 'To a gift card', money.giftCards.negate()],
			['Store Credit Refunded', 'storeCredit', 'To store credit', money.storeCredit.negate()],
			['Cash Rounding', 'cashRounding', 'Cash rounding', money.rounding],
		]),
	];
	const exchange = event.money.shop
		.subtract(event.value.shop)
		.add(credit.shop)
		.subtract(difference.shop);
	const paidIn = `Exchange difference, paid in ${order.presentmentCurrency}`;
	return [
		...lines,
		...settled,
		...extraLines(policy, [['Currency Difference', 'currencyDifference', paidIn, exchange]]),
	];
}

/** Money without any goods is goodwill; beside goods it is a difference that somebody should look at. */
function differenceRow(
	event: RefundEvent,
	amount: Money,
): Parameters<typeof extraLines>[1][number] {
	const isGoodwill = event.sales.length === 0 && !amount.isNegative();
	return isGoodwill
		? ['Refund Not Itemised', 'refundsNotItemised', 'Refund without goods', amount]
		: ['Refund Difference', 'refundDifferences', 'Refund difference', amount];
}

function identityOf({ order }: Mapping, { refund, money, value }: RefundEvent) {
	const place = order.refunds.indexOf(refund) + 1;
	const shown = money.shop.isZero() ? value.shop : money.shop;
	const note = refund.note === null ? '' : `: ${refund.note}`;
	return {
		key: `Refund/${refund.legacyId}`,
		suffix: `-R${place}`,
		happenedAt: refund.processedAt,
		memo: `Refund of Shopify order ${order.name}${note}`,
		source: {
			type: 'Refund' as const,
			id: refund.id,
			name: `${order.name}-R${place}`,
			total: shown.toDecimalString(),
		},
	};
}

function refundReceipt(
	mapping: Mapping,
	{ booked, timeline }: RefundContext,
	header: Header,
	lines: DocumentLine[],
	money: MoneyBack,
): Outcome<SalesDocument[]> {
	const payer = payerOf(mapping, money, timeline.first);
	if (!payer.ok) return payer;
	const { depositTo, paymentMethod } = payer.value;
	const appliesTo = saleLink(mapping, booked.kind === 'invoice');
	const document: RefundReceiptDocument = {
		document: 'Refund Receipt',
		...header,
		refundFrom: depositTo,
		...(paymentMethod === undefined ? {} : { paymentMethod }),
		...(appliesTo === undefined ? {} : { appliesTo }),
		...itemised(mapping.order.currency, lines),
	};
	return { ok: true, value: [document] };
}

function creditMemo(
	mapping: Mapping,
	{ booked, timeline, event }: RefundContext,
	header: Header,
	lines: DocumentLine[],
	money: MoneyBack,
	isOwed: boolean,
): Outcome<SalesDocument[]> {
	const memo: CreditMemoDocument = {
		document: 'Credit Memo',
		...header,
		...(booked.kind === 'invoice' ? { appliesTo: invoiceLink(mapping, timeline, event) } : {}),
		...itemised(mapping.order.currency, lines),
	};
	const isEmpty = lines.length === 0;
	const earlier = isEmpty && isOwed ? earlierMemoKey(mapping, timeline, event) : memo.key;
	const paid = creditRefunds(mapping, header, money, earlier);
	if (!paid.ok) return paid;
	return { ok: true, value: isEmpty ? paid.value : [memo, ...paid.value] };
}
