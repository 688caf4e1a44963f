import type { DocumentLine, ItemReference, LineCategory } from '../documents';
import type { OrderFacts } from '../facts/order';
import type { Money } from '../money';
import type { ItemRole, SalesReceiptPolicy } from '../policy';
import type { LineTaxes } from './taxes';

/** What the mapping of one order needs everywhere. */
export interface Mapping {
	order: OrderFacts;
	policy: SalesReceiptPolicy;
}

/** Lines of the sale itself, with the tax on them that a marketplace remits. */
export interface SaleLines {
	lines: DocumentLine[];
	marketplaceTax: Money[];
}

/** A line for something that is no product; its item carries the account. */
export function roleLine(
	policy: SalesReceiptPolicy,
	category: LineCategory,
	role: ItemRole,
	description: string,
	amount: Money,
	taxes: DocumentLine['taxes'] = [],
): DocumentLine {
	const item = roleItem(policy, role);
	return { category, item, description, amount: amount.toDecimalString(), taxes };
}

function roleItem(policy: SalesReceiptPolicy, role: ItemRole): ItemReference {
	return { name: policy.items[role], type: 'Service', income: { ...policy.accounts[role] } };
}

/** The amount without the taxes that the shop's prices include. */
export function netOf(order: OrderFacts, price: Money, taxes: LineTaxes): Money {
	return order.taxesIncluded ? price.subtract(taxes.total) : price;
}

/** A line of 0.00 without tax says nothing to an accountant (free shipping, a fee that was waived). */
export function saysSomething(line: DocumentLine): boolean {
	const isZero = (amount: string) => /^-?0(\.0+)?$/.test(amount);
	return !isZero(line.amount) || line.taxes.some((tax) => !isZero(tax.amount));
}
