import { divideRounded } from '../money.mts';
import { refund, refundAll } from '../refunds.mts';
import { afterwards, bought } from './bought.mts';
import { later, type Scenario } from './scene.mts';

/** Money that goes back, with and without goods. */
export const refunds: Scenario[] = [
	afterwards('Refund in full', ({ context, draft, ...scene }, parent) => {
		refundAll(context, draft, { at: later({ context, draft, ...scene }, 48), to: [{ parent }] });
	}),
	afterwards('Refund of one unit', (scene, parent) => {
		const [line] = scene.draft.lines;
		refund(scene.context, scene.draft, {
			at: later(scene, 40),
			lines: [{ line, quantity: 1 }],
			to: [{ parent }],
		});
	}),
	afterwards('Two refunds, unit by unit', (scene, parent) => {
		const [line] = scene.draft.lines;
		for (const hours of [30, 90]) {
			refund(scene.context, scene.draft, {
				at: later(scene, hours),
				lines: [{ line, quantity: 1, restock: 'NO_RESTOCK' }],
				to: [{ parent }],
			});
		}
	}),
	afterwards('Refund of the shipping only', (scene, parent) => {
		const shipping = scene.draft.shipping.map((line) => ({ line }));
		refund(scene.context, scene.draft, {
			at: later(scene, 26),
			shipping,
			to: [{ parent }],
			note: 'Late',
		});
	}),
	afterwards('Refund of a part of the shipping', (scene, parent) => {
		const shipping = scene.draft.shipping.map((line) => ({ line, net: 200 }));
		refund(scene.context, scene.draft, { at: later(scene, 26), shipping, to: [{ parent }] });
	}),
	afterwards(
		'Goodwill refund without lines',
		(scene, parent) => {
			refund(scene.context, scene.draft, {
				at: later(scene, 60),
				presentment: 500,
				to: [{ parent }],
				note: "Sorry: it's scratched",
			});
		},
		'paypal',
	),
	afterwards('Refund less a restocking deduction', (scene, parent) => {
		const [line] = scene.draft.lines;
		const { shop } = line.unit;
		refund(scene.context, scene.draft, {
			at: later(scene, 50),
			lines: [{ line, quantity: 1 }],
			presentment: divideRounded(shop, 2),
			reason: 'RESTOCK',
			to: [{ parent }],
		});
	}),
	afterwards('Refund pending', (scene, parent) => {
		const [line] = scene.draft.lines;
		refund(scene.context, scene.draft, {
			at: later(scene, 72),
			lines: [{ line, quantity: 2 }],
			to: [{ parent }],
			status: 'PENDING',
		});
	}),
	afterwards('Refund to a new gift card', (scene, parent) => {
		const { context, draft } = scene;
		const at = later(scene, 48);
		const lines = [{ line: draft.lines[0], quantity: 3 }];
		const record = refund(context, draft, { at, lines, to: [{ parent, gateway: 'gift_card' }] });
		const [row] = record.transactions;
		const card = context.giftCards.issue(
			row.amount.shop,
			at,
			draft.customer,
			`Refund of #${draft.number}`,
		);
		row.receipt = {
			gift_card_id: Number(card.id.slice(card.id.lastIndexOf('/') + 1)),
			gift_card_last_characters: card.lastCharacters,
		};
	}),
	afterwards('Refund to store credit', (scene, parent) => {
		const { context, draft } = scene;
		draft.customer ??= context.customers[3];
		const at = later(scene, 48);
		const lines = [{ line: draft.lines[0], quantity: 1 }];
		const record = refund(context, draft, {
			at,
			lines,
			to: [{ parent, gateway: 'shopify_store_credit' }],
		});
		context.storeCredit.move(draft.customer, record.transactions[0].amount.shop, at);
	}),
	{
		name: 'Refund in the next month',
		when: (month) => month.at(month.days, 18, 30),
		build(scene) {
			const parent = bought(scene);
			refundAll(scene.context, scene.draft, {
				at: scene.context.calendar.monthOf(scene.at).end + 9 * 3_600_000,
				to: [{ parent }],
			});
		},
	},
];
