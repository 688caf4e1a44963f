import type { Context } from './context.mts';
import type { OrderDraft, TransactionDraft } from './draft.mts';
import { refundAll } from './refunds.mts';
import { transaction } from './tenders.mts';

/** Cancels an order that nobody paid: its lines go back, an authorisation is voided. */
export function cancelUnpaid(
	context: Context,
	draft: OrderDraft,
	at: number,
	reason: string,
): void {
	draft.cancelledAt = at;
	draft.cancelReason = reason;
	draft.fulfilled = false;
	const record = refundAll(context, draft, { at, restock: 'CANCEL', to: [], unpaid: true });
	const authorization = draft.transactions.find(({ kind }) => kind === 'AUTHORIZATION');
	if (authorization) record.transactions.push(voidIt(context, draft, authorization, at));
}

/** Cancels a paid order: everything is given back the way it was paid. */
export function cancelPaid(
	context: Context,
	draft: OrderDraft,
	parent: TransactionDraft,
	at: number,
): void {
	draft.cancelledAt = at;
	draft.cancelReason = 'CUSTOMER';
	draft.fulfilled = false;
	refundAll(context, draft, {
		at,
		restock: 'CANCEL',
		to: [{ parent }],
		note: 'Customer changed their mind',
	});
}

export function voidIt(
	context: Context,
	draft: OrderDraft,
	authorization: TransactionDraft,
	at: number,
): TransactionDraft {
	const tender = { gateway: authorization.gateway, at };
	return transaction(context, draft, 'VOID', authorization.amount, tender, authorization);
}
