import { cancelPaid, cancelUnpaid } from '../cancel.mts';
import { divideRounded } from '../money.mts';
import { authorize, pay } from '../tenders.mts';
import { atOnce, due, later, placeUsualOrder, type Scenario } from './scene.mts';

/** Orders that are not paid, not yet, or not any more. */
export const unpaid: Scenario[] = [
	{
		name: 'Bank deposit, paid days later',
		build(scene) {
			placeUsualOrder(scene);
			const waiting = pay(scene.context, scene.draft, {
				gateway: 'Bank Deposit',
				at: atOnce(scene),
				status: 'PENDING',
			});
			pay(scene.context, scene.draft, { gateway: 'Bank Deposit', at: later(scene, 50) });
			scene.draft.transactions[1].parent = waiting;
		},
	},
	{
		name: 'Bank deposit, not paid',
		build(scene) {
			placeUsualOrder(scene);
			pay(scene.context, scene.draft, {
				gateway: 'Bank Deposit',
				at: atOnce(scene),
				status: 'PENDING',
			});
		},
	},
	{
		name: 'Placed by an app, no payment yet',
		build(scene) {
			scene.draft.sourceName = '1608003';
			placeUsualOrder(scene);
		},
	},
	{
		name: 'Deposit paid, rest open',
		build(scene) {
			placeUsualOrder(scene, 2);
			pay(scene.context, scene.draft, {
				gateway: 'manual',
				at: atOnce(scene),
				presentment: divideRounded(due(scene), 2),
			});
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
			const sale = pay(scene.context, scene.draft, {
				gateway: 'shopify_payments',
				at: atOnce(scene),
			});
			cancelPaid(scene.context, scene.draft, sale, later(scene, 5));
		},
	},
];
