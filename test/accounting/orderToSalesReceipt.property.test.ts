import fc from 'fast-check';

import type { SalesReceiptDocument } from '../../nodes/accounting/documents';
import { documentTotals } from '../../nodes/accounting/documentTotals';
import { Money } from '../../nodes/accounting/money';
import { orderToSalesReceipt } from '../../nodes/accounting/orderToSalesReceipt';
import { salesReceiptPolicy, type SalesReceiptPolicy } from '../../nodes/accounting/policy';
import { generatedOrder, inCurrency } from './orders';

const policy = fc.constantFrom<SalesReceiptPolicy>(
	salesReceiptPolicy(),
	salesReceiptPolicy({ discounts: 'Net' }),
);

function documentOf(order: unknown, chosen: SalesReceiptPolicy): SalesReceiptDocument {
	const outcome = orderToSalesReceipt(order, chosen);
	if (outcome.kind !== 'document') throw new Error(JSON.stringify(outcome));
	return outcome.document;
}

it('comes to the order total, the money received and the taxes Shopify charged', () => {
	fc.assert(
		fc.property(generatedOrder, policy, ({ order, currency, total, received }, chosen) => {
			const document = documentOf(order, chosen);
			expect(document.total).toBe(inCurrency(received, currency));
			expect(document.source.total).toBe(inCurrency(total, currency));
			expect(documentTotals(document).ok).toBe(true);
			const sale = document.lines.filter(
				({ category }) => !['Gift Card Redeemed', 'Cash Rounding'].includes(category),
			);
			const amounts = sale.map((line) => Money.parse(line.amount, currency));
			const taxes = Money.parse(document.taxTotal, currency);
			expect(Money.sum(currency, amounts).add(taxes).toDecimalString()).toBe(
				inCurrency(total, currency),
			);
		}),
		{ numRuns: 500 },
	);
});

it('signs: discounts and redeemed gift cards are negative, everything sold is not', () => {
	fc.assert(
		fc.property(generatedOrder, policy, ({ order, currency }, chosen) => {
			for (const { category, amount } of documentOf(order, chosen).lines) {
				const money = Money.parse(amount, currency);
				if (category === 'Cash Rounding') continue;
				const isTaken = category === 'Discount' || category === 'Gift Card Redeemed';
				expect([category, isTaken ? money.negate().isNegative() : money.isNegative()]).toEqual([
					category,
					false,
				]);
			}
		}),
	);
});

it('gives the same document twice, and the same totals in any order of lines', () => {
	fc.assert(
		fc.property(generatedOrder, policy, ({ order }, chosen) => {
			const document = documentOf(order, chosen);
			expect(documentOf(structuredClone(order), chosen)).toEqual(document);
			const lineItems = [...(order.lineItems as unknown[])].reverse();
			const reversed = documentOf({ ...order, lineItems }, chosen);
			expect(reversed.total).toBe(document.total);
			expect(reversed.taxes).toEqual(document.taxes);
			const discounts = (each: SalesReceiptDocument) =>
				each.lines
					.filter(({ category }) => category === 'Discount')
					.map(({ amount, taxes }) => JSON.stringify([amount, taxes]))
					.sort();
			expect(discounts(reversed)).toEqual(discounts(document));
		}),
	);
});

it('refuses an order whose total is off by one minor unit, whatever else it holds', () => {
	fc.assert(
		fc.property(generatedOrder, fc.constantFrom(1n, -1n), ({ order, currency, total }, off) => {
			const money = { amount: inCurrency(total + off, currency), currencyCode: currency };
			const outcome = orderToSalesReceipt(
				{ ...order, totalPriceSet: { shopMoney: money, presentmentMoney: money } },
				salesReceiptPolicy(),
			);
			expect(outcome).toMatchObject({
				kind: 'problem',
				problem: { code: 'order-does-not-add-up' },
			});
		}),
	);
});
