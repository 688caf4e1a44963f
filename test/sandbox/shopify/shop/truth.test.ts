import { createShop } from '../../../../sandbox/shopify/shop/createShop.mts';
import { amountOf, minor } from './money.mts';

const shop = createShop({ seed: 11 });

describe("the merchant's own books", () => {
	it('agree with the API on every order', () => {
		shop.truth.orders.forEach((books, index) => {
			const order = shop.orders[index];
			expect(books.orderId).toBe(order.id);
			for (const [side, money] of [
				['shop', 'shopMoney'],
				['presentment', 'presentmentMoney'],
			] as const) {
				expect(BigInt(books.sold[side].total)).toBe(amountOf(order.totalPriceSet, money));
				expect(BigInt(books.current[side].total)).toBe(amountOf(order.currentTotalPriceSet, money));
				const all = books.entries.reduce((sum, entry) => sum + entry[side].total, 0);
				expect(BigInt(all)).toBe(amountOf(order.currentTotalPriceSet, money));
				const paid = books.tenders.reduce((sum, tender) => sum + tender[side], 0);
				expect(BigInt(paid)).toBe(amountOf(order.netPaymentSet, money));
			}
		});
	});

	it('add up by category', () => {
		for (const { entries, taxesIncluded, name } of shop.truth.orders) {
			for (const { shop: books } of entries) {
				const taxes = Object.values(books.tax).reduce(
					(sum, tax) => sum + tax,
					books.marketplaceTax,
				);
				const sum =
					books.sales +
					books.giftCardsSold -
					books.discounts +
					books.shipping -
					books.shippingDiscounts +
					books.tips +
					books.duties +
					books.fees +
					books.adjustments +
					(taxesIncluded ? 0 : taxes);
				expect([name, sum]).toEqual([name, books.total]);
			}
		}
	});

	it('say why each order is or is not a paid sale', () => {
		const states = new Set(shop.truth.orders.map(({ state }) => state));
		expect([...states].sort()).toEqual([
			'authorized',
			'cancelled',
			'paid',
			'partiallyPaid',
			'test',
			'unpaid',
			'voided',
		]);
	});

	it('carry the payouts', () => {
		expect(shop.truth.payouts).toHaveLength(shop.shopifyPaymentsAccount.payouts.length);
		for (const { net, charges, refunds, other, fees } of shop.truth.payouts) {
			expect(net).toBe(charges + refunds + other - fees);
		}
	});

	it('keep gift cards as a liability: balance is what was issued less what was used', () => {
		for (const { balance, initialValue, transactions } of shop.giftCards) {
			const moved = transactions.reduce((sum, { amount }) => sum + minor(amount), 0n);
			expect(minor(balance)).toBe(minor(initialValue) + moved);
		}
		expect(shop.giftCards.some(({ order }) => order !== null)).toBe(true);
		expect(shop.giftCards.some(({ order }) => order === null)).toBe(true);
	});

	it('count stock: on hand is available plus everything set aside', () => {
		for (const { inventoryLevels } of shop.inventoryItems) {
			for (const { quantities } of inventoryLevels) {
				const of = (name: string) => quantities.find((row) => row.name === name)!.quantity;
				const parts = [
					'available',
					'committed',
					'reserved',
					'damaged',
					'safety_stock',
					'quality_control',
				];
				expect(of('on_hand')).toBe(parts.reduce((sum, name) => sum + of(name), 0));
			}
		}
	});
});
