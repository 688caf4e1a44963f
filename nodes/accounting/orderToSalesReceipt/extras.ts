import { Money } from '../money';
import type { FeeFacts } from '../facts/order';
import { netOf, roleLine, saysSomething, type Mapping, type SaleLines } from './saleLine';
import { lineTaxes } from './taxes';

/** Shipping as the customer paid it: a shipping discount lowers the shipping income. */
export function shippingLines({ order, policy }: Mapping): SaleLines {
	const priced = order.shippingLines.map((line) => ({ line, taxes: lineTaxes(order, line.taxes) }));
	return {
		lines: priced
			.map(({ line, taxes }) => {
				const amount = netOf(order, line.price, taxes);
				return roleLine(policy, 'Shipping', 'shipping', line.title, amount, taxes.ours);
			})
			.filter(saysSomething),
		marketplaceTax: priced.map(({ taxes }) => taxes.marketplace),
	};
}

/** Tips are owed to the staff unless the merchant's account for them says otherwise; never taxed. */
export function tipLines({ order, policy }: Mapping): SaleLines {
	const line = roleLine(policy, 'Tip', 'tips', 'Tip', order.tips);
	return { lines: [line].filter(saysSomething), marketplaceTax: [] };
}

/** Import duties collected for the authorities. Where prices include them they are no line of Shopify's. */
export function dutyLines({ order, policy }: Mapping): SaleLines {
	if (order.dutiesIncluded) return { lines: [], marketplaceTax: [] };
	const taxes = lineTaxes(
		order,
		order.lineItems.flatMap((item) => item.duties.flatMap((duty) => duty.taxes)),
	);
	const amount = netOf(order, order.duties, taxes);
	const line = roleLine(policy, 'Duty', 'duties', 'Import duties', amount, taxes.ours);
	return { lines: [line].filter(saysSomething), marketplaceTax: [taxes.marketplace] };
}

/** Fees such as a retail delivery fee, by name where Shopify lists them. */
export function additionalFeeLines({ order, policy }: Mapping): SaleLines {
	const unlisted: FeeFacts = { name: 'Additional fees', price: order.additionalFees, taxes: [] };
	const fees = order.feeLines.length > 0 ? order.feeLines : [unlisted];
	const priced = fees.map((fee) => ({ fee, taxes: lineTaxes(order, fee.taxes) }));
	return {
		lines: priced
			.map(({ fee, taxes }) => {
				const amount = netOf(order, fee.price, taxes);
				return roleLine(policy, 'Additional Fee', 'additionalFees', fee.name, amount, taxes.ours);
			})
			.filter(saysSomething),
		marketplaceTax: priced.map(({ taxes }) => taxes.marketplace),
	};
}

/** Tax that the marketplace keeps out of its payout: owed back to the clearing account, not to the state. */
export function marketplaceTaxLines(
	{ order, policy }: Mapping,
	taxes: readonly Money[],
): SaleLines {
	const amount = Money.sum(order.currency, taxes);
	const description = 'Sales tax remitted by the marketplace';
	const line = roleLine(policy, 'Marketplace Tax', 'marketplaceTax', description, amount);
	return { lines: [line].filter(saysSomething), marketplaceTax: [] };
}
