import type { SalesDocument, RefundReceiptDocument, SalesReceiptDocument } from '../documents';
import type { OrderFacts, TransactionFacts } from '../facts/order';
import type { RefundFacts } from '../facts/refund';
import { dateOf } from '../orderToSalesReceipt/identity';
import { LONGEST_NUMBER } from '../orderToSalesReceipt/number';
import type { Outcome } from '../problems';
import type { RefundItem } from './readRefundItem';

/**
 * True for a refund whose money left with a payout and came back: it had succeeded, so it may be in the
 * books. A refund that the bank declines at once is never part of a payout.
 */
export function cameBack({ transactions }: RefundFacts): boolean {
	return transactions.some(failedAfterwards);
}

function failedAfterwards({ kind, status, test, payout }: TransactionFacts): boolean {
	const hasFailed = status === 'FAILURE' || status === 'ERROR';
	return kind === 'REFUND' && hasFailed && !test && payout !== null;
}

/** The order and its refund as they were before the money came back. */
export function beforeFailure({ order, refund }: RefundItem): RefundItem {
	const transactions = refund.transactions.map((each) =>
		failedAfterwards(each) ? { ...each, status: 'SUCCESS' } : each,
	);
	const earlier = { ...refund, transactions };
	const refunds = order.refunds.map((each) => (each === refund ? earlier : each));
	return { order: { ...order, refunds }, refund: earlier };
}

/**
 * The refund as it was booked when it succeeded, and the document that reverses it on the day it failed:
 * the money is in the account again, and the goods are sold until another refund pays for them.
 */
export function reversed(
	order: OrderFacts,
	refund: RefundFacts,
	documents: readonly SalesDocument[],
): Outcome<SalesDocument[]> {
	const [receipt, ...more] = documents;
	if (receipt?.document !== 'Refund Receipt' || more.length > 0) return byHand(order);
	const date = dateOf(order, refund.updatedAt ?? order.updatedAt ?? '');
	if (!date.ok) return byHand(order);
	return { ok: true, value: [receipt, reversalOf(receipt, date.value)] };
}

/** The same lines the other way round: what was given back is sold again. */
function reversalOf(receipt: RefundReceiptDocument, date: string): SalesReceiptDocument {
	const { refundFrom, paymentMethod, source, currency, customer, shipTo, lines } = receipt;
	const { taxes, taxTotal, total, pricesIncludeTax, customFields } = receipt;
	return {
		document: 'Sales Receipt',
		key: `${receipt.key}/Failure`,
		number: `${receipt.number}-F`.slice(0, LONGEST_NUMBER),
		date,
		currency,
		customer,
		...(shipTo === undefined ? {} : { shipTo }),
		depositTo: { ...refundFrom },
		...(paymentMethod === undefined ? {} : { paymentMethod }),
		lines,
		taxes,
		taxTotal,
		pricesIncludeTax,
		total,
		memo: `Failed: ${receipt.memo}`,
		source: { ...source, name: `${source.name}-F` },
		...(receipt.class === undefined ? {} : { class: receipt.class }),
		...(receipt.location === undefined ? {} : { location: receipt.location }),
		...(customFields === undefined ? {} : { customFields }),
	};
}

function byHand({ name }: OrderFacts): Outcome<never> {
	return {
		ok: false,
		problem: {
			code: 'refund-failed-after-booking',
			what: 'The refund succeeded first and failed later: its money left with a payout and came back',
			where: `Order ${name}`,
			fix: 'Look for its documents in QuickBooks. If they are there, delete them, or enter the opposite by hand on the day it failed.',
		},
	};
}
