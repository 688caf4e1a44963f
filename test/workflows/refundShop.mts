import { createShop } from '../../sandbox/shopify/shop/createShop.mts';
import { lastMonth, type Shop } from './merchant.mts';

/** Orders that were each given back in part, and one whose money is on its way. */
export function refundShop(): Shop {
	const scenarios = [
		...['Refund of one unit', 'Refund of the shipping only', 'Refund in full'],
		...['Return with a restocking fee', 'Refund pending'],
	];
	return createShop({ seed: 12, month: lastMonth(), orders: scenarios.length, scenarios });
}
