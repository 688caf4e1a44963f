import { minorDigits } from '../shop/money.mts';

/** "-20.5" as minor units, without a float on the way. */
export function minor(amount: string, currency: string): number {
	const digits = minorDigits(currency);
	const [whole, fraction = ''] = amount.replace('-', '').split('.');
	const units = Number(`${whole}${fraction.padEnd(digits, '0').slice(0, digits)}`);
	return amount.startsWith('-') ? -units : units;
}
