import type { DocumentLine } from '../documents';
import type { Mapping } from '../orderToSalesReceipt/saleLine';
import type { Outcome } from '../problems';
import { salesToLines } from './salesToLines';
import type { SettledSale } from './settledSale';

/** The lines of the first sale of an order, from its agreements. */
export function agreedLines(mapping: Mapping, sale: SettledSale): Outcome<DocumentLine[]> {
	const lines = salesToLines(
		{ ...mapping, direction: 'sold' },
		sale.agreements.flatMap(({ sales }) => sales),
	);
	if (lines.length > 0) return { ok: true, value: lines };
	return {
		ok: false,
		problem: {
			code: 'no-lines',
			what: 'The order has no line items, so there is nothing to say what was sold',
			where: `Order ${mapping.order.name}`,
			fix: 'Leave this order out, or enter it in QuickBooks by hand.',
		},
	};
}
