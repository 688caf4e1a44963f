import type {
	LineItem,
	Order,
	SalesAgreement,
	TaxLine,
} from '../../../../sandbox/shopify/shop/model.mts';
import { amountOf, SIDES, total, type Side } from './money.mts';

/** Every identity of facts 2.7 and 2.8 that an order breaks, as sentences. */
export function brokenIdentities(order: Order): string[] {
	const broken: string[] = [];
	for (const side of SIDES) {
		const state = (name: string, left: bigint, right: bigint) => {
			if (left !== right) broken.push(`${order.name} ${side} ${name}: ${left} is not ${right}`);
		};
		charges(order, side, state);
		payments(order, side, state);
		agreements(order, side, state);
	}
	return broken;
}

type State = (name: string, left: bigint, right: bigint) => void;
type Bag = Record<string, unknown>;

const isTip = (order: Order, line: LineItem): boolean =>
	order.agreements.some(({ sales }) =>
		sales.some((sale) => sale.lineType === 'TIP' && sale.lineItem === line),
	);

function charges(order: Order, side: Side, state: State): void {
	const of = (field: string) => amountOf(order[field], side);
	const goods = order.lineItems.filter((line) => !isTip(order, line));
	const off = ({
		discountAllocations,
	}: {
		discountAllocations: Array<{ allocatedAmountSet: unknown }>;
	}) =>
		total(discountAllocations.map(({ allocatedAmountSet }) => amountOf(allocatedAmountSet, side)));
	const tax = (lines: TaxLine[]) => total(lines.map(({ priceSet }) => amountOf(priceSet, side)));
	const net = (line: LineItem) => amountOf(line.originalTotalSet, side) - off(line);
	const added = order.taxesIncluded ? 0n : of('totalTaxSet');
	const extras =
		of('originalTotalDutiesSet') +
		of('originalTotalAdditionalFeesSet') +
		of('totalTipReceivedSet') +
		added;
	const shipping = total(
		order.shippingLines.map(({ discountedPriceSet }) => amountOf(discountedPriceSet, side)),
	);
	state('A', of('totalPriceSet'), of('subtotalPriceSet') + shipping + extras);
	const lists = total(goods.map(({ originalTotalSet }) => amountOf(originalTotalSet, side)));
	state(
		'B',
		of('totalPriceSet'),
		lists - of('totalDiscountsSet') + of('totalShippingPriceSet') + extras,
	);
	const duties = order.lineItems.flatMap((line) => line.duties);
	const fees = order.additionalFees as Array<{ taxLines: TaxLine[] }>;
	const taxed = [...order.lineItems, ...order.shippingLines, ...duties, ...fees];
	state('E', total(taxed.map(({ taxLines }) => tax(taxLines))), of('totalTaxSet'));
	state('E by title', tax(order.taxLines as TaxLine[]), of('totalTaxSet'));
	for (const line of order.lineItems) {
		const unit = amountOf(line.originalUnitPriceSet, side);
		state('F', amountOf(line.originalTotalSet, side), unit * BigInt(line.quantity));
	}
	state('G', total(goods.map(net)), of('subtotalPriceSet'));
	state('H', total([...order.lineItems, ...order.shippingLines].map(off)), of('totalDiscountsSet'));
}

function payments(order: Order, side: Side, state: State): void {
	const of = (field: string) => amountOf(order[field], side);
	state('C', of('netPaymentSet'), of('totalReceivedSet') - of('totalRefundedSet'));
	const moved = (...kinds: string[]) =>
		total(
			order.transactions
				.filter(({ kind, status }) => status === 'SUCCESS' && kinds.includes(kind))
				.map(({ amountSet }) => amountOf(amountSet, side)),
		);
	state('received', of('totalReceivedSet'), moved('SALE', 'CAPTURE') - moved('CHANGE'));
	state('refunded', of('totalRefundedSet'), moved('REFUND'));
	const refunds = order.refunds.map((refund) => amountOf(refund.totalRefundedSet, side));
	state('refunded by refund', of('totalRefundedSet'), total(refunds));
	// Exchange rates of the day keep the shop's currency from adding up; facts 2.8, live capture.
	if (side === 'shopMoney' && order.presentmentCurrencyCode !== order.currencyCode) return;
	const due =
		of('currentTotalPriceSet') -
		of('totalReceivedSet') +
		of('totalRefundedSet') -
		of('totalCapturableSet');
	state('D', of('totalOutstandingSet'), due);
	for (const refund of order.refunds) refundIdentity(order, refund, side, state);
}

function refundIdentity(order: Order, refund: Bag, side: Side, state: State): void {
	const sum = (list: unknown, ...fields: string[]) =>
		total((list as Bag[]).flatMap((row) => fields.map((field) => amountOf(row[field], side))));
	const taxed = !order.taxesIncluded;
	const lines = sum(refund.refundLineItems, 'subtotalSet', ...(taxed ? ['totalTaxSet'] : []));
	const shipping = sum(
		refund.refundShippingLines,
		'subtotalAmountSet',
		...(taxed ? ['taxAmountSet'] : []),
	);
	const adjustments = sum(refund.orderAdjustments, 'amountSet', 'taxAmountSet');
	const unpaid =
		order.cancelledAt !== null &&
		(refund.transactions as Bag[]).every(({ kind }) => kind === 'VOID');
	if (unpaid || refund.return) return;
	const explained = lines + shipping + sum(refund.duties, 'amountSet') - adjustments;
	state('refund', amountOf(refund.totalRefundedSet, side), explained);
}

function agreements(order: Order, side: Side, state: State): void {
	const sales = order.agreements.flatMap((agreement) => agreement.sales);
	const sum = (agreement: SalesAgreement) =>
		total(agreement.sales.map((sale) => amountOf(sale.totalAmount, side)));
	const first = order.agreements.filter(({ reason }) => reason === 'ORDER').map(sum);
	state(
		'agreements: current',
		total(order.agreements.map(sum)),
		amountOf(order.currentTotalPriceSet, side),
	);
	state('agreements: original', total(first), amountOf(order.originalTotalPriceSet, side));
	const taxes = total(sales.map((sale) => amountOf(sale.totalTaxAmount, side)));
	state('agreements: tax', taxes, amountOf(order.currentTotalTaxSet, side));
	for (const sale of sales) {
		const parts = total(sale.taxes.map(({ amount }) => amountOf(amount, side)));
		state('taxes of a sale', parts, amountOf(sale.totalTaxAmount, side));
		const turned = sale.actionType === 'RETURN' && sale.lineType !== 'ADJUSTMENT';
		if (turned)
			state('a return is not positive', amountOf(sale.totalAmount, side) > 0n ? 1n : 0n, 0n);
	}
	for (const line of order.lineItems) {
		const counted = sales
			.filter((sale) => sale.lineItem === line)
			.map((sale) => BigInt(sale.quantity ?? 0));
		state('quantity', total(counted), BigInt(line.currentQuantity));
	}
}
