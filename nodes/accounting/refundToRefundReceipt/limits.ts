import type { SaleFacts } from '../facts/agreement';
import { Amounts, negated } from '../facts/amounts';
import type { Amount, OrderFacts } from '../facts/order';
import type { RefundFacts } from '../facts/refund';
import { groupBy } from '../groupBy';
import { Money } from '../money';
import { movesMoney } from '../orderToSalesReceipt/tenders';
import type { Problem } from '../problems';
import { chargedTaxes, lineTypeOf, salesOfRefund } from '../sales/refundSales';
import { itemOf, taxOf } from '../sales/salesToLines';
import { stateOf, successful } from '../sales/refundState';

/**
 * Nobody can give back more than was sold: neither of a line, nor of the shipping, nor of their taxes,
 * nor more money than came in. What the earlier refunds of the order took is counted.
 */
export function exceedsProblem(order: OrderFacts, refund: RefundFacts): Problem | undefined {
	const upTo = order.refunds.filter((each) => each === refund || isBefore(order, each, refund));
	const back = upTo
		.filter((each) => each === refund || gaveBack(order, each))
		.flatMap((each) => salesOfRefund(order, each));
	const sold = soldOf(order, refund);
	return (
		lineProblem(order, [...sold, ...back.filter(isGoods)]) ??
		taxProblem(order, sold, back) ??
		moneyProblem(order, upTo)
	);
}

/** Without agreements a refund that failed says of its goods the same as the one made in its place. */
function gaveBack({ agreements }: OrderFacts, refund: RefundFacts): boolean {
	return agreements !== null || stateOf(refund, false) !== 'failed';
}

/** Of two at the same moment the one that Shopify lists first. */
function isBefore({ refunds }: OrderFacts, a: RefundFacts, b: RefundFacts): boolean {
	const gap = Date.parse(a.processedAt) - Date.parse(b.processedAt);
	return gap < 0 || (gap === 0 && refunds.indexOf(a) < refunds.indexOf(b));
}

const GOODS = new Set(['PRODUCT', 'GIFT_CARD', 'SHIPPING', 'TIP', 'DUTY', 'ADDITIONAL_FEE']);

function isGoods({ lineType }: SaleFacts): boolean {
	return GOODS.has(lineType);
}

/** What was sold, less what edits took away, from the agreements or the order's own fields. */
function soldOf(order: OrderFacts, refund: RefundFacts): SaleFacts[] {
	if (order.agreements !== null) {
		return order.agreements
			.filter(({ refundId }) => refundId === null)
			.flatMap(({ sales }) => sales)
			.filter(isGoods);
	}
	const none = { quantity: null, discount: Money.zero(order.currency), name: null };
	const withTaxes = (price: Money, taxes: SaleFacts['taxes']) =>
		order.taxesIncluded ? price : price.add(taxOf(order.currency, taxes));
	const goods = order.lineItems.map((item) => {
		const discount = Money.sum(
			order.currency,
			item.discounts.map(({ amount }) => amount),
		);
		const total = withTaxes(item.listTotal.subtract(discount), item.taxes);
		return {
			...none,
			lineType: lineTypeOf(order, item),
			quantity: item.quantity,
			lineItemId: item.id,
			taxes: item.taxes,
			total: { shop: total, presentment: null },
		};
	});
	const shipping = order.shippingLines.map(({ price, taxes }) => ({
		...none,
		lineType: 'SHIPPING',
		lineItemId: null,
		taxes,
		total: { shop: withTaxes(price, taxes), presentment: null },
	}));
	const duty = { ...none, lineType: 'DUTY', lineItemId: null, taxes: [] };
	const duties = { ...duty, total: { shop: order.duties, presentment: null } };
	return [...goods, ...shipping, ...(refund.duties.length === 0 ? [] : [duties])];
}

function lineProblem(order: OrderFacts, sales: readonly SaleFacts[]): Problem | undefined {
	const keyOf = ({ lineType, lineItemId }: SaleFacts) => `${lineType} ${lineItemId ?? ''}`;
	for (const alike of groupBy(sales, keyOf)) {
		const rest = figures(order, alike);
		if (!rest.isNegative) continue;
		const sold = figures(
			order,
			alike.filter((sale) => !isTaken(sale)),
		);
		const back = figures(order, alike.filter(isTaken));
		const name = itemOf(order, alike[0])?.name ?? NAMES[alike[0].lineType] ?? 'a line';
		return problem(order, `Of '${name}', ${sold.text} were sold, but ${back.text} are given back`);
	}
	return undefined;
}

const NAMES: Record<string, string> = {
	SHIPPING: 'shipping',
	DUTY: 'duties',
	TIP: 'tips',
	ADDITIONAL_FEE: 'additional fees',
};

function isTaken({ total, quantity }: SaleFacts): boolean {
	return total.shop.isNegative() || (quantity ?? 0) < 0;
}

function figures(order: OrderFacts, sales: readonly SaleFacts[]) {
	const { currency } = order;
	const total = Money.sum(
		currency,
		sales.map((sale) => sale.total.shop),
	);
	const tax = Money.sum(
		currency,
		sales.map(({ taxes }) => taxOf(currency, taxes)),
	);
	const quantity = sales.reduce((sum, sale) => sum + (sale.quantity ?? 0), 0);
	const units = quantity === 0 ? '' : `${Math.abs(quantity)} for `;
	const unsigned = (money: Money) => (money.isNegative() ? money.negate() : money);
	return {
		isNegative: total.isNegative() || tax.isNegative() || quantity < 0,
		text: `${units}${unsigned(total)} with ${unsigned(tax)} tax`,
	};
}

/** Tax that goes back without goods belongs to no line; all of it together has been charged at most once. */
function taxProblem(
	order: OrderFacts,
	sold: readonly SaleFacts[],
	back: readonly SaleFacts[],
): Problem | undefined {
	const taxes = (sales: readonly SaleFacts[]) => sales.flatMap((sale) => sale.taxes);
	const own = order.agreements === null ? chargedTaxes(order) : taxes(sold);
	const charged = taxOf(order.currency, own);
	const given = taxOf(order.currency, taxes(back)).negate();
	if (given.compare(charged) <= 0) return undefined;
	return problem(order, `Its taxes are ${charged}, but ${given} of tax are given back`);
}

function moneyProblem(order: OrderFacts, refunds: readonly RefundFacts[]): Problem | undefined {
	const amounts = Amounts.of(order);
	const sum = (kinds: readonly string[]) =>
		amounts.sum(
			order.transactions
				.filter((each) => movesMoney(each) && kinds.includes(each.kind))
				.map(({ amount }) => amount),
		);
	const received = amounts.subtract(sum(['SALE', 'CAPTURE']), sum(['CHANGE']));
	const rounding = order.cashRounding;
	const rounded = amounts.sum([received, isNegative(rounding) ? negated(rounding) : rounding]);
	const back = amounts.sum(refunds.flatMap(successful).map(({ amount }) => amount));
	if (amounts.measure(back).compare(amounts.measure(rounded)) <= 0) return undefined;
	return problem(
		order,
		`Its payments are ${amounts.measure(received)}, but ${amounts.measure(back)} are given back`,
	);
}

/** Coins rounded away at the till may come back at the refund. */
function isNegative({ shop }: Amount): boolean {
	return shop.isNegative();
}

function problem(order: OrderFacts, what: string): Problem {
	return {
		code: 'refund-exceeds-sale',
		what,
		where: `Order ${order.name}`,
		fix: 'Look at the refunds of this order in Shopify. If it is right that more went back than was sold, enter the refund in QuickBooks by hand.',
	};
}
