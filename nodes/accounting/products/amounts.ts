import { Money } from '../money';
import type { Problem } from '../problems';
import type { BooksProduct, LeftOut, ProductFacts, ProductPolicy, ShopVariant } from './types';

/** A value to be copied, a reason why it cannot be, or nothing to copy. */
export type Copied<T> =
	| { state: 'value'; value: T }
	| { state: 'leftOut'; leftOut: LeftOut }
	| { state: 'nothing' };

export interface Price {
	amount: string;
	/** Present where the item is to say so. */
	includesTax?: boolean;
}

/**
 * The shop's price as that of the item. QuickBooks keeps prices in its home currency, and a price that
 * holds tax must not become one without, or the other way round.
 */
export function priceOf(
	variant: ShopVariant,
	item: BooksProduct | undefined,
	{ shop, company }: ProductFacts,
	{ pricesWithTax }: ProductPolicy,
): Copied<Price> {
	const amount = amountOf('Price', variant.price, shop.currency, company.homeCurrency);
	if (amount.state !== 'value') return amount;
	const value = { amount: amount.value };
	// A product without tax costs the same with and without it
	if (!variant.taxable) return { state: 'value', value };
	const itemHolds = item?.priceIncludesTax ?? false;
	if (shop.taxesIncluded && itemHolds) return { state: 'value', value };
	if (shop.taxesIncluded) {
		const marked = pricesWithTax === 'mark' && company.marksTax;
		return marked
			? { state: 'value', value: { ...value, includesTax: true } }
			: leftOut('Price', withTax(company.marksTax));
	}
	return itemHolds ? leftOut('Price', withoutTax()) : { state: 'value', value };
}

/** What one costs to buy. Nothing where Shopify does not say: a cost is never erased. */
export function costOf({ unitCost }: ShopVariant, { company }: ProductFacts): Copied<string> {
	if (unitCost === null) return { state: 'nothing' };
	return amountOf('Cost', unitCost.amount, unitCost.currencyCode, company.homeCurrency);
}

/** Whether the amount that QuickBooks gave ("24.5", "12.34567") is this one. */
export function sameAmount(before: string | null, after: string, currency: string): boolean {
	const parsed = Money.tryParse(before ?? '0', currency);
	return parsed.ok && parsed.value.equals(Money.parse(after, currency));
}

function amountOf(field: string, amount: string, currency: string, home: string): Copied<string> {
	if (currency !== home) return leftOut(field, otherCurrency(currency, home));
	const parsed = Money.tryParse(amount, currency);
	if (!parsed.ok) return leftOut(field, unreadable(parsed.reason));
	if (parsed.value.isNegative()) return leftOut(field, unreadable(`'${amount}' is below zero`));
	return { state: 'value', value: parsed.value.toDecimalString() };
}

type Reason = Omit<Problem, 'where'>;

function leftOut(field: string, { code, what, fix }: Reason): Copied<never> {
	return { state: 'leftOut', leftOut: { field, code, what, fix } };
}

function otherCurrency(currency: string, home: string): Reason {
	return {
		code: 'shop-currency',
		what: `The shop's amounts are in ${currency}, and QuickBooks keeps those of items in ${home}`,
		fix: "Keep prices and costs in QuickBooks by hand, and leave them out of 'Fields to Update'",
	};
}

function unreadable(reason: string): Reason {
	return {
		code: 'unreadable-amount',
		what: `${reason}, and QuickBooks cannot take it`,
		fix: 'Correct the amount of the product in Shopify',
	};
}

function withTax(canMark: boolean): Reason {
	return {
		code: 'price-with-tax',
		what: "The shop's prices hold tax, and the item's price in QuickBooks does not",
		fix: canMark
			? "Set 'Prices With Tax' to mark them as such in QuickBooks, or keep prices there by hand"
			: 'Keep prices in QuickBooks by hand: items of a company in the United States hold none with tax',
	};
}

function withoutTax(): Reason {
	return {
		code: 'price-without-tax',
		what: "The shop's prices hold no tax, and the item's price in QuickBooks does",
		fix: "Turn off 'Inclusive of tax' at the item in QuickBooks, or keep its price by hand",
	};
}
