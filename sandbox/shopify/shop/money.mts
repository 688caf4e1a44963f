import type { MoneyBag, MoneyV2 } from './model.mts';

/** Integer minor units of the shop's currency and of the customer's (presentment) currency. */
export interface Amount {
	readonly shop: number;
	readonly presentment: number;
}

/** The two currencies of one order. */
export interface Currencies {
	readonly shop: string;
	readonly presentment: string;
}

export const ZERO: Amount = { shop: 0, presentment: 0 };

/** ISO 4217 minor digits where they are not 2. */
const MINOR_DIGITS: Record<string, number> = { JPY: 0, KRW: 0, VND: 0, KWD: 3, BHD: 3, JOD: 3 };

export const minorDigits = (currency: string): number => MINOR_DIGITS[currency] ?? 2;

export const add = (...amounts: Amount[]): Amount => {
	let shop = 0;
	let presentment = 0;
	for (const amount of amounts) {
		shop += amount.shop;
		presentment += amount.presentment;
	}
	return { shop, presentment };
};

export const negate = (a: Amount): Amount => ({
	shop: a.shop === 0 ? 0 : -a.shop,
	presentment: a.presentment === 0 ? 0 : -a.presentment,
});

export const subtract = (a: Amount, b: Amount): Amount => ({
	shop: a.shop - b.shop,
	presentment: a.presentment - b.presentment,
});

export const times = (a: Amount, quantity: number): Amount => ({
	shop: a.shop * quantity,
	presentment: a.presentment * quantity,
});

export const same = (value: number): Amount => ({ shop: value, presentment: value });

/** Each currency on its own: Shopify rounds both, and never converts a rounded one. */
export const each = (a: Amount, change: (value: number) => number): Amount => ({
	shop: change(a.shop),
	presentment: change(a.presentment),
});

export const isZero = (a: Amount): boolean => a.shop === 0 && a.presentment === 0;

/** numerator / denominator, half away from zero. The denominator is positive. */
export function divideRounded(numerator: number, denominator: number): number {
	const magnitude = Math.floor((2 * Math.abs(numerator) + denominator) / (2 * denominator));
	return numerator < 0 && magnitude !== 0 ? -magnitude : magnitude;
}

/** Splits by weights so that the parts sum exactly; leftover units go to the first parts. */
export function allocate(total: number, weights: readonly number[]): number[] {
	const whole = weights.reduce((sum, weight) => sum + weight, 0);
	if (whole === 0) return weights.map((_, index) => (index === 0 ? total : 0));
	const parts = weights.map((weight) => Math.floor((total * weight) / whole));
	let left = total - parts.reduce((sum, part) => sum + part, 0);
	for (let index = 0; left > 0; index = (index + 1) % parts.length) {
		if (weights[index] === 0) continue;
		parts[index] += 1;
		left -= 1;
	}
	return parts;
}

/** `allocate` for both currencies. */
export function allocateAmount(total: Amount, weights: readonly Amount[]): Amount[] {
	const shop = allocate(
		total.shop,
		weights.map((weight) => weight.shop),
	);
	const presentment = allocate(
		total.presentment,
		weights.map((weight) => weight.presentment),
	);
	return shop.map((value, index) => ({ shop: value, presentment: presentment[index] }));
}

/** What units `from` (included) to `to` (excluded) of `quantity` carry of a line's `total`. */
export function unitsOf(total: Amount, quantity: number, from: number, to: number): Amount {
	return each(total, (value) => upTo(value, quantity, to) - upTo(value, quantity, from));
}

function upTo(total: number, quantity: number, count: number): number {
	const base = Math.floor(total / quantity);
	return base * count + Math.min(count, total - base * quantity);
}

/** Shopify's Decimal: minimal digits but at least one after the point ("20.0", "31.9", "-1.05"). */
export function decimal(minor: number, currency: string): string {
	const digits = minorDigits(currency);
	const text = String(Math.abs(minor)).padStart(digits + 1, '0');
	const whole = digits === 0 ? text : text.slice(0, -digits);
	const fraction = digits === 0 ? '0' : text.slice(-digits).replace(/0+$/, '') || '0';
	return `${minor < 0 ? '-' : ''}${whole}.${fraction}`;
}

/** Shopify's older Money scalar: always the currency's own digits ("20.00"). */
export function fixed(minor: number, currency: string): string {
	const digits = minorDigits(currency);
	const text = decimal(minor, currency);
	const point = text.indexOf('.');
	return digits === 0 ? text.slice(0, point) : text.padEnd(point + 1 + digits, '0');
}

export const moneyV2 = (minor: number, currencyCode: string): MoneyV2 => ({
	amount: decimal(minor, currencyCode),
	currencyCode,
});

export const bag = (amount: Amount, currencies: Currencies): MoneyBag => ({
	shopMoney: moneyV2(amount.shop, currencies.shop),
	presentmentMoney: moneyV2(amount.presentment, currencies.presentment),
});
