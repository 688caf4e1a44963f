import type { AgreementFacts, SaleFacts } from '../facts/agreement';
import type { OrderFacts } from '../facts/order';
import type { RefundFacts } from '../facts/refund';
import { localDate } from '../localDate';
import type { Movement } from './movements';

type Moved = Pick<Movement, 'at' | 'pieces' | 'by'>;

/**
 * Takes the refunds' words on restocking, each for as many pieces as it says. The days before a refund
 * may be in the books by then, so what it tells of an earlier return or edit counts on its own day.
 */
export class Shelf {
	/** By refund and line: pieces that went back on the shelf, and pieces that did not. */
	private readonly back = new Map<string, number>();
	private readonly lost = new Map<string, number>();

	constructor(private readonly order: OrderFacts) {
		for (const refund of order.refunds) {
			for (const { lineItemId, quantity, restocked } of refund.lines) {
				const pool = restocked ? this.back : this.lost;
				const key = keyOf(refund, lineItemId);
				pool.set(key, (pool.get(key) ?? 0) + quantity);
			}
		}
	}

	movements(agreement: AgreementFacts, sale: SaleFacts): Movement[] {
		const { lineItems } = this.order;
		const { quantity, lineType, lineItemId } = sale;
		const index = lineItems.findIndex(({ id }) => id !== null && id === lineItemId);
		const isGoods = lineType === 'PRODUCT' && index >= 0 && !lineItems[index].isGiftCard;
		if (!isGoods || !quantity || lineItemId === null) return [];
		const moved =
			quantity > 0
				? [{ ...this.eventOf(agreement), pieces: quantity }]
				: this.returned(agreement, lineItemId, -quantity);
		return moved
			.filter(({ pieces }) => pieces !== 0)
			.map((each) => ({ ...each, line: lineItems[index], index }));
	}

	private eventOf(agreement: AgreementFacts): Pick<Movement, 'at' | 'by'> {
		const refund = this.order.refunds.find(({ id }) => id === agreement.refundId);
		if (refund !== undefined) return eventOfRefund(refund);
		const { reason, happenedAt } = agreement;
		const at = Date.parse(reason === 'ORDER' ? this.order.processedAt : happenedAt);
		return { at, by: { kind: 'agreement', agreement } };
	}

	private returned(agreement: AgreementFacts, lineId: string, count: number): Moved[] {
		const event = this.eventOf(agreement);
		const own = this.order.refunds.filter((refund) => this.speaksOf(refund, agreement));
		const back = taken(this.back, own, lineId, count);
		const lost = taken(this.lost, own, lineId, count - sum(back));
		if (agreement.refundId !== null) return [{ ...event, pieces: -sum(back) }];
		const isLater = ({ refund }: Told) =>
			this.dayOf(Date.parse(refund.processedAt)) > this.dayOf(event.at);
		if (agreement.reason === 'RETURN') {
			const late = back.filter(isLater);
			return [{ ...event, pieces: sum(late) - sum(back) }, ...late.map((each) => told(each, -1))];
		}
		const late = lost.filter(isLater);
		const early = sum(lost) - sum(late);
		return [{ ...event, pieces: early - count }, ...late.map((each) => told(each, 1))];
	}

	/**
	 * Pieces that were taken off the order before they were sent never left the shelf, unless a refund
	 * says that they are lost. Of what a customer had, only what a refund puts back is there again.
	 */
	private speaksOf(refund: RefundFacts, agreement: AgreementFacts): boolean {
		const { refundId, returnId, reason, happenedAt } = agreement;
		if (refundId !== null) return refund.id === refundId;
		if (reason !== 'RETURN') return refund.returnId === null;
		if (refund.returnId !== null && returnId !== null) return refund.returnId === returnId;
		return this.dayOf(Date.parse(refund.processedAt)) >= this.dayOf(Date.parse(happenedAt));
	}

	/** Empty where Shopify gave no date; whoever dates the movement tells of it. */
	private dayOf(at: number): string {
		if (Number.isNaN(at)) return '';
		return localDate(new Date(at).toISOString(), this.order.shop.timeZone) ?? '';
	}
}

/** Pieces of a line that a refund tells of. */
interface Told {
	refund: RefundFacts;
	count: number;
}

function told({ refund, count }: Told, sign: 1 | -1): Moved {
	return { ...eventOfRefund(refund), pieces: sign * count };
}

function eventOfRefund(refund: RefundFacts): Pick<Movement, 'at' | 'by'> {
	return { at: Date.parse(refund.processedAt), by: { kind: 'refund', refund } };
}

/** Takes up to so many pieces out of the pool. */
function taken(
	pool: Map<string, number>,
	refunds: readonly RefundFacts[],
	lineId: string,
	most: number,
): Told[] {
	let left = most;
	return refunds.flatMap((refund): Told[] => {
		const key = keyOf(refund, lineId);
		const count = Math.min(pool.get(key) ?? 0, left);
		if (count === 0) return [];
		pool.set(key, (pool.get(key) ?? 0) - count);
		left -= count;
		return [{ refund, count }];
	});
}

function sum(all: readonly Told[]): number {
	return all.reduce((total, { count }) => total + count, 0);
}

function keyOf({ id }: RefundFacts, lineId: string): string {
	return `${id} ${lineId}`;
}
