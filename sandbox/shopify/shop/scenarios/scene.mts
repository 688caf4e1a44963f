import { outstanding } from '../balance.mts';
import { pay } from '../tenders.mts';
import { discountPercent } from '../discounts.mts';
import { HOUR, MINUTE, type Month } from '../calendar.mts';
import { addProduct, addShipping, taxCart } from '../cart.mts';
import type { Context } from '../context.mts';
import type { ApplicationDraft, LineDraft, OrderDraft } from '../draft.mts';
import type { Random } from '../random.mts';
import { place } from '../sales.mts';

/** One order of the month being made: what a scenario works with. */
export interface Scene {
	context: Context;
	draft: OrderDraft;
	random: Random;
	/** When the order is placed. */
	at: number;
}

export interface Scenario {
	/** A fixed moment instead of any time of the month. */
	when?(month: Month): number;
	name: string;
	build(scene: Scene): void;
}

/** A moment after the order, never later than the generated world's "now". */
export const later = ({ context, at }: Scene, hours: number): number =>
	Math.min(at + hours * HOUR, context.calendar.asOf - HOUR);

export const codeDiscount = (code: string, percentage: number): ApplicationDraft => ({
	typename: 'DiscountCodeApplication',
	label: code,
	targetType: 'LINE_ITEM',
	wholeCart: true,
	value: { percentage },
});

export const lineDiscount = (title: string, percentage: number): ApplicationDraft => ({
	typename: 'AutomaticDiscountApplication',
	label: title,
	targetType: 'LINE_ITEM',
	wholeCart: false,
	value: { percentage },
});

export const shippingDiscount = (label: string): ApplicationDraft => ({
	typename: 'DiscountCodeApplication',
	label,
	targetType: 'SHIPPING_LINE',
	wholeCart: false,
	value: { percentage: 100 },
});

/** One to four different variants. */
export function fillCart(
	scene: Scene,
	lines = scene.random.weighted([
		[1, 5],
		[2, 3],
		[3, 2],
		[4, 1],
	]),
): LineDraft[] {
	const { context, draft, random } = scene;
	const chosen = new Set<number>();
	while (chosen.size < lines) chosen.add(random.int(0, context.catalogue.forSale.length - 1));
	return [...chosen].map((index) =>
		addProduct(
			context,
			draft,
			context.catalogue.forSale[index],
			random.weighted([
				[1, 7],
				[2, 2],
				[3, 1],
			]),
		),
	);
}

export function ship(scene: Scene): void {
	const { context, draft, random } = scene;
	if (!draft.lines.some(({ requiresShipping }) => requiresShipping)) return;
	const [title, cents] = random.pick([
		['Standard', 595],
		['Express', 1450],
		['Economy', 395],
	] as const);
	addShipping(context, draft, title, cents);
}

/** Taxes the cart and places the order. */
export function checkOut({ context, draft }: Scene): void {
	taxCart(draft);
	place(context.ids, draft);
}

/** A usual cart, ready to be paid. */
export function placeUsualOrder(scene: Scene, lines?: number): LineDraft[] {
	const made = fillCart(scene, lines);
	ship(scene);
	checkOut(scene);
	return made;
}

/** The moment the card is charged: right after the order. */
export const atOnce = ({ at }: Scene): number => at + MINUTE / 4;

export function maybeDiscount(scene: Scene): void {
	const { draft, random } = scene;
	if (!random.chance(25)) return;
	const percentage = random.pick([5, 10, 12.5, 15, 20]);
	discountPercent(draft, codeDiscount(`SAVE${percentage}`, percentage), draft.lines, percentage);
}

/** What the customer still owes, in their currency. */
export const due = (scene: Scene): number => outstanding(scene.draft).presentment;

/** Charges the card with what is still owed. */
export function payRest(scene: Scene): void {
	pay(scene.context, scene.draft, { gateway: 'shopify_payments', at: atOnce(scene) });
}
