import type { DocumentLine, LineCategory } from '../documents';
import { Amounts, negated } from '../facts/amounts';
import type { SaleFacts } from '../facts/agreement';
import type { LineItemFacts, OrderFacts, TaxFacts } from '../facts/order';
import { groupBy } from '../groupBy';
import { Money } from '../money';
import { discountLines, type LineDiscount } from '../orderToSalesReceipt/discounts';
import { marketplaceTaxLines } from '../orderToSalesReceipt/extras';
import { saleLine } from '../orderToSalesReceipt/products';
import { roleLine, saysSomething, type Mapping } from '../orderToSalesReceipt/saleLine';
import { lineTaxes } from '../orderToSalesReceipt/taxes';
import type { ItemRole } from '../policy';

/** What the lines of a document are made of, and how. */
export interface SalesMapping extends Mapping {
	/** 'sold': as they are; 'given back': turned round, so that a return is positive. */
	direction: 'sold' | 'given back';
}

/** A sale whose goods, where it is lost, were given back but not put on the shelf. */
export interface ReturnedSale extends SaleFacts {
	isLost?: boolean;
}

/** One line per line item and charge, discounts, and the tax that a marketplace remits. */
export function salesToLines(
	mapping: SalesMapping,
	sales: readonly ReturnedSale[],
): DocumentLine[] {
	const { order, direction } = mapping;
	const rows = mergedSales(order, sales).map((sale) =>
		direction === 'sold' ? sale : negatedSale(sale),
	);
	const goods = rows.filter(({ lineType }) => lineType === 'PRODUCT' || lineType === 'GIFT_CARD');
	const discounts: LineDiscount[] = [];
	const goodsLines = goods.flatMap((sale) => goodsLine(mapping, sale, discounts));
	const charges = rows.filter((sale) => !goods.includes(sale));
	const marketplaceTax = rows.map(({ taxes }) => lineTaxes(order, taxes).marketplace);
	return [
		...goodsLines,
		...discountLines(mapping, discounts),
		...charges.map((sale) => chargeLine(mapping, sale)).filter(saysSomething),
		...marketplaceTaxLines(mapping, marketplaceTax).lines,
	];
}

/** Sales of the same line item or charge as one: sold, edited and given back before it was booked. */
export function mergedSales(order: OrderFacts, sales: readonly ReturnedSale[]): ReturnedSale[] {
	const amounts = Amounts.of(order);
	const keyOf = ({ lineType, lineItemId, name, isLost }: ReturnedSale) =>
		JSON.stringify([lineType, lineItemId, lineItemId === null ? name : null, isLost]);
	return groupBy(sales, keyOf).map((alike) => ({
		...alike[0],
		quantity: alike.every(({ quantity }) => quantity === null)
			? null
			: alike.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0),
		total: amounts.sum(alike.map(({ total }) => total)),
		discount: Money.sum(
			order.currency,
			alike.map(({ discount }) => discount),
		),
		taxes: alike.flatMap(({ taxes }) => taxes),
	}));
}

function negatedSale(sale: ReturnedSale): ReturnedSale {
	return {
		...sale,
		quantity: sale.quantity === null ? null : -sale.quantity,
		total: negated(sale.total),
		discount: sale.discount.negate(),
		taxes: sale.taxes.map((tax) => ({ ...tax, amount: tax.amount.negate() })),
	};
}

/** After discounts, without taxes. */
function netOfSale(sale: SaleFacts): Money {
	return sale.total.shop.subtract(taxOf(sale.total.shop.currency, sale.taxes));
}

export function taxOf(currency: string, taxes: readonly TaxFacts[]): Money {
	return Money.sum(
		currency,
		taxes.map(({ amount }) => amount),
	);
}

function goodsLine(
	mapping: SalesMapping,
	sale: ReturnedSale,
	discounts: LineDiscount[],
): DocumentLine[] {
	const { order, policy } = mapping;
	const item = itemOf(order, sale);
	const isGiftCard = sale.lineType === 'GIFT_CARD';
	const { ours } = lineTaxes(order, sale.taxes);
	const net = netOfSale(sale);
	// The card is owed at face value whatever was paid for it, so its discount is never netted.
	const isNetted = policy.discounts === 'Net' && !isGiftCard;
	const names = item?.discounts.flatMap(({ name }) => (name === null ? [] : [name])) ?? [];
	if (!isNetted) discounts.push({ names, amount: sale.discount, taxes: ours });
	const goods = {
		name: item?.name ?? sale.name ?? 'Product',
		sku: item?.sku ?? null,
		quantity: Math.max(0, sale.quantity ?? 0),
		isGiftCard,
	};
	const amount = isNetted ? net : net.add(sale.discount);
	const line = asBooked(mapping, sale, saleLine(mapping, goods, amount, ours));
	return goods.quantity === 0 && !saysSomething(line) ? [] : [line];
}

/** Goods that came back but cannot be sold again must not raise the stock of their product. */
function asBooked({ policy }: SalesMapping, sale: ReturnedSale, line: DocumentLine): DocumentLine {
	const isOff =
		sale.isLost === true && line.category === 'Product' && policy.notRestocked === 'Refund Item';
	if (!isOff) return line;
	const item = {
		name: policy.items.returns,
		type: 'Service' as const,
		purpose: 'Returned Goods' as const,
		income: { ...policy.accounts.returns },
	};
	return { ...line, item, description: `${line.description} (not restocked)` };
}

export function itemOf(order: OrderFacts, { lineItemId }: SaleFacts): LineItemFacts | undefined {
	return lineItemId === null ? undefined : order.lineItems.find(({ id }) => id === lineItemId);
}

const CHARGES: Record<string, [LineCategory, ItemRole, string]> = {
	SHIPPING: ['Shipping', 'shipping', 'Shipping'],
	TIP: ['Tip', 'tips', 'Tip'],
	DUTY: ['Duty', 'duties', 'Import duties'],
	ADDITIONAL_FEE: ['Additional Fee', 'additionalFees', 'Additional fees'],
	FEE: ['Return Fee', 'returnFees', 'Return fee'],
	GOODWILL: ['Refund Not Itemised', 'refundsNotItemised', 'Refund without goods'],
	DEDUCTION: ['Return Fee', 'returnFees', 'Kept back from the refund'],
	ADJUSTMENT: ['Refund Difference', 'refundDifferences', 'Refund difference'],
};

function chargeLine(mapping: SalesMapping, sale: SaleFacts): DocumentLine {
	const { order, policy } = mapping;
	const [category, role, text] = CHARGES[sale.lineType] ?? CHARGES.ADJUSTMENT;
	const { ours } = lineTaxes(order, sale.taxes);
	return roleLine(policy, category, role, sale.name ?? text, netOfSale(sale), ours);
}
