import { addProduct } from '../cart.mts';
import { DAY, MINUTE } from '../calendar.mts';
import { divideRounded } from '../money.mts';
import { refundAll } from '../refunds.mts';
import { pay } from '../tenders.mts';
import {
	atOnce,
	checkOut,
	due,
	fillCart,
	later,
	payRest,
	placeUsualOrder,
	ship,
	type Scenario,
} from './scene.mts';

/** How money comes in. */
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
			draft.giftCardsSold.push({
				card: context.giftCards.issue(line.unit.shop, at + MINUTE, draft.customer),
				lineId: line.id,
			});
		},
	},
	{
		name: 'Gift card and credit card',
		build(scene) {
			const { context, draft, at } = scene;
			placeUsualOrder(scene, 3);
			const { giftCards, calendar } = context;
			const card =
				giftCards.withBalance(1) ??
				giftCards.issue(2500, calendar.start - 20 * DAY, draft.customer);
			const amount = Math.min(giftCards.balanceOf(card), due(scene));
			const receipt = giftCards.move(card, -amount, at);
			pay(context, draft, {
				gateway: 'gift_card',
				at: atOnce(scene),
				presentment: amount,
				receipt,
			});
			if (due(scene) > 0) payRest(scene);
		},
	},
	{
		name: 'Gift card pays all',
		build(scene) {
			const { context, draft, at } = scene;
			placeUsualOrder(scene, 1);
			const amount = due(scene);
			const card = context.giftCards.issue(
				amount + 1000,
				context.calendar.start - 9 * DAY,
				draft.customer,
				'Goodwill for a late parcel',
			);
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
			pay(context, draft, {
				gateway: 'shopify_store_credit',
				at: atOnce(scene),
				presentment: amount,
			});
			if (due(scene) > 0) payRest(scene);
		},
	},
	{
		name: 'Shop Cash and card',
		build(scene) {
			placeUsualOrder(scene, 3);
			pay(scene.context, scene.draft, {
				gateway: 'shop_cash',
				at: atOnce(scene),
				presentment: Math.min(500, due(scene)),
			});
			if (due(scene) > 0) payRest(scene);
		},
	},
	{
		name: 'Two cards',
		build(scene) {
			placeUsualOrder(scene, 3);
			pay(scene.context, scene.draft, {
				gateway: 'shopify_payments',
				at: atOnce(scene),
				presentment: divideRounded(due(scene), 3),
			});
			pay(scene.context, scene.draft, { gateway: 'paypal', at: atOnce(scene) + 1000 });
		},
	},
	{
		name: 'Card declined, then paid',
		build(scene) {
			placeUsualOrder(scene);
			pay(scene.context, scene.draft, {
				gateway: 'shopify_payments',
				at: scene.at + 1000,
				status: 'FAILURE',
			});
			payRest(scene);
		},
	},
	{
		name: 'Gift card and credit card, refunded to both',
		build(scene) {
			const { context, draft, at } = scene;
			placeUsualOrder(scene, 3);
			const card = context.giftCards.issue(
				3000,
				context.calendar.start - 5 * DAY,
				draft.customer,
				'Prize',
			);
			const amount = Math.min(3000, due(scene));
			const receipt = context.giftCards.move(card, -amount, at);
			const first = pay(context, draft, {
				gateway: 'gift_card',
				at: atOnce(scene),
				presentment: amount,
				receipt,
			});
			const to = [{ parent: first, presentment: amount }];
			if (due(scene) > 0)
				to.push({
					parent: pay(context, draft, { gateway: 'shopify_payments', at: atOnce(scene) }),
					presentment: 0,
				});
			const back = refundAll(context, draft, { at: later(scene, 45), to });
			context.giftCards.move(card, back.transactions[0].amount.shop, back.at);
		},
	},
];
