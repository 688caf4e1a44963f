import { RATES } from './market.mts';
import { divideRounded, minorDigits } from './money.mts';

const MILLION = 1_000_000;

/** Presentment units per shop unit, millionths. */
export function rateOf(shop: string, presentment: string): number {
	return shop === presentment ? MILLION : RATES[shop][presentment];
}

/** Minor units of the shop's currency in the customer's. */
export function convert(cents: number, shop: string, presentment: string): number {
	if (shop === presentment) return cents;
	const scale = 10 ** (minorDigits(shop) - minorDigits(presentment));
	return scaled(cents * rateOf(shop, presentment), MILLION, scale);
}

/** Back into the shop's currency, at a rate of the day that is not the order's. */
export function convertBack(
	minor: number,
	shop: string,
	presentment: string,
	rate: number,
): number {
	if (shop === presentment) return minor;
	const scale = 10 ** (minorDigits(shop) - minorDigits(presentment));
	return scaled(minor * MILLION, rate, 1 / scale);
}

/** numerator / denominator / scale, where scale is a power of ten either way. */
function scaled(numerator: number, denominator: number, scale: number): number {
	return scale >= 1
		? divideRounded(numerator, denominator * scale)
		: divideRounded(numerator * Math.round(1 / scale), denominator);
}
