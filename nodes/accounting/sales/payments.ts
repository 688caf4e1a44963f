import { Amounts, negated } from '../facts/amounts';
import type { Amount, OrderFacts, TransactionFacts } from '../facts/order';
import { movesMoney } from '../orderToSalesReceipt/tenders';

/** Money that came in at one moment; the change given back for it is taken off. */
export interface Payment {
	at: number;
	amount: Amount;
	/** The payment first, then the change given for it. */
	transactions: TransactionFacts[];
}

/** The payments of an order in the order they came in. */
export function paymentsOf(order: OrderFacts): Payment[] {
	const amounts = Amounts.of(order);
	const moved = order.transactions.filter(movesMoney);
	const payments = moved
		.filter(({ kind }) => kind !== 'CHANGE')
		.map((transaction) => ({ at: timeOf(order, transaction), transactions: [transaction] }))
		.sort((a, b) => a.at - b.at);
	for (const change of moved.filter(({ kind }) => kind === 'CHANGE')) {
		const candidates = payments.filter(
			({ transactions: [{ id, gateway }] }) =>
				(change.parentId !== null && id === change.parentId) || gateway === change.gateway,
		);
		const own = candidates.find(
			({ transactions: [{ id }] }) => id !== null && id === change.parentId,
		);
		(own ?? candidates.at(-1) ?? payments.at(-1))?.transactions.push(change);
	}
	return payments.map(({ at, transactions }) => ({
		at,
		transactions,
		amount: amounts.sum(
			transactions.map(({ kind, amount }) => (kind === 'CHANGE' ? negated(amount) : amount)),
		),
	}));
}

/** A transaction that does not say when it happened counts as part of the checkout. */
function timeOf(order: OrderFacts, { processedAt }: TransactionFacts): number {
	return Date.parse(processedAt ?? order.processedAt);
}
