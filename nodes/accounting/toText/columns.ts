import type { AccountReference } from '../documents';
import type { Money } from '../money';

const AMOUNT_COLUMN = 76;

/** One account's part of the double entry behind a document. */
export interface Entry {
	account: string;
	/** Positive is a debit. */
	amount: Money;
}

export function field(label: string, value: string): string {
	return `${label.padEnd(12)}${value}`;
}

export function optionalField(label: string, value: string | undefined): string[] {
	return value === undefined ? [] : [field(label, value)];
}

export function row(label: string, amount: string): string {
	return `${labelText(label)}${amount.padStart(12)}`;
}

/** Names come from the shop and may be long; the amounts stay in their column all the same. */
function labelText(label: string): string {
	const width = AMOUNT_COLUMN - 14;
	const overflow = label.length > width ? `  ${label}\n` : '';
	return `${overflow}  ${(overflow === '' ? label : '').padEnd(width)}`;
}

/** "Shipping: Standard", or the description alone where it begins so itself. */
export function described(category: string, description: string): string {
	return description.startsWith(category) || description === ''
		? description || category
		: `${category}: ${description}`;
}

export function accountText({ account, type }: AccountReference): string {
	return `${account} (${type})`;
}

export function entryText({ account, amount }: Entry): string {
	const debit = amount.isNegative() ? '' : amount.toDecimalString();
	const credit = amount.isNegative() ? amount.negate().toDecimalString() : '';
	return `${labelText(account)}${debit.padStart(12)}  ${credit.padStart(12)}`.trimEnd();
}
