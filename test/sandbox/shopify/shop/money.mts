import type { MoneyBag, MoneyV2 } from '../../../../sandbox/shopify/shop/model.mts';

const DIGITS: Record<string, number> = { JPY: 0 };

/** Integer minor units of a Decimal: written apart from the generator's own code. */
export function minor({ amount, currencyCode }: MoneyV2): bigint {
	const digits = DIGITS[currencyCode] ?? 2;
	const [whole, fraction = ''] = amount.split('.');
	const kept = fraction.replace(/0+$/, '');
	if (kept.length > digits) throw new Error(`${amount} ${currencyCode} has too many digits.`);
	const text = whole.replace('-', '') + kept.padEnd(digits, '0');
	return amount.startsWith('-') ? -BigInt(text) : BigInt(text);
}

export type Side = 'shopMoney' | 'presentmentMoney';

export const SIDES: Side[] = ['shopMoney', 'presentmentMoney'];

export const amountOf = (bag: unknown, side: Side): bigint =>
	bag === null || bag === undefined ? 0n : minor((bag as MoneyBag)[side]);

export const total = (values: bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);
