import type { Context } from '../context.mts';
import type { OrderDraft } from '../draft.mts';
import { DAY, dateTime } from '../calendar.mts';
import { legacyId } from '../ids.mts';
import type { Order } from '../model.mts';
import type { Dispute } from '../modelPayments.mts';
import { moneyV2 } from '../money.mts';
import { newRow, type Row } from './rows.mts';

interface Course {
	type: 'CHARGEBACK' | 'INQUIRY';
	status: 'WON' | 'LOST' | 'NEEDS_RESPONSE' | 'UNDER_REVIEW';
	reason: string;
	/** The fee sits on the withdrawal, or is a row of its own. */
	fee: 'with' | 'apart' | 'none';
}

const COURSES: Course[] = [
	{ type: 'CHARGEBACK', status: 'WON', reason: 'FRAUDULENT', fee: 'with' },
	{ type: 'CHARGEBACK', status: 'LOST', reason: 'PRODUCT_NOT_RECEIVED', fee: 'apart' },
	{ type: 'INQUIRY', status: 'UNDER_REVIEW', reason: 'GENERAL', fee: 'none' },
	{ type: 'CHARGEBACK', status: 'NEEDS_RESPONSE', reason: 'PRODUCT_UNACCEPTABLE', fee: 'with' },
];

/** Four disputes of ordinary card orders of the first two weeks, or three times four of all the time. An inquiry moves no money; a won one comes back. */
export function createDisputes(
	context: Context,
	drafts: OrderDraft[],
	orders: Order[],
	rows: Row[],
	isTroubled = false,
): Dispute[] {
	const { start, end } = context.calendar;
	const before = isTroubled ? end - 14 * DAY : start + 14 * DAY;
	const courses = isTroubled ? [...COURSES, ...COURSES, ...COURSES] : COURSES;
	const candidates = drafts
		.map((draft, index) => ({ draft, order: orders[index] }))
		.filter(({ draft }) => draft.scenario === 'Ordinary paid order')
		.filter(({ draft }) => draft.processedAt < before)
		.filter(({ draft }) => draft.transactions[0]?.gateway === 'shopify_payments');
	return courses.slice(0, candidates.length).map((course, index) => {
		const { draft, order } = candidates[Math.floor((index * candidates.length) / courses.length)];
		return createDispute(context, draft, order, course, rows);
	});
}

function createDispute(
	context: Context,
	draft: OrderDraft,
	order: Order,
	course: Course,
	rows: Row[],
): Dispute {
	const { ids, market } = context;
	const charge = draft.transactions.find(({ fees }) => fees.length > 0)!;
	const id = ids.gid('ShopifyPaymentsDispute');
	const started = charge.processedAt + 4 * DAY;
	const ended = course.status === 'WON' || course.status === 'LOST' ? started + 8 * DAY : null;
	if (course.type === 'CHARGEBACK') rows.push(...moneyOf());
	(order.disputes as object[]).push({
		id: ids.gid('OrderDisputeSummary'),
		initiatedAs: course.type,
		status: course.status,
	});
	return {
		id,
		legacyResourceId: legacyId(id),
		amount: moneyV2(charge.amount.shop, market.currency),
		type: course.type,
		status: course.status,
		reasonDetails: { reason: course.reason, networkReasonCode: '4853' },
		initiatedAt: dateTime(started),
		evidenceDueBy: dateTime(started + 7 * DAY),
		evidenceSentOn: course.status === 'NEEDS_RESPONSE' ? null : dateTime(started + 3 * DAY),
		finalizedOn: ended === null ? null : dateTime(ended),
		order,
	};

	function moneyOf(): Row[] {
		const amount = charge.amount.shop;
		const fee = course.fee === 'with' ? market.disputeFee : 0;
		const link = {
			sourceType: 'DISPUTE',
			sourceId: legacyId(id),
			order,
			orderTransactionId: legacyId(charge.id),
		};
		const made = [
			newRow(ids, { type: 'DISPUTE_WITHDRAWAL', amount: -amount, fee, at: started, ...link }),
		];
		if (course.fee === 'apart') {
			const apart = { type: 'CHARGEBACK_FEE', amount: -market.disputeFee, at: started + 1000 };
			made.push(newRow(ids, { ...apart, ...link }));
		}
		if (course.status === 'WON') {
			made.push(newRow(ids, { type: 'DISPUTE_REVERSAL', amount, fee: -fee, at: ended!, ...link }));
		}
		return made;
	}
}
