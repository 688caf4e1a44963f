import type { OrderDraft, TransactionDraft } from './draft.mts';
import { add, negate, subtract, ZERO, type Amount } from './money.mts';
import { allSales, totalOf } from './sales.mts';

/** The order as it stands now: every sale of every agreement. */
export const currentTotal = (draft: OrderDraft): Amount => totalOf(allSales(draft));

const succeeded = (draft: OrderDraft, ...kinds: TransactionDraft['kind'][]): Amount => {
	const rows = draft.transactions.filter(
		({ kind, status }) => status === 'SUCCESS' && kinds.includes(kind),
	);
	return rows.length === 0 ? ZERO : add(...rows.map(({ amount }) => amount));
};

/** Money in: sales and captures less the change given back. */
export const received = (draft: OrderDraft): Amount =>
	subtract(succeeded(draft, 'SALE', 'CAPTURE'), succeeded(draft, 'CHANGE'));

export const refunded = (draft: OrderDraft): Amount => succeeded(draft, 'REFUND');

/** Authorised, not captured, not voided. */
export function capturable(draft: OrderDraft): Amount {
	const open = draft.transactions.filter(
		(authorization) =>
			authorization.kind === 'AUTHORIZATION' &&
			authorization.status === 'SUCCESS' &&
			!draft.transactions.some((later) => later.parent === authorization),
	);
	return open.length === 0 ? ZERO : add(...open.map(({ amount }) => amount));
}

/**
 * What the customer still owes (negative: what the merchant owes). Shopify counts it in the
 * customer's currency: an order that is settled there is settled in the shop's currency too,
 * whatever the exchange rates of the day made of the payments.
 */
export function outstanding(draft: OrderDraft): Amount {
	const due = add(currentTotal(draft), negate(received(draft)), refunded(draft));
	const open = subtract(due, capturable(draft));
	return open.presentment === 0 ? ZERO : open;
}
