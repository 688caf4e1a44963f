import type { SalesReceiptDocument } from '../documents';
import type { Mapping } from './saleLine';

export function customerOf({ order, policy }: Mapping): SalesReceiptDocument['customer'] {
	const { from, genericName } = policy.customer;
	if (from === 'generic') return { name: genericName };
	const { name, email } = order.customer;
	const chosen = from === 'email' ? (email ?? name) : (name ?? email);
	return { name: chosen ?? genericName, ...(email === null ? {} : { email }) };
}
