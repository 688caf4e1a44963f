import { addProduct, addTip } from '../cart.mts';
import { cancelPaid, cancelUnpaid } from '../cancel.mts';
import { outstanding } from '../balance.mts';
import { DAY, MINUTE } from '../calendar.mts';
import { divideRounded, same } from '../money.mts';
import { authorize, pay, transaction } from '../tenders.mts';
import { atOnce, checkOut, fillCart, later, placeUsualOrder, ship, type Scenario, type Scene } from './scene.mts';

/** The customer at the counter: no shipping, taxes of the shop. */
function counter(scene: Scene): void {
	const { context, draft } = scene;
	draft.sourceName = 'pos';
	draft.location = context.locations[1];
	draft.destination = context.market.home[0];
	fillCart(scene, 2);
}

const due = (scene: Scene): number => outstanding(scene.draft).presentment;

function payRest(scene: Scene): void {
	pay(scene.context, scene.draft, { gateway: 'shopify_payments', at: atOnce(scene) });
}

/** How money comes in, or does not. */
export const tenders: Scenario[] = [
	{
		name: 'Gift card sold',
		build(scene) {
			const { context, draft, at } = scene;
			const [card] = context.catalogue.giftCards;
			const line = addProduct(context, draft, card, 1);
			if (scene.random.chance(50)) {
				fillCart(scene, 1);
				ship(scene);
			}
			checkOut(scene);
			payRest(scene);
			draft.giftCardsSold.push({ card: context.giftCards.issue(line.unit.shop, at + MINUTE, draft.customer), lineId: line.id });
		},
	},
	{
		name: 'Gift card and credit card',
		build(scene) {
			const { context, draft, at } = scene;
			placeUsualOrder(scene, 3);
			const { giftCards, calendar } = context;
			const card = giftCards.withBalance(1) ?? giftCards.issue(2500, calendar.start - 20 * DAY, draft.customer);
			const amount = Math.min(giftCards.balanceOf(card), due(scene));
			const receipt = giftCards.move(card, -amount, at);
			pay(context, draft, { gateway: 'gift_card', at: atOnce(scene), presentment: amount, receipt });
			if (due(scene) > 0) payRest(scene);
		},
	},
	{
		name: 'Gift card pays all',
		build(scene) {
			const { context, draft, at } = scene;
			placeUsualOrder(scene, 1);
			const amount = due(scene);
			const card = context.giftCards.issue(amount + 1000, context.calendar.start - 9 * DAY, draft.customer, 'Goodwill for a late parcel');
			const receipt = context.giftCards.move(card, -amount, at);
			pay(context, draft, { gateway: 'gift_card', at: atOnce(scene), receipt });
		},
	},
	{
		name: 'Store credit and card',
		build(scene) {
			const { context, draft, at } = scene;
			draft.customer ??= context.customers[1];
			placeUsualOrder(scene, 3);
			const amount = Math.min(1500, due(scene));
			context.storeCredit.move(draft.customer, amount + 500, context.calendar.start - DAY);
			context.storeCredit.move(draft.customer, -amount, at);
			pay(context, draft, { gateway: 'shopify_store_credit', at: atOnce(scene), presentment: amount });
			if (due(scene) > 0) payRest(scene);
		},
	},
	{
		name: 'Shop Cash and card',
		build(scene) {
			placeUsualOrder(scene, 3);
			pay(scene.context, scene.draft, { gateway: 'shop_cash', at: atOnce(scene), presentment: Math.min(500, due(scene)) });
			if (due(scene) > 0) payRest(scene);
		},
	},
	{
		name: 'Two cards',
		build(scene) {
			placeUsualOrder(scene, 3);
			pay(scene.context, scene.draft, { gateway: 'shopify_payments', at: atOnce(scene), presentment: divideRounded(due(scene), 3) });
			pay(scene.context, scene.draft, { gateway: 'paypal', at: atOnce(scene) + 1000 });
		},
	},
	{
		name: 'Card declined, then paid',
		build(scene) {
			placeUsualOrder(scene);
			pay(scene.context, scene.draft, { gateway: 'shopify_payments', at: scene.at + 1000, status: 'FAILURE' });
			payRest(scene);
		},
	},
	{
		name: 'Bank deposit, paid days later',
		build(scene) {
			placeUsualOrder(scene);
			const waiting = pay(scene.context, scene.draft, { gateway: 'Bank Deposit', at: atOnce(scene), status: 'PENDING' });
			pay(scene.context, scene.draft, { gateway: 'Bank Deposit', at: later(scene, 50) });
			scene.draft.transactions[1].parent = waiting;
		},
	},
	{
		name: 'Bank deposit, not paid',
		build(scene) {
			placeUsualOrder(scene);
			pay(scene.context, scene.draft, { gateway: 'Bank Deposit', at: atOnce(scene), status: 'PENDING' });
		},
	},
	{
		name: 'Deposit paid, rest open',
		build(scene) {
			placeUsualOrder(scene, 2);
			pay(scene.context, scene.draft, { gateway: 'manual', at: atOnce(scene), presentment: divideRounded(due(scene), 2) });
		},
	},
	{
		name: 'Authorised only',
		build(scene) {
			placeUsualOrder(scene);
			authorize(scene.context, scene.draft, { gateway: 'shopify_payments', at: atOnce(scene) });
		},
	},
	{
		name: 'Authorised, then voided and cancelled',
		build(scene) {
			placeUsualOrder(scene);
			authorize(scene.context, scene.draft, { gateway: 'shopify_payments', at: atOnce(scene) });
			cancelUnpaid(scene.context, scene.draft, later(scene, 20), 'FRAUD');
		},
	},
	{
		name: 'Cancelled before payment',
		build(scene) {
			placeUsualOrder(scene, 2);
			cancelUnpaid(scene.context, scene.draft, later(scene, 30), 'INVENTORY');
		},
	},
	{
		name: 'Cancelled after payment',
		build(scene) {
			placeUsualOrder(scene, 2);
			const sale = pay(scene.context, scene.draft, { gateway: 'shopify_payments', at: atOnce(scene) });
			cancelPaid(scene.context, scene.draft, sale, later(scene, 5));
		},
	},
	{
		name: 'POS card with tip',
		build(scene) {
			counter(scene);
			addTip(scene.context, scene.draft, 300);
			checkOut(scene);
			pay(scene.context, scene.draft, { gateway: 'shopify_payments', at: atOnce(scene), location: scene.context.locations[1] });
		},
	},
	{
		name: 'POS cash with change',
		build(scene) {
			const { context, draft } = scene;
			counter(scene);
			checkOut(scene);
			const total = due(scene);
			const note = Math.ceil(total / 2000) * 2000 + 2000;
			const location = context.locations[1];
			const sale = pay(context, draft, { gateway: 'cash', at: atOnce(scene), presentment: note, location });
			const change = same(note - total);
			transaction(context, draft, 'CHANGE', change, { gateway: 'cash', at: atOnce(scene) + 1000, location }, sale);
		},
	},
	{
		name: 'POS cash, rounded to five cents',
		build(scene) {
			const { context, draft } = scene;
			counter(scene);
			checkOut(scene);
			const total = due(scene);
			const rounding = same(divideRounded(total, 5) * 5 - total);
			pay(context, draft, { gateway: 'cash', at: atOnce(scene), rounding, location: context.locations[1] });
		},
	},
];
