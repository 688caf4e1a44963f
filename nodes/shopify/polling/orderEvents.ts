import type { GraphqlObject, OrderFacts, RefundOfOrder } from '../types';
import { signOf } from './seen';

/** What can happen to an order, besides a refund. */
export const ORDER_EVENTS = ['orderCreated', 'orderPaid', 'orderEdited', 'orderCancelled'] as const;
export type OrderEvent = (typeof ORDER_EVENTS)[number];

interface Happened {
	id: string;
	/** Milliseconds since 1970 UTC. */
	at: number;
}

type Happenings = Record<OrderEvent, Happened[]>;

/**
 * What has happened to the order so far, from its own facts: an order that comes again because
 * somebody added a tag has the same happenings as before.
 */
export function happeningsOf(order: OrderFacts): Happenings {
	const { createdAt, cancelledAt, agreements } = order;
	return {
		orderCreated: [{ id: order.id, at: Date.parse(createdAt) }],
		orderPaid: paymentsOf(order),
		orderEdited: agreements
			.filter(({ reason }) => reason !== 'ORDER' && reason !== 'REFUND')
			.map(({ id, happenedAt }) => ({ id: String(id), at: Date.parse(String(happenedAt)) })),
		orderCancelled:
			typeof cancelledAt === 'string' ? [{ id: cancelledAt, at: Date.parse(cancelledAt) }] : [],
	};
}

/** Each payment that came in, a part or all; what costs nothing is paid when it is ordered. */
function paymentsOf({ transactions, displayFinancialStatus, createdAt }: OrderFacts): Happened[] {
	const payments = transactions
		.filter(({ kind, status }) => status === 'SUCCESS' && (kind === 'SALE' || kind === 'CAPTURE'))
		.map(({ id, processedAt }) => ({ id: String(id), at: Date.parse(String(processedAt)) }));
	if (payments.length > 0 || displayFinancialStatus !== 'PAID') return payments;
	return [{ id: 'free', at: Date.parse(createdAt) }];
}

/** A short sign per kind of event, to be compared with later ones: "1x.ab3..". */
export function signsOf(happenings: Happenings): string {
	return ORDER_EVENTS.map((kind) => {
		const ids = happenings[kind].map(({ id }) => id).sort();
		return ids.length === 0 ? '' : signOf(ids.join(' '));
	}).join('.');
}

/** The kinds of which there is something that was not there before. */
export function newsSince(happenings: Happenings, signsBefore: string): OrderEvent[] {
	const before = signsBefore.split('.');
	const now = signsOf(happenings).split('.');
	return ORDER_EVENTS.filter((_kind, index) => now[index] !== '' && now[index] !== before[index]);
}

/** For an order that is not remembered: everything, or what is not older than the trigger. */
export function newsFrom(happenings: Happenings, order: OrderFacts, start: number): OrderEvent[] {
	const isYounger = Date.parse(order.createdAt) >= start;
	return ORDER_EVENTS.filter((kind) => happenings[kind].some(({ at }) => isYounger || at >= start));
}

/** A refund comes again when its money has moved, or could not. */
export function refundVersion({ transactions }: RefundOfOrder): string {
	const states = (transactions as GraphqlObject[]).map(({ id, status }) => `${id} ${status}`);
	return signOf(states.sort().join(' '));
}

/** The youngest date that a refund shows. */
export function refundTime(refund: RefundOfOrder): number {
	const dates = [
		refund.createdAt,
		refund.processedAt,
		...(refund.transactions as GraphqlObject[]).map(({ processedAt }) => processedAt),
	];
	const times = dates.map((date) => Date.parse(String(date))).filter((time) => !Number.isNaN(time));
	return Math.max(...times, 0);
}
