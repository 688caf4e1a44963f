import type { SalesDocument, SalesReceiptDocument } from '../documents';
import { isItemised } from '../documentTotals';
import { Amounts } from '../facts/amounts';
import { readOrder } from '../facts/readOrder';
import { localDate } from '../localDate';
import { salesReceipt } from '../orderToSalesReceipt';
import { genericCustomer } from '../orderToSalesReceipt/customer';
import type { Skip } from '../orderToSalesReceipt/eligibility';
import type { Mapping } from '../orderToSalesReceipt/saleLine';
import { isSummary, type SalesReceiptPolicy } from '../policy';
import type { Outcome, Problem } from '../problems';
import { bookedAs, firstSaleOf, paidDay, type BookedAs } from '../sales/bookedAs';
import { agreementsProblem } from '../sales/crossCheck';
import { timelineOf, type Timeline } from '../sales/timeline';
import { settingsProblem } from '../settingsProblem';
import { summaryPlace, type SummaryPart } from '../summary';
import { creditOfEdit, invoiceOfEdit, receiptOfEdit, refundOfEdit } from './edits';
import { invoiceOf } from './invoice';
import { currencyDocuments } from './currency';
import { paymentDocuments } from './payments';

/** Documents of an order, with what of it still waits; nothing at all; or what is wrong with it. */
export type OrderOutcome =
	| {
			kind: 'documents';
			documents: SalesDocument[];
			waiting: Skip[];
			/** The first sale, where it is booked together with others. */
			part?: SummaryPart;
	  }
	| { kind: 'skipped'; skip: Skip }
	| { kind: 'problem'; problem: Problem };

type Booked = Exclude<BookedAs, { kind: 'none' }>;

/**
 * Maps one Shopify order to all documents that the books need of it, in the order they are posted: the
 * first sale, its payments where it is an invoice, and one document for each later edit.
 *
 * @param item the order as Shopify Records gives it; unknown, so it is checked
 */
export function orderToDocuments(item: unknown, policy: SalesReceiptPolicy): OrderOutcome {
	const read = readOrder(item, policy.booksCurrency);
	if (!read.ok) return { kind: 'problem', problem: read.problem };
	const order = read.value;
	const disagreement =
		settingsProblem(policy, `Order ${order.name}`) ??
		(order.agreements && agreementsProblem(order, order.agreements));
	if (disagreement) return { kind: 'problem', problem: disagreement };
	const booked = bookedAs(order, policy);
	if (booked.kind === 'none') return { kind: 'skipped', skip: booked.skip };
	const mapping = { order, policy };
	const timeline = timelineOf(order, firstSaleOf(order, booked));
	const mapped =
		booked.kind === 'receipt'
			? receipts(mapping, booked, timeline)
			: invoices(mapping, booked, timeline);
	if (!mapped.ok) return { kind: 'problem', problem: mapped.problem };
	const open = waiting(mapping, booked, timeline);
	const [first, ...later] = mapped.value;
	if (!isSummary(policy) || first?.document !== 'Sales Receipt') {
		return { kind: 'documents', documents: mapped.value, waiting: open };
	}
	return summarised(mapping, timeline, first, { documents: later, waiting: open });
}

/** Takes the first sale out for its summary, or lets it wait; later edits keep documents of their own. */
function summarised(
	{ order, policy }: Mapping,
	{ first: { payments } }: Timeline,
	receipt: SalesReceiptDocument,
	{ documents, waiting: open }: { documents: SalesDocument[]; waiting: Skip[] },
): OrderOutcome {
	const placed = summaryPlace(order, policy, payments, receipt.date);
	if ('skip' in placed) {
		return { kind: 'documents', documents, waiting: [placed.skip, ...open] };
	}
	if ('alone' in placed) {
		return { kind: 'documents', documents: [receipt, ...documents], waiting: open };
	}
	const { place } = placed;
	const { shopCurrency } = order;
	const customer = genericCustomer({ order, policy });
	const part = { receipt, place, policy, customer, shopCurrency };
	return { kind: 'documents', documents, waiting: open, part };
}

function receipts(mapping: Mapping, booked: Booked, timeline: Timeline): Outcome<SalesDocument[]> {
	const { order, policy } = mapping;
	const amounts = Amounts.of(order);
	if (!amounts.isZero(timeline.unexplained)) {
		return { ok: false, problem: overpaid(mapping, timeline) };
	}
	const first = salesReceipt(mapping, booked.sale);
	if (!first.ok) return first;
	const receipt = isSummary(policy) ? onDayPaid(first.value, paidDay(order, booked)) : first.value;
	const edits = timeline.edits
		.filter(({ open }) => amounts.isZero(open))
		.map(
			(edit): Outcome<SalesDocument> =>
				amounts.isNegative(edit.value)
					? refundOfEdit(mapping, timeline, edit)
					: receiptOfEdit(mapping, timeline, edit),
		);
	return all([{ ok: true, value: receipt }, ...edits]);
}

/** A summary holds what was paid on its day: an order paid later must not change a day that is closed. */
function onDayPaid(receipt: SalesReceiptDocument, day: string | undefined): SalesReceiptDocument {
	return day === undefined ? receipt : { ...receipt, date: day };
}

function invoices(mapping: Mapping, booked: Booked, timeline: Timeline): Outcome<SalesDocument[]> {
	const amounts = Amounts.of(mapping.order);
	const edits = timeline.edits.map(
		(edit): Outcome<SalesDocument> =>
			amounts.isNegative(edit.value)
				? creditOfEdit(mapping, timeline, edit)
				: invoiceOfEdit(mapping, timeline, edit),
	);
	const withPayments = booked.kind === 'invoice' && booked.withPayments;
	const payments = withPayments
		? [...paymentDocuments(mapping, timeline), ...currencyDocuments(mapping, timeline)]
		: [];
	return all([invoiceOf(mapping, booked.sale), ...edits, ...payments]);
}

function all(outcomes: ReadonlyArray<Outcome<SalesDocument>>): Outcome<SalesDocument[]> {
	const documents: SalesDocument[] = [];
	for (const outcome of outcomes) {
		if (!outcome.ok) return outcome;
		if (!changesNothing(outcome.value)) documents.push(outcome.value);
	}
	return { ok: true, value: documents };
}

/** A discount on something that costs a cent may come to nothing; there is nothing to book then. */
function changesNothing(document: SalesDocument): boolean {
	return (
		document.source.type === 'Order Edit' && isItemised(document) && document.lines.length === 0
	);
}

/** Edits that are not paid yet are booked once they are; an invoice does not wait for money. */
function waiting({ order }: Mapping, booked: Booked, { edits }: Timeline): Skip[] {
	const amounts = Amounts.of(order);
	if (booked.kind === 'invoice') return [];
	return edits
		.filter(({ open }) => !amounts.isZero(open))
		.map(({ agreement, open }) => ({
			code: 'edit-not-paid' as const,
			reason: `The edit of ${localDate(agreement.happenedAt, order.shop.timeZone)} is not paid yet: ${amounts.measure(open)} are open`,
		}));
}

function overpaid({ order }: Mapping, { unexplained, first }: Timeline): Problem {
	const amounts = Amounts.of(order);
	return {
		code: 'payments-do-not-match-total',
		what: `The order was paid with ${amounts.measure(first.total)}, and ${amounts.measure(unexplained)} came in later that nothing was sold for: too much`,
		where: `Order ${order.name}`,
		fix: "Look at the order's payments in Shopify: give back what was paid twice, or add what it was for, and run again.",
	};
}
