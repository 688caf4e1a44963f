import type { Order, ProductVariant, Shop } from '../../../../sandbox/shopify/shop/model.mts';
import { createShop } from '../../../../sandbox/shopify/shop/createShop.mts';
import { createStockShop } from '../../../../sandbox/shopify/stock/stockShop.mts';
import { Till } from '../../../../sandbox/shopify/stock/till.mts';
import { flat } from '../shop/flat.mts';
import { brokenIdentities } from '../shop/identities.mts';
import { readSchema, SchemaCheck } from '../shop/schemaCheck.mts';

let shop: Shop;
let till: Till;
let shirt: ProductVariant;
let now: number;
beforeEach(() => {
	shop = createShop({ orders: 3 });
	now = Date.parse('2026-11-24T10:00:00Z');
	till = new Till(shop, { now: () => now });
	[shirt] = shop.productVariants;
});

const counts = (): number[] =>
	['available', 'committed', 'on_hand'].map((name) => till.stock(shirt, shop.locations[0], name));

/** By how much available, committed and on hand moved. */
function moved(happen: () => unknown): number[] {
	const before = counts();
	happen();
	return counts().map((count, index) => count - before[index]);
}

const sellTwo = (more: object = {}): Order =>
	till.sell({ lines: [{ variant: shirt, quantity: 2 }], ...more });

describe('what moves the stock', () => {
	it('a sale reserves its goods; what is on hand stays until they leave', () => {
		let order!: Order;
		expect(moved(() => (order = sellTwo()))).toEqual([-2, 2, 0]);
		expect(order.displayFulfillmentStatus).toBe('UNFULFILLED');
		expect(moved(() => till.fulfil(order))).toEqual([0, -2, -2]);
		expect(order.displayFulfillmentStatus).toBe('FULFILLED');
		expect(moved(() => sellTwo({ fulfilled: true }))).toEqual([-2, 0, -2]);
	});

	it('a refund: returned, cancelled, or lost', () => {
		const back = [{ line: 0, quantity: 1 }];
		const left = sellTwo({ fulfilled: true });
		expect(moved(() => till.refund(left, back, 'RETURN'))).toEqual([1, 0, 1]);
		expect(moved(() => till.refund(left, back, 'NO_RESTOCK'))).toEqual([0, 0, 0]);
		const waiting = sellTwo();
		expect(moved(() => till.refund(waiting, back, 'CANCEL'))).toEqual([1, -1, 0]);
		expect(moved(() => till.refund(waiting, undefined, 'NO_RESTOCK'))).toEqual([0, -1, -1]);
		expect(() => till.refund(left, back, 'RETURN')).toThrow('has no 1 of');
		expect(() => till.refund(sellTwo(), back, 'RETURN')).toThrow('has not left');
	});

	it('a cancellation, restocked or not', () => {
		const [restocked, lost] = [sellTwo(), sellTwo({ paid: false })];
		expect(moved(() => till.cancel(restocked))).toEqual([2, -2, 0]);
		expect(moved(() => till.cancel(lost, false))).toEqual([0, -2, -2]);
		expect(restocked).toMatchObject({
			displayFinancialStatus: 'REFUNDED',
			cancelReason: 'CUSTOMER',
		});
		expect(lost.refunds[0].transactions).toEqual([]);
		expect(() => till.cancel(sellTwo({ fulfilled: true }))).toThrow('cannot be cancelled');
	});

	it('an edit up and down', () => {
		const order = sellTwo();
		expect(moved(() => till.edit(order, { line: 0, quantity: 3 }))).toEqual([-3, 3, 0]);
		expect(moved(() => till.edit(order, { line: 0, quantity: -1 }))).toEqual([1, -1, 0]);
		const lost = { line: 0, quantity: -1, restock: false };
		expect(moved(() => till.edit(order, lost))).toEqual([0, -1, -1]);
		expect(order.edited).toBe(true);
		expect(
			order.lineItems.map(({ quantity, currentQuantity }) => [quantity, currentQuantity]),
		).toEqual([
			[2, 0],
			[3, 3],
		]);
	});

	it('the merchant, and nothing where stock is not tracked', () => {
		const [main, second] = shop.locations;
		expect(moved(() => till.receive(shirt, main, 7))).toEqual([7, 0, 7]);
		expect(moved(() => till.move(shirt, main, second, 2))).toEqual([-2, 0, -2]);
		till.count(shirt, main, -4);
		expect(till.stock(shirt, main)).toBe(-4);
		const swatch = shop.productVariants.find(({ inventoryItem }) => !inventoryItem.tracked)!;
		const before = flat(swatch.inventoryItem.inventoryLevels[0].quantities);
		till.sell({ lines: [{ variant: swatch, quantity: 1 }] });
		expect(flat(swatch.inventoryItem.inventoryLevels[0].quantities)).toBe(before);
	});
});

