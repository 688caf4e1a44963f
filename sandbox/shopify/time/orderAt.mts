import { dateTime } from '../shop/calendar.mts';
import type { LineItem, MoneyBag, Order, OrderTransaction, Sale } from '../shop/model.mts';
import { add, bag, negate, subtract, ZERO, type Amount } from '../shop/money.mts';
import { minor } from './minor.mts';

/** What had happened to the order by a moment: its lists cut there, and its figures from them. */
export function orderAt(full: Order, now: number): Partial<Order> {
	const isPast = (date: unknown) => Date.parse(String(date)) <= now;
	const transactions = full.transactions.filter(({ processedAt }) => isPast(processedAt));
	const refunds = full.refunds.filter(({ processedAt }) => isPast(processedAt));
	const agreements = full.agreements.filter(({ happenedAt }) => isPast(happenedAt));
	const isCancelled = typeof full.cancelledAt === 'string' && isPast(full.cancelledAt);
	const sales = agreements.flatMap((agreement) => agreement.sales);
	const original = agreements
		.filter(({ reason }) => reason === 'ORDER' || reason === 'ORDER_EDIT')
		.flatMap((agreement) => agreement.sales);
	const currencies = {
		shop: full.totalPriceSet.shopMoney.currencyCode,
		presentment: full.totalPriceSet.presentmentMoney.currencyCode,
	};
	const money = moneyAt(transactions, totalOf(sales));
	const moments = [full.createdAt, isCancelled ? full.cancelledAt : null]
		.concat(transactions.map(({ processedAt }) => processedAt))
		.concat(refunds.map(({ processedAt }) => processedAt))
		.concat(agreements.map(({ happenedAt }) => happenedAt))
		.map((date) => Date.parse(String(date)))
		.filter((moment) => !Number.isNaN(moment));
	return {
		transactions,
		transactionsCount: { count: transactions.length, precision: 'EXACT' },
		refunds,
		agreements,
		returns: (full.returns as Array<{ refunds: unknown[] }>).filter(({ refunds: own }) =>
			own.every((refund) => refunds.includes(refund as (typeof refunds)[number])),
		),
		lineItems: linesAt(full.lineItems, sales),
		cancelledAt: isCancelled ? full.cancelledAt : null,
		cancelReason: isCancelled ? full.cancelReason : null,
		cancellation: isCancelled ? full.cancellation : null,
		edited: agreements.some(({ reason }) => reason === 'ORDER_EDIT'),
		updatedAt: dateTime(Math.max(...moments) + 1000),
		paymentGatewayNames: [...new Set(transactions.map(({ gateway }) => gateway))],
		displayFinancialStatus: statusOf(money, transactions),
		totalPriceSet: bag(totalOf(original), currencies),
		currentTotalPriceSet: bag(totalOf(sales), currencies),
		currentTotalTaxSet: bag(sum(sales.map(({ totalTaxAmount }) => totalTaxAmount)), currencies),
		totalReceivedSet: bag(money.received, currencies),
		totalRefundedSet: bag(money.refunded, currencies),
		netPaymentSet: bag(subtract(money.received, money.refunded), currencies),
		totalCapturableSet: bag(money.capturable, currencies),
		totalOutstandingSet: bag(money.outstanding, currencies),
	};
}

/** Lines that were added later are not there yet; those that were taken off still are. */
function linesAt(lines: LineItem[], sales: Sale[]): LineItem[] {
	return lines.flatMap((line): LineItem[] => {
		const own = sales.filter(
			(sale) => (sale.lineItem as { id?: string } | undefined)?.id === line.id,
		);
		if (own.length === 0) return [];
		const currentQuantity = own.reduce((units, { quantity }) => units + (quantity ?? 0), 0);
		return [{ ...line, currentQuantity }];
	});
}

interface Moved {
	received: Amount;
	refunded: Amount;
	capturable: Amount;
	outstanding: Amount;
}

function moneyAt(transactions: OrderTransaction[], total: Amount): Moved {
	const of = (...kinds: string[]) =>
		sum(
			transactions
				.filter(({ kind, status }) => status === 'SUCCESS' && kinds.includes(kind))
				.map(({ amountSet }) => amountSet),
		);
	const isOpen = (authorization: OrderTransaction) =>
		!transactions.some(({ parentTransaction }) => parentTransaction?.id === authorization.id);
	const capturable = sum(
		transactions
			.filter(({ kind, status }) => kind === 'AUTHORIZATION' && status === 'SUCCESS')
			.filter(isOpen)
			.map(({ amountSet }) => amountSet),
	);
	const received = subtract(of('SALE', 'CAPTURE'), of('CHANGE'));
	const refunded = of('REFUND');
	const due = subtract(add(total, negate(received), refunded), capturable);
	// an order that is settled in the customer's currency is settled
	return { received, refunded, capturable, outstanding: due.presentment === 0 ? ZERO : due };
}

function statusOf(
	{ received, refunded, capturable, outstanding }: Moved,
	transactions: OrderTransaction[],
): string | null {
	if (refunded.presentment > 0) {
		return refunded.presentment >= received.presentment ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
	}
	if (capturable.presentment > 0) return 'AUTHORIZED';
	if (transactions.some(({ kind }) => kind === 'VOID')) return 'VOIDED';
	if (received.presentment > 0) return outstanding.presentment > 0 ? 'PARTIALLY_PAID' : 'PAID';
	if (outstanding.presentment <= 0) return 'PAID';
	return transactions.length === 0 ? null : 'PENDING';
}

const totalOf = (sales: Sale[]): Amount => sum(sales.map(({ totalAmount }) => totalAmount));

const sum = (bags: MoneyBag[]): Amount => add(ZERO, ...bags.map(amountOf));

function amountOf({ shopMoney, presentmentMoney }: MoneyBag): Amount {
	return {
		shop: minor(shopMoney.amount, shopMoney.currencyCode),
		presentment: minor(presentmentMoney.amount, presentmentMoney.currencyCode),
	};
}
