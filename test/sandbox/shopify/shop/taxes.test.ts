import { taxesOn } from '../../../../sandbox/shopify/shop/charges.mts';
import { createShop } from '../../../../sandbox/shopify/shop/createShop.mts';
import type { LineItem, Order } from '../../../../sandbox/shopify/shop/model.mts';
import { amountOf, SIDES, total } from './money.mts';

/** Half up, in millionths of the rate: written apart from the generator. */
const rounded = (numerator: bigint, denominator: bigint) =>
	(2n * numerator + denominator) / (2n * denominator);

const millionths = (rate: number) => BigInt(Math.round(rate * 1_000_000));

function wrongTaxes(order: Order, line: LineItem): string[] {
	return SIDES.flatMap((side) => {
		const off = line.discountAllocations.map(({ allocatedAmountSet }) =>
			amountOf(allocatedAmountSet, side),
		);
		const net = amountOf(line.originalTotalSet, side) - total(off);
		const rates = total(line.taxLines.map(({ rate }) => millionths(rate)));
		const base = 1_000_000n + (order.taxesIncluded ? rates : 0n);
		return line.taxLines
			.filter(
				({ rate, priceSet }) => rounded(net * millionths(rate), base) !== amountOf(priceSet, side),
			)
			.map(({ title }) => `${order.name} ${line.title}: ${title}`);
	});
}

describe.each([
	['United States, on top of the price', createShop()],
	['United Kingdom, inside the price', createShop({ currency: 'GBP' })],
])('taxes: %s', (_name, shop) => {
	it('are rounded line by line and tax by tax, after discounts, in each currency', () => {
		const wrong = shop.orders.flatMap((order) =>
			order.lineItems.flatMap((line) => wrongTaxes(order, line)),
		);
		expect(wrong).toEqual([]);
	});
});

it('takes 20 % VAT out of 24.00 as 4.00, and puts 8.875 % of New York on top of it', () => {
	const price = { shop: 2400, presentment: 2400 };
	const amounts = (rates: number[], included: boolean) =>
		taxesOn(
			price,
			rates.map((rate) => ({ title: 'Tax', rate })),
			included,
		).map(({ amount }) => amount.shop);
	expect(amounts([200_000], true)).toEqual([400]);
	expect(amounts([40_000, 45_000, 3_750], false)).toEqual([96, 108, 9]);
});
