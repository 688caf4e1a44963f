import type { OrderFacts, PayoutFacts, TransactionFacts } from '../facts/order';
import { isCredit } from '../orderToSalesReceipt/tenders';
import { stateOf, successful } from '../sales/refundState';
import type { SettledSale } from '../sales/settledSale';
import { type EditEvent, timelineOf } from '../sales/timeline';
import type { Movement } from './movements';
import type { CostSkip } from './placed';

/** What paid for a movement; empty where no payout has to do with it. */
export interface PaidBy {
	payout?: PayoutFacts;
	/** Milliseconds, where it was paid later than it moved. */
	at?: number;
	/** Why nobody can tell yet. */
	waits?: CostSkip;
}

/**
 * Finds the payouts behind the movements of an order. Only money of Shopify Payments comes by payout: of
 * the sale, of an edit, or a refund's. What was found once never becomes another one, as its entry may
 * be in the books.
 */
export class Payouts {
	private readonly edits: readonly EditEvent[];

	constructor(
		order: OrderFacts,
		private readonly sale: SettledSale,
	) {
		this.edits = order.agreements === null ? [] : timelineOf(order, sale).edits;
	}

	behind({ by, pieces }: Movement): PaidBy {
		if (by.kind === 'refund') {
			const payment = successful(by.refund).find(comesByPayout);
			if (payment !== undefined) return paidBy(payment);
			const isUnderWay = stateOf(by.refund, false) === 'pending';
			const isExpected = isUnderWay && by.refund.transactions.some(comesByPayout);
			return isExpected ? { waits: NO_PAYOUT } : {};
		}
		if (by.kind === 'order' || this.sale.agreements.includes(by.agreement)) {
			const payments = this.sale.payments.map(({ transactions: [payment] }) => payment);
			const payment = payments.filter(isPaidOut).at(-1);
			return payment === undefined ? {} : paidBy(payment);
		}
		const edit = this.edits.find(({ agreement }) => agreement === by.agreement);
		return edit === undefined || pieces < 0 ? {} : paidEdit(edit);
	}
}

/** The first payment decides: what is paid later would move goods that are booked. */
function paidEdit({ payments: [first], open }: EditEvent): PaidBy {
	if (first === undefined) return open.shop.isZero() ? {} : { waits: NOT_PAID };
	const { at, transactions } = first;
	const [payment] = transactions;
	return isPaidOut(payment) ? { ...paidBy(payment), at } : { at };
}

function paidBy({ payout }: TransactionFacts): PaidBy {
	return payout === null ? { waits: NO_PAYOUT } : { payout };
}

function isPaidOut(payment: TransactionFacts): boolean {
	return !isCredit(payment) && comesByPayout(payment);
}

function comesByPayout({ payout, gateway }: TransactionFacts): boolean {
	return payout !== null || gateway === 'shopify_payments';
}

const NO_PAYOUT: CostSkip = {
	code: 'no-payout',
	reason: 'Shopify has not paid its money out yet, and its cost is booked with the payout',
};

const NOT_PAID: CostSkip = {
	code: 'edit-not-paid',
	reason:
		'Goods that were added to the order are not paid yet, and their cost is booked with the payout',
};
