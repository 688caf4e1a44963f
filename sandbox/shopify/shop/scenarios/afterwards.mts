import { addProduct } from '../cart.mts';
import { outstanding } from '../balance.mts';
import { editAdd, editDiscount, editRemove, editRemoveShipping, payBack } from '../edits.mts';
import type { TransactionDraft } from '../draft.mts';
import { divideRounded, same } from '../money.mts';
import { refund, refundAll } from '../refunds.mts';
import { returnGoods } from '../returns.mts';
import { pay } from '../tenders.mts';
import { atOnce, later, placeUsualOrder, type Scenario, type Scene } from './scene.mts';

/** A usual paid order of some lines, the first bought three times. */
function bought(scene: Scene, gateway = 'shopify_payments'): TransactionDraft {
	const { context, draft } = scene;
	addProduct(context, draft, context.catalogue.forSale[scene.random.int(0, 15)], 3);
	placeUsualOrder(scene, 2);
	return pay(context, draft, { gateway, at: atOnce(scene) });
}

const afterwards = (
	name: string,
	happen: (scene: Scene, parent: TransactionDraft) => void,
	gateway?: string,
): Scenario => ({ name, build: (scene) => happen(scene, bought(scene, gateway)) });

const cheapest = ({ context }: Scene) => context.catalogue.forSale.find(({ sku }) => sku === 'CARD-GRT')!;

const refunds: Scenario[] = [
	afterwards('Refund in full', ({ context, draft, ...scene }, parent) => {
		refundAll(context, draft, { at: later({ context, draft, ...scene }, 48), to: [{ parent }] });
	}),
	afterwards('Refund of one unit', (scene, parent) => {
		const [line] = scene.draft.lines;
		refund(scene.context, scene.draft, { at: later(scene, 40), lines: [{ line, quantity: 1 }], to: [{ parent }] });
	}),
	afterwards('Two refunds, unit by unit', (scene, parent) => {
		const [line] = scene.draft.lines;
		for (const hours of [30, 90]) {
			refund(scene.context, scene.draft, { at: later(scene, hours), lines: [{ line, quantity: 1, restock: 'NO_RESTOCK' }], to: [{ parent }] });
		}
	}),
	afterwards('Refund of the shipping only', (scene, parent) => {
		const shipping = scene.draft.shipping.map((line) => ({ line }));
		refund(scene.context, scene.draft, { at: later(scene, 26), shipping, to: [{ parent }], note: 'Late' });
	}),
	afterwards('Refund of a part of the shipping', (scene, parent) => {
		const shipping = scene.draft.shipping.map((line) => ({ line, net: 200 }));
		refund(scene.context, scene.draft, { at: later(scene, 26), shipping, to: [{ parent }] });
	}),
	afterwards('Goodwill refund without lines', (scene, parent) => {
		refund(scene.context, scene.draft, { at: later(scene, 60), presentment: 500, to: [{ parent }], note: "Sorry: it's scratched" });
	}, 'paypal'),
	afterwards('Refund less a restocking deduction', (scene, parent) => {
		const [line] = scene.draft.lines;
		const { shop } = line.unit;
		refund(scene.context, scene.draft, { at: later(scene, 50), lines: [{ line, quantity: 1 }], presentment: divideRounded(shop, 2), reason: 'RESTOCK', to: [{ parent }] });
	}),
	afterwards('Refund pending', (scene, parent) => {
		const [line] = scene.draft.lines;
		refund(scene.context, scene.draft, { at: later(scene, 72), lines: [{ line, quantity: 2 }], to: [{ parent }], status: 'PENDING' });
	}),
	afterwards('Refund to a new gift card', (scene, parent) => {
		const { context, draft } = scene;
		const at = later(scene, 48);
		const lines = [{ line: draft.lines[0], quantity: 3 }];
		const record = refund(context, draft, { at, lines, to: [{ parent, gateway: 'gift_card' }] });
		const [row] = record.transactions;
		const card = context.giftCards.issue(row.amount.shop, at, draft.customer, `Refund of #${draft.number}`);
		row.receipt = { gift_card_id: Number(card.id.slice(card.id.lastIndexOf('/') + 1)), gift_card_last_characters: card.lastCharacters };
	}),
	afterwards('Refund to store credit', (scene, parent) => {
		const { context, draft } = scene;
		draft.customer ??= context.customers[3];
		const at = later(scene, 48);
		const lines = [{ line: draft.lines[0], quantity: 1 }];
		const record = refund(context, draft, { at, lines, to: [{ parent, gateway: 'shopify_store_credit' }] });
		context.storeCredit.move(draft.customer, record.transactions[0].amount.shop, at);
	}),
	{
		name: 'Refund in the next month',
		when: (calendar) => calendar.at(calendar.days, 18, 30),
		build(scene) {
			const parent = bought(scene);
			refundAll(scene.context, scene.draft, { at: scene.context.calendar.end + 9 * 3_600_000, to: [{ parent }] });
		},
	},
];

