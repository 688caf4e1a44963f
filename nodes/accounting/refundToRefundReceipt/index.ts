import type { SalesDocument } from '../documents';
import { Amounts } from '../facts/amounts';
import type { OrderFacts } from '../facts/order';
import type { Skip } from '../orderToSalesReceipt/eligibility';
import type { SalesReceiptPolicy } from '../policy';
import type { Outcome, Problem } from '../problems';
import { bookedAs, firstSaleOf, type BookedAs } from '../sales/bookedAs';
import { agreementsProblem } from '../sales/crossCheck';
import { timelineOf, type RefundEvent, type Timeline } from '../sales/timeline';
import { settingsProblem } from '../settingsProblem';
import { beforeFailure, cameBack, reversed } from './failure';
import { exceedsProblem } from './limits';
import { readRefundItem, type RefundItem } from './readRefundItem';
import { refundDocuments } from './refundDocuments';

/** Why a refund is no document, or not yet. */
export interface RefundSkip {
	code: Skip['code'] | 'pending' | 'failed' | 'nothing' | 'before-sale' | 'order-edit';
	reason: string;
}

export type RefundOutcome =
	| { kind: 'documents'; documents: SalesDocument[] }
	| { kind: 'skipped'; skip: RefundSkip }
	| { kind: 'problem'; problem: Problem };

/**
 * Maps one refund to what the books need of it: a refund receipt, or a credit memo with the money paid
 * out for it. The document comes to the money that moved; what its lines do not explain is a line of
 * its own. The same refund, order and policy always give the same documents.
 *
 * @param item the order's facts with the field `refund`; unknown, so it is checked
 */
export function refundToRefundReceipt(item: unknown, policy: SalesReceiptPolicy): RefundOutcome {
	const read = readRefundItem(item, policy.booksCurrency);
	if (!read.ok) return { kind: 'problem', problem: read.problem };
	const { order, refund } = read.value;
	const disagreement =
		settingsProblem(policy, `Order ${order.name}`) ??
		(order.agreements && agreementsProblem(order, order.agreements));
	if (disagreement) return { kind: 'problem', problem: disagreement };
	const booked = bookedAs(order, policy);
	if (booked.kind === 'none') return { kind: 'skipped', skip: notBooked(booked.skip) };
	const mapped = mapRefund({ order, refund }, policy, booked);
	if (mapped.kind !== 'skipped' || mapped.skip.code !== 'failed' || !cameBack(refund)) {
		return mapped;
	}
	const earlier = mapRefund(beforeFailure({ order, refund }), policy, booked);
	if (earlier.kind !== 'documents') return earlier;
	return outcomeOf(reversed(order, refund, earlier.documents));
}

function mapRefund(
	{ order, refund }: RefundItem,
	policy: SalesReceiptPolicy,
	booked: Booked,
): RefundOutcome {
	const timeline = timelineOf(order, firstSaleOf(order, booked));
	const event = timeline.refunds.find((each) => each.refund === refund);
	const skip = event === undefined ? undefined : skipOf(event);
	if (event === undefined || skip !== undefined) {
		return { kind: 'skipped', skip: skip ?? SKIPS.nothing };
	}
	return outcomeOf(documentsOf({ order, policy }, booked, timeline, event));
}

function outcomeOf(mapped: Outcome<SalesDocument[]>): RefundOutcome {
	return mapped.ok
		? { kind: 'documents', documents: mapped.value }
		: { kind: 'problem', problem: mapped.problem };
}

type Booked = Exclude<BookedAs, { kind: 'none' }>;

function documentsOf(
	{ order, policy }: { order: OrderFacts; policy: SalesReceiptPolicy },
	booked: Booked,
	timeline: Timeline,
	event: RefundEvent,
): Outcome<SalesDocument[]> {
	const problem = exceedsProblem(order, event.refund) ?? overpaidProblem(order, event);
	if (problem !== undefined) return { ok: false, problem };
	return refundDocuments({ order, policy }, { booked, timeline, event });
}

/** An overpayment is no sale and not in the books, so neither is what is given back of it. */
function overpaidProblem(order: OrderFacts, { overpaid }: RefundEvent): Problem | undefined {
	const amounts = Amounts.of(order);
	if (amounts.isZero(overpaid)) return undefined;
	return {
		code: 'refund-of-overpayment',
		what: `${amounts.measure(overpaid)} of it gives back what was paid too much: nothing was sold for it`,
		where: `Order ${order.name}`,
		fix: 'Enter what was paid too much and this refund in QuickBooks by hand, both on the account where the money arrived.',
	};
}

function notBooked({ code, reason }: Skip): RefundSkip {
	return { code, reason: `Its order is not in the books: ${reason}` };
}

const SKIPS = {
	pending: { code: 'pending', reason: 'The money is still on its way; it is booked once it moved' },
	failed: { code: 'failed', reason: 'The refund failed: no money moved' },
	nothing: { code: 'nothing', reason: 'Neither goods nor money went back' },
	beforeSale: {
		code: 'before-sale',
		reason: 'It was taken off before the order was paid, and the sale is booked without it',
	},
	edit: {
		code: 'order-edit',
		reason: 'The goods were taken off by an edit of the order, which is booked with the order',
	},
} as const satisfies Record<string, RefundSkip>;

function skipOf({ state, isBeforeSale, isEdit }: RefundEvent): RefundSkip | undefined {
	if (isBeforeSale) return SKIPS.beforeSale;
	if (state !== 'done') return SKIPS[state];
	return isEdit ? SKIPS.edit : undefined;
}
