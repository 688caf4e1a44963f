import type { AgreementFacts } from '../facts/agreement';
import type { LineItemFacts, OrderFacts } from '../facts/order';
import type { RefundFacts } from '../facts/refund';
import type { Outcome } from '../problems';
import { agreementsProblem } from '../sales/crossCheck';
import { hasAgreement, lineTypeOf } from '../sales/refundSales';
import { Shelf } from './shelf';

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
	// What refunds leave of their rows says what became of the goods of returns, then of edits
	const rank = ({ refundId, reason }: AgreementFacts) =>
		refundId !== null ? 0 : reason === 'RETURN' ? 1 : 2;
	return [...agreements]
		.sort((a, b) => rank(a) - rank(b))
		.flatMap((agreement) => agreement.sales.flatMap((sale) => shelf.movements(agreement, sale)));
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
