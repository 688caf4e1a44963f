import { priced } from './cart.mts';
import { netOf } from './charges.mts';
import type { ApplicationDraft, Charge, OrderDraft } from './draft.mts';
import { add, allocateAmount, divideRounded, each, isZero, type Amount } from './money.mts';

/** Takes a percentage off the given charges: largest remainder, so the shares sum exactly. */
export function discountPercent(
	draft: OrderDraft,
	application: ApplicationDraft,
	charges: readonly Charge[],
	percentage: number,
): void {
	const nets = charges.map(netOf);
	const total = each(add(...nets), (value) => divideRounded(value * percentage, 100));
	spread(draft, application, charges, nets, total);
}

/** Takes an amount off the given charges, never more than they cost. */
export function discountAmount(
	draft: OrderDraft,
	application: ApplicationDraft,
	charges: readonly Charge[],
	cents: number,
): void {
	const nets = charges.map(netOf);
	const most = add(...nets);
	const wanted = priced(draft, cents);
	const total = {
		shop: Math.min(wanted.shop, most.shop),
		presentment: Math.min(wanted.presentment, most.presentment),
	};
	spread(draft, application, charges, nets, total);
}

function spread(
	draft: OrderDraft,
	application: ApplicationDraft,
	charges: readonly Charge[],
	weights: readonly Amount[],
	total: Amount,
): void {
	draft.applications.push(application);
	allocateAmount(total, weights).forEach((amount, index) => {
		if (!isZero(amount)) charges[index].discounts.push({ application, amount });
	});
}