describe('what follows', () => {
	it('totals of variant and product, and the moments of order and level', () => {
		const before = [shirt.inventoryQuantity, shirt.product.totalInventory].map(Number);
		const order = sellTwo();
		expect([shirt.inventoryQuantity, shirt.product.totalInventory]).toEqual(
			before.map((count) => count - 2),
		);
		const [level] = shirt.inventoryItem.inventoryLevels;
		expect([order.createdAt, order.updatedAt, level.updatedAt]).toEqual(
			Array(3).fill('2026-11-24T10:00:00Z'),
		);
		now += 90_000;
		till.fulfil(order);
		expect([order.createdAt, order.updatedAt, level.updatedAt]).toEqual([
			'2026-11-24T10:00:00Z',
			'2026-11-24T10:01:30Z',
			'2026-11-24T10:01:30Z',
		]);
	});

	it('sells a bundle as its components', () => {
		const products = [
			{ title: 'Cup', sku: 'CUP', stock: [10] },
			{ title: 'Tea', sku: 'TEA', stock: [20] },
			{
				title: 'Set',
				sku: 'SET',
				bundleOf: [
					{ sku: 'CUP', quantity: 1 },
					{ sku: 'TEA', quantity: 3 },
				],
			},
		];
		const set = createStockShop({ products });
		const own = new Till(set, { now: () => now });
		const order = own.sell({ lines: [{ variant: 'SET', quantity: 2 }] });
		expect(order.lineItems.map(({ sku, quantity }) => [sku, quantity])).toEqual([
			['CUP', 2],
			['TEA', 6],
		]);
		expect(order.lineItems[1].lineItemGroup).toMatchObject({ variantSku: 'SET', quantity: 2 });
		expect([own.stock('CUP', set.locations[0]), own.stock('TEA', set.locations[0])]).toEqual([
			8, 14,
		]);
	});
});

describe('the orders it makes', () => {
	function manyOrders(): Order[] {
		const lines = shop.productVariants.slice(0, 3).map((variant) => ({ variant, quantity: 2 }));
		const orders = Array.from({ length: 8 }, (_, index) =>
			till.sell({ lines, shipping: 595, paid: index !== 5, fulfilled: index > 5 }),
		);
		till.refund(orders[1], [{ line: 1, quantity: 1 }], 'CANCEL');
		till.refund(orders[1], [{ line: 2, quantity: 2 }], 'NO_RESTOCK');
		till.cancel(orders[2]);
		till.edit(orders[3], { line: 0, quantity: 1 });
		till.edit(orders[4], { line: 0, quantity: -1 });
		till.pay(orders[5]);
		till.refund(orders[6], undefined, 'RETURN');
		return orders;
	}

	it('keep the identities of generated ones, and the schema', () => {
		const orders = manyOrders();
		expect(orders.flatMap(brokenIdentities)).toEqual([]);
		const check = new SchemaCheck(readSchema());
		for (const order of shop.orders) check.check(order, 'Order');
		expect([...check.problems]).toEqual([]);
		expect(orders.map(({ displayFinancialStatus }) => displayFinancialStatus)).toEqual(
			[
				'PAID',
				'PARTIALLY_REFUNDED',
				'REFUNDED',
				'PARTIALLY_PAID',
				'PAID',
				'PAID',
				'PARTIALLY_REFUNDED',
			].concat('PAID'),
		);
	});

	it.each([
		['pending', 'PENDING', ['SALE PENDING', 'SALE SUCCESS'], []],
		['authorized', 'AUTHORIZED', ['AUTHORIZATION SUCCESS', 'CAPTURE SUCCESS'], ['VOID']],
		['partly', 'PARTIALLY_PAID', ['SALE SUCCESS', 'SALE SUCCESS'], ['REFUND']],
		['nothing', null, ['SALE SUCCESS'], []],
	] as const)('that are not wholly paid: %s', (paid, status, afterPayment, afterCancellation) => {
		const [order, other] = [sellTwo({ paid }), sellTwo({ paid })];
		expect([order.displayFinancialStatus, order.test]).toEqual([status, false]);
		till.pay(order);
		expect(order.displayFinancialStatus).toBe('PAID');
		expect(order.transactions.map((row) => `${row.kind} ${row.status}`)).toEqual(afterPayment);
		till.cancel(other);
		expect(other.refunds[0].transactions.map(({ kind }) => kind)).toEqual(afterCancellation);
		expect([order, other].flatMap(brokenIdentities)).toEqual([]);
	});

	it('may be test orders, which move the stock too', () => {
		expect(moved(() => expect(sellTwo({ test: true }).test).toBe(true))).toEqual([-2, 2, 0]);
	});

	it('stay the same objects through all that happens to them', () => {
		const order = sellTwo();
		const [line] = order.lineItems;
		const [payment] = order.transactions;
		expect(till.refund(order, [{ line: 0, quantity: 1 }], 'CANCEL')).toBe(order);
		expect(order.lineItems[0]).toBe(line);
		expect(line.currentQuantity).toBe(1);
		expect(order.refunds[0].refundLineItems[0].lineItem).toBe(line);
		expect(order.refunds[0].transactions[0]).toMatchObject({ order, parentTransaction: payment });
		expect(shop.orders.filter(({ id }) => id === order.id)).toEqual([order]);
	});

	it('are the same from the same seed, and leave the generated shop alone', () => {
		const other = createShop({ orders: 3 });
		const untouched = flat(other.orders.slice(0, 3).map(({ name, id }) => [name, id]));
		manyOrders();
		const again = new Till(other, { now: () => now });
		const lines = other.productVariants.slice(0, 3).map((variant) => ({ variant, quantity: 2 }));
		const order = again.sell({ lines, shipping: 595 });
		const { id, name, totalPriceSet } = shop.orders[3];
		expect([order.id, order.name, order.totalPriceSet]).toEqual([id, name, totalPriceSet]);
		expect(flat(other.orders.slice(0, 3).map((one) => [one.name, one.id]))).toBe(untouched);
	});
});
