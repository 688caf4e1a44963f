import type { SaleFacts } from '../facts/agreement';
import { Amounts, negated } from '../facts/amounts';
import type { LineItemFacts, OrderFacts, TaxFacts } from '../facts/order';
import type { GivenBackFacts, RefundFacts } from '../facts/refund';
import { Money } from '../money';
import { tipItems } from '../orderToSalesReceipt/products';

/** Reasons that say "still to be paid": no difference of value, only of time. */
export const PENDING = 'PENDING_REFUND_DISCREPANCY';

/**
 * What a refund takes back, signed as a sale: from its agreement, or from the refund's own fields where
 * the order carries none.
 */
export function salesOfRefund(order: OrderFacts, refund: RefundFacts): SaleFacts[] {
	if (order.agreements === null) return fromFields(order, refund);
	const own = order.agreements.filter(({ refundId }) => refundId === refund.id);
	return own.flatMap(({ sales }) => sales).map((sale) => withKind(refund, sale));
}

/** True where the order's agreements know of the refund: the goods may be in an edit instead. */
export function hasAgreement(order: OrderFacts, refund: RefundFacts): boolean {
	return order.agreements?.some(({ refundId }) => refundId === refund.id) ?? true;
}

/**
 * Fees of a return are agreed apart from the goods that come back; the first refund of the return
 * keeps them.
 */
export function returnFees(order: OrderFacts, refund: RefundFacts): SaleFacts[] {
	const { returnId } = refund;
	if (returnId === null) return [];
	const first = order.refunds.find((each) => each.returnId === returnId) ?? refund;
	if (first.id !== refund.id) return [];
	return (order.agreements ?? [])
		.filter((agreement) => agreement.returnId === returnId && agreement.refundId === null)
		.flatMap(({ sales }) => sales.filter(({ lineType }) => lineType === 'FEE'));
}

/** All that a refund takes back, less the fees of its return. */
export function takenBack(order: OrderFacts, refund: RefundFacts): SaleFacts[] {
	return [...salesOfRefund(order, refund), ...returnFees(order, refund)];
}

/** An adjustment is goodwill, something kept back, or a difference: the refund's own words decide. */
function withKind(refund: RefundFacts, sale: SaleFacts): SaleFacts {
	if (sale.lineType !== 'ADJUSTMENT') return sale;
	if (!sale.total.shop.isNegative()) return { ...sale, lineType: 'DEDUCTION' };
	const isGoodwill = refund.lines.length === 0 && refund.shipping.length === 0;
	return { ...sale, lineType: isGoodwill ? 'GOODWILL' : 'ADJUSTMENT' };
}

function fromFields(order: OrderFacts, refund: RefundFacts): SaleFacts[] {
	const amounts = Amounts.of(order);
	const goods = refund.lines.map((row) => {
		const item = order.lineItems.find(({ id }) => id === row.lineItemId);
		return {
			...charge(order, amounts, lineTypeOf(order, item), row, item?.taxes ?? []),
			quantity: -row.quantity,
			discount: discountShare(order, row, item).negate(),
			lineItemId: row.lineItemId,
		};
	});
	const shippingTaxes = order.shippingLines.flatMap(({ taxes }) => taxes);
	const shipping = refund.shipping.map((row) =>
		charge(order, amounts, 'SHIPPING', row, shippingTaxes),
	);
	const duties = refund.duties.map((subtotal) =>
		charge(order, amounts, 'DUTY', { subtotal, tax: amounts.zero }, []),
	);
	const adjustments = refund.adjustments
		.filter(({ reason }) => reason !== PENDING)
		.map(({ amount, tax }) => {
			const given = { subtotal: negated(amount), tax: negated(tax) };
			// An adjustment names no tax: what it gives back is of those that were charged.
			const charged = tax.shop.isZero() ? [] : chargedTaxes(order);
			return withKind(refund, charge(order, amounts, 'ADJUSTMENT', given, charged));
		});
	return [...goods, ...shipping, ...duties, ...adjustments];
}

/** What a sale of the item is in an agreement. */
export function lineTypeOf(order: OrderFacts, item: LineItemFacts | undefined): string {
	if (item?.isGiftCard) return 'GIFT_CARD';
	return item !== undefined && tipItems(order).includes(item) ? 'TIP' : 'PRODUCT';
}

/** All taxes that the order was charged, by its own fields. */
export function chargedTaxes({ lineItems, shippingLines, feeLines }: OrderFacts): TaxFacts[] {
	const duties = lineItems.flatMap((item) => item.duties);
	return [...lineItems, ...shippingLines, ...duties, ...feeLines].flatMap(({ taxes }) => taxes);
}

function charge(
	order: OrderFacts,
	amounts: Amounts,
	lineType: string,
	{ subtotal, tax }: GivenBackFacts,
	sold: readonly TaxFacts[],
): SaleFacts {
	const taxes = splitTax(order, tax.shop, sold);
	const withTax = order.taxesIncluded ? subtotal : amounts.sum([subtotal, tax]);
	return {
		lineType,
		quantity: null,
		total: negated(withTax),
		discount: Money.zero(order.currency),
		taxes: taxes.map((each) => ({ ...each, amount: each.amount.negate() })),
		lineItemId: null,
		name: null,
	};
}

/** The refund's tax by title and rate, as it was charged: largest part last, so that the sum is exact. */
function splitTax(order: OrderFacts, tax: Money, sold: readonly TaxFacts[]): TaxFacts[] {
	const whole = Money.sum(
		order.currency,
		sold.map(({ amount }) => amount),
	);
	// Goods sold at a rate of nothing keep it, as a VAT return tells them from goods without VAT.
	if (tax.isZero()) return whole.isZero() ? [...sold] : [];
	if (whole.isZero()) {
		return [{ title: 'Tax', rate: '', channelLiable: null, amount: tax }];
	}
	const ordered = [...sold].sort((a, b) => a.amount.compare(b.amount));
	let left = tax;
	return ordered.map((each, index) => {
		const isLast = index === ordered.length - 1;
		const amount = isLast ? left : tax.share(each.amount, whole, 'halfUp');
		left = left.subtract(amount);
		return { ...each, amount };
	});
}

/**
 * The discount on the units that come back, net of tax, as it was allocated to the line. Shopify's
 * price is already after discounts; without a discount there is nothing to show.
 */
function discountShare(
	order: OrderFacts,
	row: GivenBackFacts & { quantity: number },
	item: LineItemFacts | undefined,
): Money {
	const zero = Money.zero(order.currency);
	if (item === undefined || item.discounts.length === 0 || item.quantity === 0) return zero;
	const list = item.listTotal.proportion(
		countOf(order, row.quantity),
		countOf(order, item.quantity),
		'halfUp',
	);
	const discount = list.subtract(row.subtotal.shop);
	if (discount.isNegative() || row.subtotal.shop.isZero()) return zero;
	if (!order.taxesIncluded) return discount;
	const net = row.subtotal.shop.subtract(row.tax.shop);
	return net.share(list, row.subtotal.shop, 'halfUp').subtract(net);
}

/** A count as a fraction's part: money of the order's currency, so that it divides exactly. */
export function countOf(order: OrderFacts, count: number): Money {
	return Money.parse(String(count), order.currency);
}
