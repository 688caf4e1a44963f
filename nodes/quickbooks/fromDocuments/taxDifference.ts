import type { Money } from '../../accounting/money';
import { moneyFromJson } from './amounts';
import { ofPercent } from '../exact';
import type { TaxDifferences } from '../settings';
import type { Refusal } from '../resolve/sought';

/** What QuickBooks would compute of the lines, beside Shopify's own tax. */
export interface TaxDifference {
	/** Of the rate or code. */
	name: string;
	shopify: Money;
	quickBooks: Money;
}

/**
 * QuickBooks multiplies the sum of the lines by the rate; Shopify rounds each line, takes its rates from
 * prices that include the tax, or follows a rate that changed. Both can be right and a cent apart.
 */
export function taxDifference(
	name: string,
	base: Money,
	percents: readonly bigint[],
	shopify: Money,
): TaxDifference[] {
	const text = base.toDecimalString();
	const digits = text.split('.').at(1)?.length ?? 0;
	const zero = base.subtract(base);
	const quickBooks = percents.reduce((sum, percent) => {
		const part = moneyFromJson(ofPercent(text, percent, digits), base.currency);
		return part === undefined ? sum : sum.add(part);
	}, zero);
	return quickBooks.equals(shopify) ? [] : [{ name, shopify, quickBooks }];
}

/** The rule that the user chose: Shopify's tax is written in place of QuickBooks', or the document waits. */
export function taxDifferenceRefusal(
	differences: readonly TaxDifference[],
	rule: TaxDifferences,
): Refusal | undefined {
	if (rule === 'shopify' || differences.length === 0) return undefined;
	return {
		code: 'tax-differs',
		what: differences.map(differenceText).join('; '),
		fix: "Look at the tax code: its rate may be another one than Shopify's. If Shopify's tax is right, set 'Tax Differences' to Use Shopify's Tax",
	};
}

export function differenceText({ name, shopify, quickBooks }: TaxDifference): string {
	return `Of "${name}" QuickBooks would compute ${quickBooks}, and Shopify charged ${shopify}`;
}
