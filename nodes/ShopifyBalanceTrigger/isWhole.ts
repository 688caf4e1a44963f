import { Money } from '../accounting/money';
import type { PayoutFacts } from '../shopify/payments/types';

/**
 * Whether the rows explain the payout: their nets, without its own transfer to the bank, come to
 * its net. What cannot be told (an amount that is none) is for the mapper to refuse.
 */
export function isWhole({ net, balanceTransactions }: PayoutFacts): boolean {
	const total = Money.tryParse(net.amount, net.currencyCode);
	if (!total.ok) return true;
	let sum = Money.zero(net.currencyCode);
	for (const row of balanceTransactions) {
		if (row.type === 'TRANSFER' || row.test) continue;
		if (row.net.currencyCode !== net.currencyCode) return true;
		const own = Money.tryParse(row.net.amount, row.net.currencyCode);
		if (!own.ok) return true;
		sum = sum.add(own.value);
	}
	return sum.equals(total.value);
}
