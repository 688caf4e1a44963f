import type { AgreementFacts, SaleFacts } from '../facts/agreement';
import type { OrderFacts } from '../facts/order';
import { Money } from '../money';
import type { Problem } from '../problems';
import { taxOf } from './salesToLines';

/**
 * Compares the agreements with the order's own figures. They are two records of the same sales, so a
 * difference means that one of them is not understood; nothing is booked then.
 */
export function agreementsProblem(
	order: OrderFacts,
	agreements: readonly AgreementFacts[],
): Problem | undefined {
	const sales = agreements.flatMap((agreement) => agreement.sales);
	const placed = agreements.filter(({ reason }) => reason === 'ORDER');
	const { currentTotal, originalTotal, currentTax } = order.check;
	const tax = Money.sum(
		order.currency,
		sales.map(({ taxes }) => taxOf(order.currency, taxes)),
	);
	return (
		differs(order, 'sales', totalOf(order, sales), 'current total', currentTotal) ??
		differs(
			order,
			'sales of the original order',
			totalOf(
				order,
				placed.flatMap((agreement) => agreement.sales),
			),
			'original total',
			originalTotal,
		) ??
		differs(order, 'taxes', tax, 'current tax', currentTax) ??
		quantityProblem(order, sales) ??
		goodsWithoutLine(order, sales) ??
		unknownSale(order, sales)
	);
}

function totalOf(order: OrderFacts, sales: readonly SaleFacts[]): Money {
	return Money.sum(
		order.currency,
		sales.map(({ total }) => total.shop),
	);
}

function differs(
	order: OrderFacts,
	what: string,
	found: Money,
	field: string,
	stated: Money | null,
): Problem | undefined {
	if (stated === null || found.equals(stated)) return undefined;
	return disagreement(
		order,
		`Its agreed ${what} come to ${found}, but the order's ${field} is ${stated}`,
	);
}

function quantityProblem(order: OrderFacts, sales: readonly SaleFacts[]): Problem | undefined {
	const different = order.lineItems
		.map((item) => ({
			item,
			count: sales
				.filter(({ lineItemId }) => item.id !== null && lineItemId === item.id)
				.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0),
		}))
		.find(({ item, count }) => item.id !== null && (item.currentQuantity ?? count) !== count);
	if (different === undefined) return undefined;
	const { item, count } = different;
	return disagreement(
		order,
		`Its agreed sales hold ${count} of '${item.name}', but the order says ${item.currentQuantity}`,
	);
}

/** Only the order's lines name the products; Shopify keeps those that were taken off. */
function goodsWithoutLine(order: OrderFacts, sales: readonly SaleFacts[]): Problem | undefined {
	const ids = new Set(order.lineItems.map(({ id }) => id));
	const isStray = ({ lineItemId }: SaleFacts) => lineItemId !== null && !ids.has(lineItemId);
	if (ids.has(null) || !sales.some(isStray)) return undefined;
	return {
		code: 'no-lines',
		what: 'The order has no line items for what was agreed, so nothing says which products were sold',
		where: `Order ${order.name}`,
		fix: 'Leave this order out, or enter it in QuickBooks by hand.',
	};
}

const KNOWN = new Set([
	'PRODUCT',
	'GIFT_CARD',
	'TIP',
	'SHIPPING',
	'DUTY',
	'ADDITIONAL_FEE',
	'FEE',
	'ADJUSTMENT',
]);

function unknownSale(order: OrderFacts, sales: readonly SaleFacts[]): Problem | undefined {
	const strange = sales.find(({ lineType, total }) => !KNOWN.has(lineType) && !total.shop.isZero());
	if (strange === undefined) return undefined;
	return {
		code: 'unknown-sale',
		what: `The order holds ${strange.total.shop} of a kind that is not known: '${strange.lineType}'`,
		where: `Order ${order.name}`,
		fix: 'Enter this order in QuickBooks by hand, and report the kind, so that it can be mapped.',
	};
}

function disagreement(order: OrderFacts, what: string): Problem {
	return {
		code: 'agreements-disagree',
		what,
		where: `Order ${order.name}`,
		fix: 'Read the order again with Shopify Records, with all of its agreements. If the figures stay apart, enter the order in QuickBooks by hand.',
	};
}
