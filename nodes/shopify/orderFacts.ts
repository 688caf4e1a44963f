import type { GraphqlObject, OrderFacts, Shop } from './types';

export interface Page<T = GraphqlObject> {
	nodes: T[];
	pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** An order as the paged query answers it. */
export interface PagedOrder extends GraphqlObject {
	id: string;
	updatedAt: string;
	transactionsCount: { count: number } | null;
	lineItems: Page;
	shippingLines: Page;
	transactions: GraphqlObject[];
	agreements: Page<PagedAgreement>;
	/** Named only; what they are made of is read by their ids. */
	refunds: Array<{ id: string; processedAt: string }>;
	paymentTerms: (GraphqlObject & { id: string }) | null;
}

export interface PagedAgreement extends GraphqlObject {
	sales: Page;
}

/** The lists of an order, whole. */
export interface OrderLines {
	lineItems: GraphqlObject[];
	shippingLines: GraphqlObject[];
	transactions: GraphqlObject[];
	agreements: Array<GraphqlObject & { sales: GraphqlObject[] }>;
	refunds: GraphqlObject[];
	paymentSchedules: GraphqlObject[];
}

const LISTS = [
	'transactionsCount',
	'lineItems',
	'shippingLines',
	'transactions',
	'agreements',
	'refunds',
];

/** The public item. Paged and bulk reading come through here, so that they cannot differ. */
export function orderFacts(order: GraphqlObject, lines: OrderLines, shop: Shop): OrderFacts {
	const terms = order.paymentTerms as GraphqlObject | null | undefined;
	return {
		...without(order, ...LISTS),
		customer: customerFacts(order.customer as GraphqlObject | null | undefined),
		lineItems: byId(lines.lineItems).map((line) => without(line, '__typename')),
		shippingLines: byId(lines.shippingLines).map((line) => without(line, '__typename')),
		transactions: byId(lines.transactions),
		agreements: byTime(lines.agreements, 'happenedAt').map((agreement) => ({
			...agreement,
			sales: byId(agreement.sales),
		})),
		refunds: byTime(lines.refunds, 'processedAt'),
		paymentTerms: terms ? { ...terms, paymentSchedules: byId(lines.paymentSchedules) } : null,
		shop,
	} as unknown as OrderFacts;
}

/** Name and e-mail are null where the app may not see them; null for an order without customer. */
function customerFacts(customer: GraphqlObject | null | undefined): GraphqlObject | null {
	if (!customer) return null;
	const email = customer.defaultEmailAddress as { emailAddress?: string } | null | undefined;
	return {
		id: customer.id,
		displayName: customer.displayName ?? null,
		email: email?.emailAddress ?? null,
	};
}

export function without(object: GraphqlObject, ...names: string[]): GraphqlObject {
	return Object.fromEntries(Object.entries(object).filter(([field]) => !names.includes(field)));
}

function byTime<T extends GraphqlObject>(objects: T[], time: string): T[] {
	return byId(objects).sort((a, b) => Date.parse(String(a[time])) - Date.parse(String(b[time])));
}

/** A bulk file has no order that can be relied on; ids grow with time, and so do Shopify's lists. */
export function byId<T extends GraphqlObject>(objects: T[]): T[] {
	return objects
		.map((object) => ({ object, number: idNumber(object.id) }))
		.sort((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : 0))
		.map(({ object }) => object);
}

/** The number at the end of "gid://shopify/Order/123?x=y"; beyond 2^53 for some kinds. */
export function idNumber(id: unknown): bigint {
	const digits = /\/(\d+)(?:\?.*)?$/.exec(String(id ?? ''));
	return digits ? BigInt(digits[1]) : 0n;
}
