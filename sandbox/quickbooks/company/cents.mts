import { Decimal } from 'decimal.js';

import type { Json } from './types.mts';

/** Ledger amounts are integer cents; anything with more decimals (price, quantity, rate) is a Decimal. */

const HALF_UP = Decimal.ROUND_HALF_UP;

export function decimal(row: Json | undefined, name: string): Decimal | undefined {
	const value = row?.[name];
	if (typeof value !== 'number' && typeof value !== 'string') return undefined;
	return new Decimal(value);
}

export function roundToCents(units: Decimal): number {
	// "+ 0" turns the -0 of a small negative amount into 0.
	return units.times(100).toDecimalPlaces(0, HALF_UP).toNumber() + 0;
}

export function centsOf(row: Json | undefined, name: string): number | undefined {
	const units = decimal(row, name);
	return units === undefined ? undefined : roundToCents(units);
}

/** As QuickBooks writes amounts: a JSON number in currency units. */
export function amountOf(cents: number): number {
	return new Decimal(cents).dividedBy(100).toNumber();
}

export function sum(amounts: number[]): number {
	return amounts.reduce((total, amount) => total + amount, 0);
}

export function percentOf(cents: number, percent: Decimal.Value): number {
	return scale(cents, new Decimal(percent).dividedBy(100));
}

export function scale(cents: number, factor: Decimal.Value): number {
	return new Decimal(cents).times(factor).toDecimalPlaces(0, HALF_UP).toNumber() + 0;
}

/** Splits by weights so that the parts add up exactly; the cents left over go to the largest weights. */
export function prorate(cents: number, weights: Decimal.Value[]): number[] {
	const total = weights.reduce<Decimal>((whole, weight) => whole.plus(weight), new Decimal(0));
	if (total.isZero()) return weights.map((_, index) => (index === 0 ? cents : 0));
	const parts = weights.map((weight) =>
		new Decimal(cents).times(weight).dividedBy(total).trunc().toNumber(),
	);
	const order = weights
		.map((weight, index) => ({ weight: new Decimal(weight).abs(), index }))
		.sort((a, b) => b.weight.comparedTo(a.weight) || a.index - b.index);
	let left = cents - sum(parts);
	for (let turn = 0; left !== 0; turn++) {
		const step = Math.sign(left);
		parts[order[turn % order.length].index] += step;
		left -= step;
	}
	return parts.map((part) => part + 0);
}
