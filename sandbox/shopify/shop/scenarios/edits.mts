import { addProduct } from '../cart.mts';
import { outstanding } from '../balance.mts';
import { editAdd, editDiscount, editRemove, editRemoveShipping, payBack } from '../edits.mts';
import { divideRounded, same } from '../money.mts';
import { returnGoods } from '../returns.mts';
import { pay } from '../tenders.mts';
import { afterwards, cheapest } from './bought.mts';
import { later, placeUsualOrder, type Scenario } from './scene.mts';

/** The merchant changes a placed order. */
export const edits: Scenario[] = [
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
			const application = {
				typename: 'ManualDiscountApplication',
				label: 'Price match',
				targetType: 'LINE_ITEM',
				wholeCart: false,
				value: { percentage: 20 },
			} as const;
			editDiscount(context, draft, line, application, 20, later(scene, 1));
			pay(context, draft, { gateway: 'paypal', at: later(scene, 2) });
		},
	},
];

/** Goods come back, others may go out. */
export const returns: Scenario[] = [
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
		returnGoods(context, draft, {
			at: later(scene, 96),
			lines,
			exchange: [addProduct(context, draft, dearer, 2)],
			parent,
		});
		pay(context, draft, { gateway: 'shopify_payments', at: later(scene, 97) });
	}),
	afterwards('Return with a restocking fee', (scene, parent) => {
		const { context, draft } = scene;
		const [line] = draft.lines;
		const restockingFee = { amount: same(divideRounded(line.unit.shop, 10)), percentage: 10 };
		returnGoods(context, draft, {
			at: later(scene, 80),
			lines: [{ line, quantity: 1 }],
			restockingFee,
			parent,
		});
	}),
];
