import type { DocumentLine, LineCategory } from '../documents';
import type { Money } from '../money';
import { roleLine } from '../orderToSalesReceipt/saleLine';
import type { ItemRole, SalesReceiptPolicy } from '../policy';

type Row = [LineCategory, ItemRole, string, Money];

/** One line for each amount that is not zero. */
export function extraLines(policy: SalesReceiptPolicy, rows: readonly Row[]): DocumentLine[] {
	return rows
		.filter(([, , , amount]) => !amount.isZero())
		.map(([category, role, text, amount]) => roleLine(policy, category, role, text, amount));
}

/** What a customer has good within an order: it joins a return to the exchange it pays for. */
export function creditLine(
	policy: SalesReceiptPolicy,
	text: string,
	amount: Money,
): DocumentLine[] {
	return extraLines(policy, [['Customer Credit', 'customerCredits', text, amount]]);
}
