import type { DocumentLink } from '../documents';
import { Amounts } from '../facts/amounts';
import { editKey, orderKey } from '../orderDocuments/edits';
import type { Mapping } from '../orderToSalesReceipt/saleLine';
import { isSummary } from '../policy';
import { paymentsOf } from '../sales/payments';
import type { RefundEvent, Timeline } from '../sales/timeline';

/**
 * The sale that a refund receipt takes back. A sale that is part of a summary has no document of its
 * own, so there is nothing to name.
 */
export function saleLink(
	{ order, policy }: Mapping,
	isInvoice: boolean,
): DocumentLink<'Sales Receipt' | 'Invoice'> | undefined {
	if (isInvoice) return { document: 'Invoice', key: orderKey(order) };
	return isSummary(policy) ? undefined : { document: 'Sales Receipt', key: orderKey(order) };
}

/**
 * The invoice that a credit lowers: the order's, or, where that one is paid, the one of the goods that
 * the customer took in exchange.
 */
export function invoiceLink(
	{ order }: Mapping,
	{ first, edits }: Timeline,
	{ refund }: RefundEvent,
): DocumentLink<'Invoice'> {
	const amounts = Amounts.of(order);
	const at = Date.parse(refund.processedAt);
	const paid = amounts.sum(
		paymentsOf(order)
			.filter((payment) => payment.at <= at)
			.map(({ amount }) => amount),
	);
	const isPaid = !amounts.isNegative(amounts.subtract(paid, first.total));
	const taken = edits.find(
		({ agreement, value }) =>
			refund.returnId !== null &&
			agreement.returnId === refund.returnId &&
			!amounts.isNegative(value),
	);
	const key = isPaid && taken !== undefined ? editKey(order, taken) : orderKey(order);
	return { document: 'Invoice', key };
}

/** Money without goods pays out the latest credit memo before it. */
export function earlierMemoKey(
	{ order }: Mapping,
	timeline: Timeline,
	{ refund }: RefundEvent,
): string {
	const at = Date.parse(refund.processedAt);
	const edits = timeline.edits
		.filter(({ value }) => value.shop.isNegative())
		.map((edit) => ({ at: Date.parse(edit.agreement.happenedAt), key: editKey(order, edit) }));
	const refunds = timeline.refunds
		.filter(({ credit }) => !credit.shop.isNegative() && !credit.shop.isZero())
		.map((event) => ({
			at: Date.parse(event.refund.processedAt),
			key: `${order.shop.domain}/Refund/${event.refund.legacyId}`,
		}));
	const before = [...edits, ...refunds]
		.filter((each) => each.at <= at)
		.sort((a, b) => a.at - b.at)
		.at(-1);
	return before?.key ?? `${order.shop.domain}/Refund/${refund.legacyId}`;
}
