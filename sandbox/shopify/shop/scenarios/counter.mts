import { addTip } from '../cart.mts';
import { divideRounded, same } from '../money.mts';
import { refund } from '../refunds.mts';
import { pay, transaction } from '../tenders.mts';
import { atOnce, checkOut, due, fillCart, later, type Scenario, type Scene } from './scene.mts';

/** The customer at the counter: no shipping, taxes of the shop. */
function counter(scene: Scene): void {
	const { context, draft } = scene;
	draft.sourceName = 'pos';
	draft.location = context.locations[1];
	draft.fulfilled = true;
	draft.destination = context.market.home[0];
	fillCart(scene, 2);
}

/** What cash without pennies makes of a total. */
const toFiveCents = (total: number) => same(divideRounded(total, 5) * 5 - total);

/** Point of sale. */
export const pointOfSale: Scenario[] = [
	{
		name: 'POS card with tip',
		build(scene) {
			counter(scene);
			addTip(scene.context, scene.draft, 300);
			checkOut(scene);
			pay(scene.context, scene.draft, {
				gateway: 'shopify_payments',
				at: atOnce(scene),
				location: scene.context.locations[1],
			});
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
			const sale = pay(context, draft, {
				gateway: 'cash',
				at: atOnce(scene),
				presentment: note,
				location,
			});
			const change = same(note - total);
			transaction(
				context,
				draft,
				'CHANGE',
				change,
				{ gateway: 'cash', at: atOnce(scene) + 1000, location },
				sale,
			);
		},
	},
	{
		name: 'POS cash, rounded to five cents',
		build(scene) {
			const { context, draft } = scene;
			counter(scene);
			checkOut(scene);
			const rounding = toFiveCents(due(scene));
			pay(context, draft, {
				gateway: 'cash',
				at: atOnce(scene),
				rounding,
				location: context.locations[1],
			});
		},
	},
	{
		name: 'POS cash, refunded in cash',
		build(scene) {
			const { context, draft } = scene;
			counter(scene);
			checkOut(scene);
			const location = context.locations[1];
			const parent = pay(context, draft, {
				gateway: 'cash',
				at: atOnce(scene),
				rounding: toFiveCents(due(scene)),
				location,
			});
			const [line] = draft.lines;
			const record = refund(context, draft, {
				at: later(scene, 24),
				lines: [{ line, quantity: line.quantity }],
				to: [{ parent }],
				location,
			});
			const [row] = record.transactions;
			row.rounding = toFiveCents(row.amount.presentment);
		},
	},
];
