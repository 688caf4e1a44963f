import type { DocumentLine, ItemisedDocument } from '../documents';
import { Money } from '../money';
import { sumOfTaxes } from '../orderToSalesReceipt/saleLines';
import { documentTaxes } from '../orderToSalesReceipt/taxes';

/** Lines with the taxes and the total they come to. */
export function itemised(
	currency: string,
	lines: DocumentLine[],
): Pick<ItemisedDocument, 'lines' | 'taxes' | 'taxTotal' | 'total'> {
	const taxTotal = sumOfTaxes(currency, lines);
	const net = Money.sum(
		currency,
		lines.map(({ amount }) => Money.parse(amount, currency)),
	);
	return {
		lines,
		taxes: documentTaxes(currency, lines),
		taxTotal: taxTotal.toDecimalString(),
		total: net.add(taxTotal).toDecimalString(),
	};
}
