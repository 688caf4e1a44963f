/** Exact decimals for rates and unit prices, which are no amounts of money. */

/** QuickBooks keeps five decimals of a rate or unit price, Shopify's rates have up to six. */
const DIGITS = 10;
const DECIMAL = /^-?\d+(\.\d+)?$/;

/** @returns the number times 10^10, or undefined where the text is no such number. */
export function scaled(text: string): bigint | undefined {
	const trimmed = text.trim();
	if (!DECIMAL.test(trimmed)) return undefined;
	const [whole, fraction = ''] = trimmed.replace('-', '').split('.');
	if (fraction.length > DIGITS && /[1-9]/.test(fraction.slice(DIGITS))) return undefined;
	const units = BigInt(whole + fraction.slice(0, DIGITS).padEnd(DIGITS, '0'));
	return trimmed.startsWith('-') ? -units : units;
}

/** A rate in percent as a person writes it: "7.25", "7.25%", " 20 ". */
export function percent(text: string): bigint | undefined {
	return scaled(text.replace('%', ''));
}

/** A fraction ("0.0725") as percent. */
export function fractionAsPercent(text: string): bigint | undefined {
	const fraction = scaled(text);
	return fraction === undefined ? undefined : fraction * 100n;
}

/** Shortest decimal text, e.g. "7.25". */
export function plain(units: bigint): string {
	const sign = units < 0n ? '-' : '';
	const digits = (units < 0n ? -units : units).toString().padStart(DIGITS + 1, '0');
	const fraction = digits.slice(-DIGITS).replace(/0+$/, '');
	return `${sign}${digits.slice(0, -DIGITS)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** amount / count, cut to seven decimals: QuickBooks multiplies it back to the cent. */
export function quotient(amount: string, count: number): string | undefined {
	const units = scaled(amount);
	if (units === undefined || !Number.isSafeInteger(count) || count === 0) return undefined;
	const cut = 10n ** BigInt(DIGITS - 7);
	return plain((units / BigInt(count) / cut) * cut);
}

/**
 * A percentage of an amount as QuickBooks computes it: half a minor unit is rounded away from zero.
 *
 * @param percentage of `percent`.
 * @param digits minor digits of the currency.
 */
export function ofPercent(amount: string, percentage: bigint, digits: number): string {
	const exact = (scaled(amount) ?? 0n) * percentage;
	const unit = 10n ** BigInt(2 * DIGITS + 2 - digits);
	const half = exact < 0n ? -unit / 2n : unit / 2n;
	return plain(((exact + half) / unit) * 10n ** BigInt(DIGITS - digits));
}
