import type { AgreementFacts, SaleFacts } from '../facts/agreement';
import type { LineItemFacts, OrderFacts } from '../facts/order';
import type { RefundFacts } from '../facts/refund';
import type { Outcome } from '../problems';
import { agreementsProblem } from '../sales/crossCheck';
import { hasAgreement, lineTypeOf } from '../sales/refundSales';

/** Pieces of one line of an order that left the shelf, or (below zero) came back on it. */
export interface Movement {
	/** Milliseconds. */
	at: number;
	line: LineItemFacts;
	/** Position of the line in the order. */
	index: number;
	pieces: number;
	/** What moved them: the order itself, a later change of it, or a refund. */
	by:
		| { kind: 'agreement'; agreement: AgreementFacts }
		| { kind: 'refund'; refund: RefundFacts }
		| { kind: 'order' };
}

/**
 * Which goods an order took off the shelf and put back, and when: by its agreements, which say how many,
 * and its refunds, which say whether they can be sold again. Money does not matter: goods that came back
 * are on the shelf whether or not the refund got through. Gift cards and tips are no goods.
 */
export function movementsOf(order: OrderFacts): Outcome<Movement[]> {
	if (order.agreements === null) return fromFields(order);
	const problem = agreementsProblem(order, order.agreements);
	if (problem !== undefined) return { ok: false, problem };
	return { ok: true, value: fromAgreements(order, order.agreements) };
}

function fromAgreements(order: OrderFacts, agreements: readonly AgreementFacts[]): Movement[] {
	const shelf = new Shelf(order);
	const own = agreements.filter(({ refundId }) => refundId !== null);
	const others = agreements.filter(({ refundId }) => refundId === null);
	// Refunds first: what of their rows is left says what became of the goods of returns and edits
	return [...own, ...others].flatMap((agreement) =>
		agreement.sales.flatMap((sale) => shelf.movement(agreement, sale)),
	);
}

/** Takes the refunds' words on restocking, each for as many pieces as it says. */
class Shelf {
	/** By refund and line: pieces that went back on the shelf, and pieces that did not. */
	private readonly back = new Map<string, number>();
	private readonly lost = new Map<string, number>();

	constructor(private readonly order: OrderFacts) {
		for (const refund of order.refunds) {
			for (const { lineItemId, quantity, restocked } of refund.lines) {
				const pool = restocked ? this.back : this.lost;
				const key = `${refund.id} ${lineItemId}`;
				pool.set(key, (pool.get(key) ?? 0) + quantity);
			}
		}
	}

	movement(agreement: AgreementFacts, sale: SaleFacts): Movement[] {
		const { order } = this;
		const { quantity, lineType, lineItemId } = sale;
		const index = order.lineItems.findIndex(({ id }) => id !== null && id === lineItemId);
		const isGoods = lineType === 'PRODUCT' && index >= 0 && !order.lineItems[index].isGiftCard;
		if (!isGoods || !quantity || lineItemId === null) return [];
		const line = order.lineItems[index];
		const refund = order.refunds.find(({ id }) => id === agreement.refundId);
		const pieces = quantity > 0 ? quantity : -this.backOf(agreement, lineItemId, -quantity);
		if (pieces === 0) return [];
		if (refund !== undefined) {
			const at = Date.parse(refund.processedAt);
			return [{ at, line, index, pieces, by: { kind: 'refund', refund } }];
		}
		const isPlaced = agreement.reason === 'ORDER';
		const at = Date.parse(isPlaced ? order.processedAt : agreement.happenedAt);
		return [{ at, line, index, pieces, by: { kind: 'agreement', agreement } }];
	}

	/**
	 * Pieces that were taken off the order before they were sent never left the shelf, unless a refund
	 * says that they are lost. Of what a customer had, only what a refund puts back is there again.
	 */
	private backOf(agreement: AgreementFacts, lineItemId: string, count: number): number {
		const { refundId, reason } = agreement;
		const rows = this.order.refunds
			.filter((refund) => refundId === null || refund.id === refundId)
			.map(({ id }) => `${id} ${lineItemId}`);
		const back = taken(this.back, rows, count);
		const lost = taken(this.lost, rows, count - back);
		return refundId !== null || reason === 'RETURN' ? back : count - lost;
	}
}

/** Takes up to so many pieces out of the pool. */
function taken(pool: Map<string, number>, keys: readonly string[], most: number): number {
	let count = 0;
	for (const key of keys) {
		const some = Math.min(pool.get(key) ?? 0, most - count);
		if (some === 0) continue;
		pool.set(key, (pool.get(key) ?? 0) - some);
		count += some;
	}
	return count;
}

/** An order that is older than Shopify's agreements: its lines are what was sold. */
function fromFields(order: OrderFacts): Outcome<Movement[]> {
	const refunded = (id: string | null) =>
		order.refunds
			.flatMap(({ lines }) => lines)
			.filter(({ lineItemId }) => lineItemId === id)
			.reduce((sum, { quantity }) => sum + quantity, 0);
	const isChanged = ({ id, quantity, currentQuantity }: LineItemFacts) =>
		currentQuantity !== null && currentQuantity !== quantity - refunded(id);
	if (order.lineItems.some(isChanged)) return { ok: false, problem: noAgreements(order) };
	const goods = order.lineItems
		.map((line, index) => ({ line, index }))
		.filter(({ line }) => lineTypeOf(order, line) === 'PRODUCT');
	const sold = goods.map(({ line, index }): Movement => {
		const at = Date.parse(order.processedAt);
		return { at, line, index, pieces: line.quantity, by: { kind: 'order' } };
	});
	const back = order.refunds
		.filter((refund) => hasAgreement(order, refund))
		.flatMap((refund) =>
			refund.lines
				.filter(({ restocked, quantity }) => restocked && quantity > 0)
				.flatMap(({ lineItemId, quantity }): Movement[] => {
					const of = goods.find(({ line }) => line.id === lineItemId);
					const at = Date.parse(refund.processedAt);
					return of ? [{ at, ...of, pieces: -quantity, by: { kind: 'refund', refund } }] : [];
				}),
		);
	return { ok: true, value: [...sold, ...back].filter(({ pieces }) => pieces !== 0) };
}

function noAgreements({ name }: OrderFacts) {
	return {
		code: 'no-agreements',
		what: 'The order was edited, and comes without the agreements that say when and how',
		where: `Order ${name}`,
		fix: 'Read the order with Shopify Records. If it has no agreements there, leave it out with a Filter node and enter its cost by hand.',
	};
}
