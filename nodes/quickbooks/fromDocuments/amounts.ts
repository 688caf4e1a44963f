import type { DocumentLine } from '../../accounting/documents';
import { Money } from '../../accounting/money';
import { quotient } from '../exact';

/**
 * A decimal text as a JSON number. Amounts have at most 15 digits, and JSON.stringify writes the
 * shortest text that reads back to the same double: the digits that go out are those that came in.
 */
export function jsonNumber(decimal: string): number {
	return Number(decimal);
}

/** What QuickBooks gave ("47.9") as money; undefined where it is none of this currency. */
export function moneyFromJson(text: string, currency: string): Money | undefined {
	const parsed = Money.tryParse(text, currency);
	return parsed.ok ? parsed.value : undefined;
}

/**
 * Quantity and price of a line. QuickBooks refuses a line whose amount is not price times quantity
 * to the cent (6070), so both are sent only where that holds exactly; a stocked item needs its
 * quantity all the same (6520) and gets a price that QuickBooks multiplies back to the amount.
 */
export function quantityAndPrice(
	line: DocumentLine,
	currency: string,
	isStocked: boolean,
): { Qty?: number; UnitPrice?: number } {
	const { quantity, unitPrice, amount } = line;
	if (quantity === undefined) return {};
	const exact = Money.parse(amount, currency).dividedExactlyBy(quantity);
	const price = unitPrice === undefined ? undefined : moneyFromJson(unitPrice, currency);
	if (exact && (isStocked || (price && exact.equals(price)))) {
		return { Qty: quantity, UnitPrice: jsonNumber(exact.toDecimalString()) };
	}
	const near = isStocked ? quotient(amount, quantity) : undefined;
	return near === undefined ? {} : { Qty: quantity, UnitPrice: jsonNumber(near) };
}

const DESCRIPTION_LENGTH = 4000;

/** QuickBooks gives markup back escaped, once more each time: it is taken out. */
export function plainText(text: string): string {
	const clean = text
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	return Array.from(clean).slice(0, DESCRIPTION_LENGTH).join('');
}
