import { capturable, currentTotal, outstanding, received, refunded } from './balance.mts';
import { discountsOf, netOf, taxOf } from './charges.mts';
import type { Charge, LineType, OrderDraft, SaleDraft } from './draft.mts';
import type { MoneyBag } from './model.mts';
import { add, bag, subtract, ZERO, type Amount } from './money.mts';
import { cartDiscount, sumOfNets } from './projectAgreements.mts';
import { allSales, taxOfSales, totalOf } from './sales.mts';

const sum = (amounts: Amount[]): Amount => (amounts.length === 0 ? ZERO : add(...amounts));

/** Every money field of an Order. `total*` is before returns, `current*` after them. */
export function orderTotals(draft: OrderDraft): Record<string, MoneyBag | null> {
	const amounts = { ...totals(draft), ...current(draft), ...payments(draft) };
	return Object.fromEntries(
		Object.entries(amounts).map(([field, amount]) => [
			field,
			amount === null ? null : bag(amount, draft.currencies),
		]),
	);
}

function totals(draft: OrderDraft): Record<string, Amount | null> {
	const duties = draft.lines.flatMap((line) => line.duties);
	const charges: Charge[] = [...draft.lines, ...draft.shipping, ...duties, ...draft.fees];
	const tax = sum(charges.map(taxOf));
	const tips = sum(draft.lines.filter(({ kind }) => kind === 'TIP').map(netOf));
	const subtotal = sumOfNets(draft);
	const fees = sum(draft.fees.map(netOf));
	const duty = sum(duties.map(netOf));
	const shipping = sum(draft.shipping.map(netOf));
	const total = add(subtotal, shipping, draft.taxesIncluded ? ZERO : tax, duty, tips, fees);
	return {
		totalPriceSet: total,
		originalTotalPriceSet: totalOf(draft.agreements[0].sales),
		subtotalPriceSet: subtotal,
		totalDiscountsSet: sum([...draft.lines, ...draft.shipping].map(discountsOf)),
		cartDiscountAmountSet: cartDiscount(draft, false),
		totalTaxSet: tax,
		totalShippingPriceSet: sum(draft.shipping.map(({ list }) => list)),
		originalTotalDutiesSet: duties.length === 0 ? null : duty,
		originalTotalAdditionalFeesSet: draft.fees.length === 0 ? null : fees,
		totalTipReceivedSet: tips,
	};
}

function current(draft: OrderDraft): Record<string, Amount | null> {
	const sales = allSales(draft);
	const of = (...types: LineType[]) => sales.filter(({ lineType }) => types.includes(lineType));
	const price = (rows: SaleDraft[]) =>
		draft.taxesIncluded ? totalOf(rows) : subtract(totalOf(rows), taxOfSales(rows));
	const duties = of('DUTY');
	const fees = of('ADDITIONAL_FEE');
	return {
		currentTotalPriceSet: currentTotal(draft),
		currentSubtotalPriceSet: price(of('PRODUCT', 'GIFT_CARD')),
		currentTotalDiscountsSet: sum(sales.map(({ discounts }) => discounts)),
		currentCartDiscountAmountSet: cartDiscount(draft, true),
		currentTotalTaxSet: taxOfSales(sales),
		currentShippingPriceSet: price(of('SHIPPING')),
		currentTotalDutiesSet: duties.length === 0 ? null : price(duties),
		currentTotalAdditionalFeesSet: fees.length === 0 ? null : price(fees),
	};
}

function payments(draft: OrderDraft): Record<string, Amount> {
	const given = draft.refunds;
	return {
		totalReceivedSet: received(draft),
		totalRefundedSet: refunded(draft),
		netPaymentSet: subtract(received(draft), refunded(draft)),
		totalOutstandingSet: outstanding(draft),
		totalCapturableSet: capturable(draft),
		totalRefundedShippingSet: sum(
			given.flatMap(({ shipping }) => shipping.map(({ subtotal }) => subtotal)),
		),
		refundDiscrepancySet: sum(
			given.flatMap(({ adjustments }) => adjustments.map(({ amount }) => amount)),
		),
	};
}

/** Cash rounding of payments and of refunds. */
export function cashRounding(draft: OrderDraft): { paymentSet: MoneyBag; refundSet: MoneyBag } {
	const of = (isRefund: boolean) =>
		sum(
			draft.transactions
				.filter(({ kind, rounding }) => rounding !== null && (kind === 'REFUND') === isRefund)
				.map(({ rounding }) => rounding!),
		);
	return {
		paymentSet: bag(of(false), draft.currencies),
		refundSet: bag(of(true), draft.currencies),
	};
}
