/** QuickBooks' quantities have decimals; sums of them must not gather the dust of binary fractions. */
const DIGITS = 1_000_000;

/** Rounded to six decimals, never -0. */
export function quantity(pieces: number): number {
	return Math.round(pieces * DIGITS) / DIGITS + 0;
}
