import type { CreditMemoDocument, InvoiceDocument } from '../documents';
import { Amounts } from '../facts/amounts';
import type { Mapping } from '../orderToSalesReceipt/saleLine';
import type { Outcome } from '../problems';
import { extraLines } from '../sales/extraLines';
import { headerOf } from '../sales/header';
import { itemised } from '../sales/itemised';
import { paymentsOf } from '../sales/payments';
import type { Timeline } from '../sales/timeline';
import { orderKey } from './edits';

/**
 * A customer who settles an order in another currency pays it exactly there, while the shop's own
 * currency moved since. What that leaves on the invoice is no debt, and is taken off or added.
 */
export function currencyDocuments(
	mapping: Mapping,
	{ first, edits }: Timeline,
): Array<Outcome<CreditMemoDocument | InvoiceDocument>> {
	const { order, policy } = mapping;
	const amounts = Amounts.of(order);
	const owed = amounts.sum([first.total, ...edits.map(({ value }) => value)]);
	const payments = paymentsOf(order);
	const gap = amounts.subtract(owed, amounts.sum(payments.map(({ amount }) => amount)));
	const last = payments.at(-1);
	if (last === undefined || !amounts.isZero(gap) || gap.shop.isZero()) return [];
	const isLoss = !gap.shop.isNegative();
	const size = isLoss ? gap.shop : gap.shop.negate();
	const header = headerOf(mapping, {
		key: `Order/${order.legacyId}/Currency`,
		suffix: '-X',
		happenedAt: new Date(last.at).toISOString(),
		memo: `Exchange difference of Shopify order ${order.name}`,
		source: {
			type: 'Order',
			id: order.id,
			name: order.name,
			total: size.toDecimalString(),
		},
	});
	if (!header.ok) return [header];
	const text = `Exchange difference, paid in ${order.presentmentCurrency}`;
	const lines = extraLines(policy, [['Currency Difference', 'currencyDifference', text, size]]);
	const content = { ...header.value, ...itemised(order.currency, lines) };
	const appliesTo = { document: 'Invoice' as const, key: orderKey(order) };
	return [
		{
			ok: true,
			value: isLoss
				? { document: 'Credit Memo', ...content, appliesTo }
				: { document: 'Invoice', ...content },
		},
	];
}
