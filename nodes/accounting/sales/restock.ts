import type { SaleFacts } from '../facts/agreement';
import type { Amount, OrderFacts } from '../facts/order';
import type { RefundFacts } from '../facts/refund';
import type { Money } from '../money';
import { countOf } from './refundSales';
import { mergedSales, type ReturnedSale } from './salesToLines';

/**
 * Marks the goods that did not go back on the shelf. Of units of one line that come back together some
 * may and some may not; Shopify says how many in the refund, and nothing of it in the agreement.
 */
export function byRestock(
	order: OrderFacts,
	lines: RefundFacts['lines'],
	sales: readonly SaleFacts[],
): ReturnedSale[] {
	return mergedSales(order, sales).flatMap((sale): ReturnedSale[] => {
		const rows = lines.filter(({ lineItemId }) => lineItemId === sale.lineItemId);
		const all = unitsOf(rows);
		const lost = unitsOf(rows.filter(({ restocked }) => !restocked));
		if (lost === 0) return [sale];
		if (lost === all) return [{ ...sale, isLost: true }];
		const [gone, kept] = parted(order, sale, lost, all);
		return [kept, { ...gone, isLost: true }];
	});
}

function unitsOf(rows: RefundFacts['lines']): number {
	return rows.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** `part` of the `whole` units, with its share of every amount; and the rest, so that both are the sale. */
function parted(
	order: OrderFacts,
	sale: SaleFacts,
	part: number,
	whole: number,
): [SaleFacts, SaleFacts] {
	const [units, all] = [countOf(order, part), countOf(order, whole)];
	const share = (money: Money) => money.proportion(units, all, 'halfUp');
	const ofAmount = ({ shop, presentment }: Amount, of: (money: Money) => Money): Amount => ({
		shop: of(shop),
		presentment: presentment === null ? null : of(presentment),
	});
	const quantity = Math.round(((sale.quantity ?? 0) * part) / whole);
	const partOf = (of: (money: Money) => Money, count: number): SaleFacts => ({
		...sale,
		quantity: sale.quantity === null ? null : count,
		total: ofAmount(sale.total, of),
		discount: of(sale.discount),
		taxes: sale.taxes.map((tax) => ({ ...tax, amount: of(tax.amount) })),
	});
	const rest = (money: Money) => money.subtract(share(money));
	return [partOf(share, quantity), partOf(rest, (sale.quantity ?? 0) - quantity)];
}
