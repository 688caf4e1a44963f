import type { OrderFacts, PayoutFacts } from '../facts/order';
import { localDate } from '../localDate';
import { skipReason, testReason, type Skip } from '../orderToSalesReceipt/eligibility';
import { dateOf } from '../orderToSalesReceipt/identity';
import type { Outcome } from '../problems';
import { paymentsOf } from '../sales/payments';
import { settledSale, type SettledSale } from '../sales/settledSale';
import type { Movement } from './movements';
import { Payouts, type PaidBy } from './payouts';
import type { CostPolicy } from './policy';
import type { UnitCost } from './unitCosts';

/** What the cost of a movement is booked with: all others of its day or payout, or of its order alone. */
export type CostPlace =
	| { kind: 'Day' }
	| { kind: 'Payout'; payout: PayoutFacts }
	/** Its day was over before Shopify knew of the order: the entry of the day may be in the books. */
	| { kind: 'Order' };

export interface Placed extends Movement {
	order: OrderFacts;
	cost: UnitCost;
	/** The shop's day, YYYY-MM-DD. */
	day: string;
	/** From which on Shopify knew of it: later than the day where the order was imported. */
	known: string;
	place: CostPlace;
}

/** Why an order, or a part of it, moves no cost (yet). */
export interface CostSkip {
	code:
		| Skip['code']
		| 'no-cost'
		| 'no-goods'
		| 'no-unit-cost'
		| 'custom-item'
		| 'cost-elsewhere'
		| 'other-days'
		| 'payout-not-whole'
		| 'twice';
	reason: string;
}

export interface PlacedOrder {
	placed: Placed[];
	skips: CostSkip[];
}

/** Where the movements of an order belong; those of today wait, and those of no payout yet do too. */
export function placedOrder(
	order: OrderFacts,
	movements: readonly Movement[],
	costs: readonly UnitCost[],
	policy: CostPolicy,
): Outcome<PlacedOrder> {
	const sale = policy.counts === 'When Paid' ? firstSale(order) : undefined;
	const skip = testReason(order) ?? (sale && skipReason(order, sale.settledAt !== undefined));
	if (skip !== undefined) return { ok: true, value: { placed: [], skips: [skip] } };
	const placed: Placed[] = [];
	const skips: CostSkip[] = [];
	const payouts = sale && policy.per === 'Payout' ? new Payouts(order, sale) : undefined;
	const created = order.createdAt && localDate(order.createdAt, order.shop.timeZone);
	for (const movement of movements) {
		const paid = payouts?.behind(movement) ?? {};
		const never = Number.NEGATIVE_INFINITY;
		const at = Math.max(movement.at, sale?.settledAt ?? never, paid.at ?? never);
		const day = dateOf(order, Number.isNaN(at) ? '' : new Date(at).toISOString());
		if (!day.ok) return day;
		const known = created && created > day.value ? created : day.value;
		const place = placeOf(paid, known > day.value);
		const cost = costs[movement.index];
		const one = { ...movement, at, order, cost, day: day.value, known };
		const waits = paid.waits ?? notOver(one, place, policy);
		if (waits !== undefined) skips.push(waits);
		else placed.push({ ...one, place });
	}
	return { ok: true, value: { placed, skips: unique(skips) } };
}

/** Without agreements the payments are all that tells when it was sold. */
function firstSale(order: OrderFacts): SettledSale {
	const payments = paymentsOf(order);
	if (order.agreements !== null) return settledSale(order, order.agreements, payments);
	const last = payments.at(-1)?.at;
	return { agreements: [], payments, total: order.total, settledAt: last };
}

function placeOf({ payout }: PaidBy, isLate: boolean): CostPlace {
	if (payout !== undefined) return { kind: 'Payout', payout };
	return isLate ? { kind: 'Order' } : { kind: 'Day' };
}

function notOver(
	{ day, order }: Pick<Placed, 'day' | 'order'>,
	place: CostPlace,
	{ asOf }: CostPolicy,
): CostSkip | undefined {
	const today = asOf === undefined ? undefined : localDate(asOf, order.shop.timeZone);
	if (place.kind !== 'Day' || today === undefined || today > day) return undefined;
	const reason = `${day} is not over, and its cost waits for all of its orders`;
	return { code: 'day-not-over', reason };
}

function unique(skips: readonly CostSkip[]): CostSkip[] {
	return [...new Map(skips.map((skip) => [skip.reason, skip])).values()];
}
