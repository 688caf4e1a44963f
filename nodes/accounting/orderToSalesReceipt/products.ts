import type { DocumentLine, DocumentTax } from '../documents';
import type { LineItemFacts, OrderFacts } from '../facts/order';
import { Money } from '../money';
import { discountLines, type LineDiscount } from './discounts';
import { netPrice } from './netPrice';
import { roleLine, type Mapping, type SaleLines } from './saleLine';
import { lineTaxes } from './taxes';

/** Product and gift card lines, followed by the discounts on them. */
export function productLines(mapping: Mapping): SaleLines {
	const { order, policy } = mapping;
	const lines: DocumentLine[] = [];
	const discounts: LineDiscount[] = [];
	const marketplaceTax: Money[] = [];
	for (const item of withoutTips(mapping)) {
		const taxes = lineTaxes(order, item.taxes);
		const discount = Money.sum(
			order.currency,
			item.discounts.map(({ amount }) => amount),
		);
		const net = netPrice(item.listTotal, discount, taxes.total, order.taxesIncluded);
		// The card is owed at face value whatever was paid for it, so its discount is never netted.
		const isNetted = policy.discounts === 'Net' && !item.isGiftCard;
		const amount = isNetted ? net.list.subtract(net.discount) : net.list;
		lines.push(saleLine(mapping, item, amount, taxes.ours));
		marketplaceTax.push(taxes.marketplace);
		if (!isNetted) discounts.push(lineDiscount(item, net.discount, taxes.ours));
	}
	return { lines: [...lines, ...discountLines(mapping, discounts)], marketplaceTax };
}

/** Shopify lists a tip also as a custom item; it is booked once, from the order's tip total. */
function withoutTips({ order }: Mapping): LineItemFacts[] {
	const tips = tipItems(order);
	return order.lineItems.filter((item) => !tips.includes(item));
}

/** The items that are the order's tips: custom ones of that name, which come to its tip total. */
export function tipItems(order: OrderFacts): LineItemFacts[] {
	const tips = order.lineItems.filter(isTip);
	const sum = Money.sum(
		order.currency,
		tips.map((tip) => tip.listTotal),
	);
	return !order.tips.isZero() && sum.equals(order.tips) ? tips : [];
}

function isTip(item: LineItemFacts): boolean {
	return item.isCustom && !item.isGiftCard && item.name.toLowerCase() === 'tip';
}

/** What a line needs to know of the goods on it. */
export type Goods = Pick<LineItemFacts, 'name' | 'sku' | 'quantity' | 'isGiftCard'>;

export function saleLine(
	{ policy }: Pick<Mapping, 'policy'>,
	item: Goods,
	amount: Money,
	taxes: DocumentTax[],
): DocumentLine {
	const sold = item.isGiftCard
		? roleLine(policy, 'Gift Card Sold', 'giftCards', item.name, amount, taxes)
		: productLine({ policy }, item, amount, taxes);
	if (item.quantity === 0) return sold;
	const unitPrice = amount.dividedExactlyBy(item.quantity)?.toDecimalString();
	return { ...sold, quantity: item.quantity, ...(unitPrice === undefined ? {} : { unitPrice }) };
}

function productLine(
	{ policy }: Pick<Mapping, 'policy'>,
	item: Goods,
	amount: Money,
	taxes: DocumentTax[],
): DocumentLine {
	return {
		category: 'Product',
		item: {
			...(item.sku === null ? {} : { sku: item.sku }),
			name: item.name,
			type: policy.productType,
			income: { ...policy.accounts.sales },
			...(policy.productType === 'Inventory' ? { stock: stockOf(policy) } : {}),
		},
		description: item.name,
		amount: amount.toDecimalString(),
		taxes,
	};
}

function stockOf({ stock: { asset, cost, startDate } }: Mapping['policy']) {
	return { asset: { ...asset }, cost: { ...cost }, startDate };
}

function lineDiscount(item: LineItemFacts, amount: Money, taxes: DocumentTax[]): LineDiscount {
	const names = item.discounts.flatMap(({ name }) => (name === null ? [] : [name]));
	return { names, amount, taxes };
}