const edits: Scenario[] = [
	afterwards('Edited: item added and paid', (scene) => {
		const { context, draft } = scene;
		editAdd(context, draft, [addProduct(context, draft, cheapest(scene), 2)], later(scene, 3));
		pay(context, draft, { gateway: 'shopify_payments', at: later(scene, 5) });
	}),
	afterwards('Edited: item added, not yet paid', (scene) => {
		const { context, draft } = scene;
		editAdd(context, draft, [addProduct(context, draft, cheapest(scene), 1)], later(scene, 4));
	}),
	afterwards('Edited: units removed and refunded', (scene, parent) => {
		const { context, draft } = scene;
		editRemove(context, draft, draft.lines[0], 1, later(scene, 6));
		payBack(context, draft, parent, -outstanding(draft).presentment, later(scene, 7));
	}),
	afterwards('Edited: whole line removed, money still owed', (scene) => {
		const { context, draft } = scene;
		editRemove(context, draft, draft.lines[1], draft.lines[1].quantity, later(scene, 6));
	}),
	afterwards('Edited: shipping removed and refunded', (scene, parent) => {
		const { context, draft } = scene;
		for (const line of draft.shipping) editRemoveShipping(context, draft, line, later(scene, 2));
		const owed = -outstanding(draft).presentment;
		if (owed > 0) payBack(context, draft, parent, owed, later(scene, 3));
	}),
	{
		name: 'Edited: discount before payment',
		build(scene) {
			const { context, draft } = scene;
			const [line] = placeUsualOrder(scene, 2);
			const application = { typename: 'ManualDiscountApplication', label: 'Price match', targetType: 'LINE_ITEM', wholeCart: false, value: { percentage: 20 } } as const;
			editDiscount(context, draft, line, application, 20, later(scene, 1));
			pay(context, draft, { gateway: 'paypal', at: later(scene, 2) });
		},
	},
];

const returns: Scenario[] = [
	afterwards('Exchange for something cheaper', (scene, parent) => {
		const { context, draft } = scene;
		const lines = [{ line: draft.lines[0], quantity: 1 }];
		const exchange = [addProduct(context, draft, cheapest(scene), 1)];
		returnGoods(context, draft, { at: later(scene, 96), lines, exchange, parent });
	}),
	afterwards('Exchange for something dearer', (scene, parent) => {
		const { context, draft } = scene;
		const dearer = context.catalogue.forSale.find(({ sku }) => sku === 'KNIFE-8')!;
		const lines = [{ line: draft.lines[0], quantity: 1 }];
		returnGoods(context, draft, { at: later(scene, 96), lines, exchange: [addProduct(context, draft, dearer, 2)], parent });
		pay(context, draft, { gateway: 'shopify_payments', at: later(scene, 97) });
	}),
	afterwards('Return with a restocking fee', (scene, parent) => {
		const { context, draft } = scene;
		const [line] = draft.lines;
		const restockingFee = { amount: same(divideRounded(line.unit.shop, 10)), percentage: 10 };
		returnGoods(context, draft, { at: later(scene, 80), lines: [{ line, quantity: 1 }], restockingFee, parent });
	}),
];

/** What happens to an order after it was paid. */
export const laterEvents: Scenario[] = [...refunds, ...edits, ...returns];
