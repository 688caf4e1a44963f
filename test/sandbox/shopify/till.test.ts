import type { Order, ProductVariant, Shop } from '../../../sandbox/shopify/shop/model.mts';
import { createShop } from '../../../sandbox/shopify/shop/createShop.mts';
import { Till } from '../../../sandbox/shopify/stock/till.mts';

const AT = Date.parse('2026-11-24T10:00:00Z');

let shop: Shop;
let till: Till;
let shirt: ProductVariant;
let now: number;
beforeEach(() => {
	shop = createShop({ orders: 3 });
	now = AT;
	till = new Till(shop, { now: () => now });
	[shirt] = shop.productVariants;
});

const NAMES = ['available', 'committed', 'on_hand'];
const counts = (): number[] => NAMES.map((name) => till.stock(shirt, shop.locations[0], name));

function moved(happen: () => void): number[] {
	const before = counts();
	happen();
	return counts().map((count, index) => count - before[index]);
}

const sellTwo = (more: object = {}): Order =>
	till.sell({ lines: [{ variant: shirt, quantity: 2 }], ...more });

describe('a sale', () => {
	it('reserves its goods, and what is on hand stays until they leave', () => {
		let order!: Order;
		expect(moved(() => (order = sellTwo()))).toEqual([-2, 2, 0]);
		expect(moved(() => till.fulfil(order))).toEqual([0, -2, -2]);
		expect(moved(() => sellTwo({ fulfilled: true }))).toEqual([-2, 0, -2]);
	});
});
