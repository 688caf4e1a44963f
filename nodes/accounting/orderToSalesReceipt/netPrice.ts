import type { Money } from '../money';

/** A price and its discount, both net of tax. */
export interface NetPrice {
	list: Money;
	discount: Money;
}

/**
 * Takes the tax out of a list price and its discount. Where prices include the tax, Shopify tells the
 * tax on what is left after the discount; the list price bears the same share of tax, rounded half up,
 * and the discount takes the rest. So list - discount is always exactly what the customer paid net.
 *
 * @param list price before discount, as Shopify shows it
 * @param discount positive, as Shopify shows it
 * @param tax all taxes of the line, after discount
 */
export function netPrice(
	list: Money,
	discount: Money,
	tax: Money,
	taxesIncluded: boolean,
): NetPrice {
	if (!taxesIncluded) return { list, discount };
	const paid = list.subtract(discount);
	const paidNet = paid.subtract(tax);
	// Given away entirely: no tax was charged that could tell the tax in the list price.
	if (paid.isZero()) return { list, discount: list.subtract(paidNet) };
	const listNet = paidNet.share(list, paid, 'halfUp');
	return { list: listNet, discount: listNet.subtract(paidNet) };
}
