import type { Charge, DiscountShare, TaxDraft } from './draft.mts';
import type { Destination, TaxRate } from './destinations.mts';
import { add, divideRounded, each, subtract, unitsOf, ZERO, type Amount } from './money.mts';

const MILLION = 1_000_000;

export const discountsOf = (charge: { discounts: DiscountShare[] }): Amount =>
	charge.discounts.length === 0 ? ZERO : add(...charge.discounts.map((share) => share.amount));

/** List price minus every allocated discount; holds the tax where prices include it. */
export const netOf = (charge: Charge): Amount => subtract(charge.list, discountsOf(charge));

export const taxOf = (charge: { taxes: TaxDraft[] }): Amount =>
	charge.taxes.length === 0 ? ZERO : add(...charge.taxes.map((tax) => tax.amount));

/**
 * Shopify rounds per line and per tax, in each currency by itself, and then sums.
 * A price that includes its taxes holds `net * rate / (1 + all rates)` of each.
 */
export function taxesOn(
	net: Amount,
	rates: readonly TaxRate[],
	included: boolean,
	channelLiable: boolean | null = false,
): TaxDraft[] {
	const base = included ? MILLION + rates.reduce((sum, { rate }) => sum + rate, 0) : MILLION;
	return rates.map(({ title, rate }) => ({
		title,
		rate,
		channelLiable,
		amount: each(net, (value) => divideRounded(value * rate, base)),
	}));
}

/** Home VAT shops show a 0 % line on untaxed goods; US shops show none. */
export function ratesFor(destination: Destination, taxable: boolean, included: boolean): TaxRate[] {
	if (taxable) return destination.taxes;
	return included ? destination.taxes.map(({ title }) => ({ title, rate: 0 })) : [];
}

/** What some units of a charge carry: the parts of all units together sum exactly. */
export interface Share {
	net: Amount;
	tax: Amount;
	discounts: Amount;
	taxes: Array<{ tax: TaxDraft; amount: Amount }>;
}

export function shareOf(charge: Charge, from: number, to: number): Share {
	const part = (total: Amount) => unitsOf(total, charge.quantity, from, to);
	const taxes = charge.taxes.map((tax) => ({ tax, amount: part(tax.amount) }));
	const discounts = charge.discounts.map((share) => part(share.amount));
	const discounted = discounts.length === 0 ? ZERO : add(...discounts);
	return {
		net: subtract(part(charge.list), discounted),
		tax: taxes.length === 0 ? ZERO : add(...taxes.map(({ amount }) => amount)),
		discounts: discounted,
		taxes,
	};
}

/** What is left of an amount after the returned units. */
export function remaining(charge: Charge, amount: Amount): Amount {
	if (charge.returned === 0) return amount;
	return unitsOf(amount, charge.quantity, charge.returned, charge.quantity);
}
