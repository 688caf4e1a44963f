import type { DocumentLine, DocumentTax } from '../documents';
import { groupBy } from '../groupBy';
import { Money } from '../money';
import { roleLine, type Mapping } from './saleLine';
import { taxTreatment, withoutAmount } from './taxes';

/** The discount on one line, net of tax, with the taxes of that line. */
export interface LineDiscount {
	names: string[];
	amount: Money;
	taxes: DocumentTax[];
}

/**
 * One negative line per set of taxes, so that a tax return by tax code sees the sales after discount
 * and QuickBooks gets few lines.
 */
export function discountLines(
	{ order, policy }: Mapping,
	discounts: readonly LineDiscount[],
): DocumentLine[] {
	const byTreatment = groupBy(
		discounts.filter(({ amount }) => !amount.isZero()),
		({ taxes }) => taxTreatment(taxes),
	);
	return byTreatment.map((alike) => {
		const amount = Money.sum(
			order.currency,
			alike.map((discount) => discount.amount),
		);
		const names = [...new Set(alike.flatMap((discount) => discount.names))].sort();
		const description = names.length === 0 ? 'Discount' : `Discount: ${names.join(', ')}`;
		const taxes = withoutAmount(order.currency, alike[0].taxes);
		return roleLine(policy, 'Discount', 'discounts', description, amount.negate(), taxes);
	});
}
