import { discountAmount, discountPercent } from '../discounts.mts';
import { addCustomItem, addFee, addProduct, addShipping, addTip } from '../cart.mts';
import { pay } from '../tenders.mts';
import {
	atOnce,
	checkOut,
	codeDiscount,
	fillCart,
	lineDiscount,
	ship,
	shippingDiscount,
	type Scenario,
	type Scene,
} from './scene.mts';

/** Places the cart as it is and charges the card. */
function buy(scene: Scene): void {
	checkOut(scene);
	pay(scene.context, scene.draft, { gateway: 'shopify_payments', at: atOnce(scene) });
}

const scenario = (name: string, fill: (scene: Scene) => void): Scenario => ({
	name,
	build(scene) {
		fill(scene);
		buy(scene);
	},
});

/** What can be in a cart: discounts of every kind, odd items, tips, fees. */
export const carts: Scenario[] = [
	scenario('Automatic line discount and order code', (scene) => {
		const lines = fillCart(scene, 4);
		discountPercent(
			scene.draft,
			lineDiscount("Buy 2, save: 'Kitchen' week", 15),
			lines.slice(0, 2),
			15,
		);
		discountPercent(scene.draft, codeDiscount('WELCOME10', 10), lines, 10);
		ship(scene);
	}),
	scenario('Two codes, one a fixed amount', (scene) => {
		const lines = fillCart(scene, 3);
		discountPercent(scene.draft, codeDiscount('AUTUMN7', 7), lines, 7);
		const fixed = { ...codeDiscount('TENOFF', 0), value: { amount: 1000 } };
		discountAmount(scene.draft, fixed, lines, 1000);
		ship(scene);
	}),
	scenario('Free shipping code', (scene) => {
		fillCart(scene, 2);
		const line = addShipping(scene.context, scene.draft, 'Express', 1450);
		discountPercent(scene.draft, shippingDiscount('FREESHIP'), [line], 100);
	}),
	scenario('Free shipping rate', (scene) => {
		fillCart(scene, 3);
		addShipping(scene.context, scene.draft, 'Free shipping', 0);
	}),
	scenario('Manual discount on a draft order', (scene) => {
		scene.draft.sourceName = 'shopify_draft_order';
		const lines = fillCart(scene, 3);
		const manual = {
			...codeDiscount('Loyal customer: "thank you"', 0),
			typename: 'ManualDiscountApplication',
			value: { amount: 1234 },
		} as const;
		discountAmount(scene.draft, manual, lines, 1234);
		ship(scene);
	}),
	{
		name: 'Free order',
		build(scene) {
			const lines = fillCart(scene, 2);
			const shipping = addShipping(scene.context, scene.draft, 'Standard', 595);
			discountPercent(scene.draft, codeDiscount('PRESS100', 100), lines, 100);
			discountPercent(scene.draft, shippingDiscount('PRESS-SHIP'), [shipping], 100);
			checkOut(scene);
		},
	},
	scenario('More than 100 lines', (scene) => {
		const { context, draft, random } = scene;
		const { forSale } = context.catalogue;
		for (let index = 0; index < 120; index++) {
			addProduct(context, draft, forSale[index % forSale.length], random.int(1, 3));
		}
		discountPercent(draft, codeDiscount('BULK3', 3), draft.lines, 3);
		ship(scene);
	}),
	scenario('Custom item and deleted product', (scene) => {
		const { context, draft } = scene;
		addCustomItem(context, draft, 'Engraving: "für Oma", 2 lines', 1500);
		addProduct(context, draft, context.catalogue.deleted, 1, true);
		ship(scene);
	}),
	scenario('Subscription', (scene) => {
		const [line] = fillCart(scene, 1);
		line.sellingPlan = 'Deliver every month, save 10%';
		discountPercent(scene.draft, lineDiscount('Subscribe & save', 10), [line], 10);
		scene.draft.sourceName = 'subscription_contract';
		ship(scene);
	}),
	scenario('Services only, nothing to ship', (scene) => {
		const { context, draft } = scene;
		const services = context.catalogue.forSale.filter(
			({ inventoryItem }) => !inventoryItem.requiresShipping,
		);
		for (const service of services) addProduct(context, draft, service, 1);
	}),
	scenario('Tip', (scene) => {
		fillCart(scene, 2);
		addTip(scene.context, scene.draft, 750);
		ship(scene);
	}),
	scenario('Additional fee', (scene) => {
		fillCart(scene, 2);
		addFee(scene.context, scene.draft, 'Packaging levy', 199);
		ship(scene);
	}),
	scenario('One cent item', (scene) => {
		const { context, draft } = scene;
		const { forSale, price } = context.catalogue;
		const swatch = forSale.find((variant) => price.get(variant) === 1)!;
		addProduct(context, draft, swatch, 7);
		addShipping(context, draft, 'Letter', 100);
	}),
];
