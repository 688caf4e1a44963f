import { outstanding } from '../shop/balance.mts';
import { voidIt } from '../shop/cancel.mts';
import type { Context } from '../shop/context.mts';
import type { OrderDraft, TransactionDraft } from '../shop/draft.mts';
import { divideRounded } from '../shop/money.mts';
import type { RefundPlan } from '../shop/refunds.mts';
import { authorize, pay, transaction } from '../shop/tenders.mts';
import type { SaleWish, Sold } from './tillModel.mts';

/** What the customer pays when the order is placed. */
export function takeMoney(context: Context, draft: OrderDraft, wish: SaleWish, at: number): void {
	const paid = wish.paid ?? true;
	const waits = paid === false || paid === 'pending';
	const gateway = wish.gateway ?? (waits ? 'Bank Deposit' : 'shopify_payments');
	if (paid === 'nothing') return;
	if (paid === 'authorized') authorize(context, draft, { gateway, at });
	else if (waits) pay(context, draft, { gateway, at, status: 'PENDING' });
	else if (paid === true) pay(context, draft, { gateway, at });
	else {
		const half = divideRounded(outstanding(draft).presentment, 2);
		pay(context, draft, { gateway, at, presentment: half });
	}
}

/** A card that was authorised; undefined when it was charged or released. */
const openCard = ({ draft }: Sold): TransactionDraft | undefined =>
	draft.transactions.find(
		(row) =>
			row.kind === 'AUTHORIZATION' && !draft.transactions.some(({ parent }) => parent === row),
	);

/** The money that is still owed comes in. */
export function payOrder(sold: Sold, at: number): void {
	const { context, draft } = sold;
	const card = openCard(sold);
	if (card) {
		transaction(context, draft, 'CAPTURE', card.amount, { gateway: card.gateway, at }, card);
		return;
	}
	const waiting = draft.transactions.find(({ status }) => status === 'PENDING');
	const paid = pay(context, draft, { gateway: waiting?.gateway ?? 'manual', at });
	paid.parent = waiting ?? null;
}

/** A cancelled order does not charge the card that was authorised for it. */
export function releaseCard(sold: Sold, at: number): TransactionDraft[] {
	const card = openCard(sold);
	return card ? [voidIt(sold.context, sold.draft, card, at)] : [];
}

/** Money goes back the way it came; an order that was not paid owes none. */
export function moneyOf({ draft }: Sold): Pick<RefundPlan, 'to' | 'unpaid'> {
	const isPayment = ({ kind, status }: TransactionDraft) =>
		status === 'SUCCESS' && (kind === 'SALE' || kind === 'CAPTURE');
	const parent = draft.transactions.findLast(isPayment);
	return parent ? { to: [{ parent }] } : { to: [], unpaid: true };
}
