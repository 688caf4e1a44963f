import type { MoneyBag, Order } from '../../../sandbox/shopify/shop/model.mts';
import { minor, total } from './shop/money.mts';

/** Where the figures of an order contradict its own agreements and transactions. */
export function identityProblems(order: Order): string[] {
	const problems: string[] = [];
	const sales = order.agreements.flatMap((agreement) => agreement.sales);
	const expectSum = (what: string, bags: MoneyBag[], wanted: MoneyBag) => {
		const sum = total(bags.map(({ presentmentMoney }) => minor(presentmentMoney)));
		if (sum !== minor(wanted.presentmentMoney)) problems.push(`${order.name}: ${what}`);
	};
	expectSum(
		'current total',
		sales.map(({ totalAmount }) => totalAmount),
		order.currentTotalPriceSet,
	);
	expectSum(
		'current tax',
		sales.map(({ totalTaxAmount }) => totalTaxAmount),
		order.currentTotalTaxSet as MoneyBag,
	);
	const came = (...kinds: string[]) =>
		order.transactions
			.filter(({ kind, status }) => status === 'SUCCESS' && kinds.includes(kind))
			.map(({ amountSet }) => amountSet);
	expectSum('refunded', came('REFUND'), order.totalRefundedSet as MoneyBag);
	for (const line of order.lineItems) {
		const own = sales.filter((sale) => (sale.lineItem as { id?: string })?.id === line.id);
		const units = own.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
		if (units !== line.currentQuantity) problems.push(`${order.name}: units of ${line.title}`);
	}
	return problems;
}
