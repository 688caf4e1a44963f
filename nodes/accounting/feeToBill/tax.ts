import { percentWeights } from '../ledger/entryParts';
import type { FeeLine } from '../ledger/fees';
import { Money } from '../money';

/**
 * Takes the tax out of fees that include it, line by line. Shopify's ledger does not give the tax on
 * its fees, so it follows from the rate: rate / (100 + rate) of the fee; net and tax always sum to it.
 */
export function taxedLines(
	fees: readonly FeeLine[],
	rate: string | undefined,
	currency: string,
): { lines: FeeLine[]; tax: Money } {
	const [hundred, part] = percentWeights(rate ?? '0');
	const split = fees.map((fee) => ({ fee, shares: fee.amount.allocate([hundred, part]) }));
	return {
		lines: split.map(({ fee, shares: [net] }) => ({ ...fee, amount: net })),
		tax: Money.sum(
			currency,
			split.map(({ shares: [, tax] }) => tax),
		),
	};
}
