import type { SalesReceiptDocument } from '../documents';
import type { Mapping } from './saleLine';

export function customerOf(mapping: Mapping): SalesReceiptDocument['customer'] {
	const { order, policy } = mapping;
	const { from } = policy.customer;
	if (from === 'generic') return { name: genericCustomer(mapping) };
	const [name, email] = [known(order.customer.name), known(order.customer.email)];
	const chosen = from === 'email' ? (email ?? name) : (name ?? email);
	return { name: chosen ?? genericCustomer(mapping), ...(email === null ? {} : { email }) };
}

/** A customer of QuickBooks has one currency for ever, so each currency has a generic one of its own. */
export function genericCustomer({ order, policy }: Mapping): string {
	const { genericName } = policy.customer;
	const { currency, shopCurrency } = order;
	return currency === shopCurrency ? genericName : `${genericName} (${currency})`;
}

/** Shopify keeps the customer when a person asks to be forgotten, and blots out who it was. */
function known(text: string | null): string | null {
	return text === null || /^[[(]?redacted[\])]?(@|$)/i.test(text.trim()) ? null : text;
}
