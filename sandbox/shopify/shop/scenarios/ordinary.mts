import { pay } from '../tenders.mts';
import { atOnce, checkOut, fillCart, maybeDiscount, ship, type Scenario } from './scene.mts';

/** About 85 % of a month: a web order, paid at once, nothing special. */
export const ordinary: Scenario = {
	name: 'Ordinary paid order',
	build(scene) {
		const { context, draft, random } = scene;
		fillCart(scene);
		maybeDiscount(scene);
		ship(scene);
		checkOut(scene);
		const gateway = random.weighted([
			['shopify_payments', 17],
			['paypal', 3],
		]);
		pay(context, draft, { gateway, at: atOnce(scene), authorizeFirst: random.chance(10) });
	},
};
