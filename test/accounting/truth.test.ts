import type { LineCategory, SalesReceiptDocument } from '../../nodes/accounting/documents';
import { orderToSalesReceipt } from '../../nodes/accounting/orderToSalesReceipt';
import { salesReceiptPolicy } from '../../nodes/accounting/policy';
import { knownOrders, type KnownOrder } from './sandboxShop.mts';

const policy = salesReceiptPolicy({
	paymentAccounts: [{ gateway: '*', account: { account: 'Clearing', type: 'Bank' } }],
});
const outcomeOf = ({ order }: KnownOrder) => orderToSalesReceipt(order, policy);

/** Both shops count in cents. */
const cents = (amount: string) => Number(amount.replace('.', ''));

const linesOf = (document: SalesReceiptDocument, category: LineCategory) =>
	document.lines
		.filter((line) => line.category === category)
		.reduce((sum, line) => sum + cents(line.amount), 0);

function booked(document: SalesReceiptDocument) {
	const sum = (category: LineCategory) => linesOf(document, category);
	return {
		/** What customers paid for goods, and for shipping, net of discounts; tax apart. */
		sales: sum('Product') + sum('Gift Card Sold') + sum('Discount'),
		shipping: sum('Shipping'),
		tips: sum('Tip'),
		duties: sum('Duty'),
		fees: sum('Additional Fee'),
		marketplaceTax: sum('Marketplace Tax'),
		tax: cents(document.taxTotal),
		total: cents(document.source.total),
		date: document.date,
	};
}

function expected({ truth }: KnownOrder) {
	const { shop } = truth.entries.find(({ kind }) => kind === 'ORDER') ?? truth.entries[0];
	return {
		sales: shop.sales + shop.giftCardsSold - shop.discounts,
		shipping: shop.shipping - shop.shippingDiscounts,
		tips: shop.tips,
		duties: shop.duties,
		fees: shop.fees,
		marketplaceTax: shop.marketplaceTax,
		tax: Object.values(shop.tax).reduce((sum, tax) => sum + tax, 0),
		total: shop.total,
		date: truth.date,
	};
}

describe.each([
	['prices without tax', { seed: 11, orders: 250, currency: 'USD' }],
	['prices with tax', { seed: 12, orders: 250, currency: 'GBP' }],
])('a month of sales, %s', (_name, options) => {
	const orders = knownOrders(options);
	const unchanged = orders.filter(({ changedLater }) => !changedLater);

	it('books every paid order and no other', () => {
		for (const known of unchanged) {
			const { kind } = outcomeOf(known);
			const { name, scenario, state } = known.truth;
			const wanted = state === 'paid' ? 'document' : 'skipped';
			expect([name, scenario, state, kind]).toEqual([name, scenario, state, wanted]);
		}
	});

	it("agrees with the merchant's own books, category by category", () => {
		for (const known of unchanged) {
			const outcome = outcomeOf(known);
			if (outcome.kind !== 'document') continue;
			const ours = booked(outcome.document);
			const theirs = expected(known);
			if (!outcome.document.pricesIncludeTax) {
				expect([known.truth.name, ours]).toEqual([known.truth.name, theirs]);
				continue;
			}
			// Their books keep the tax inside the price; the sums are the same.
			const { sales, shipping, tax, marketplaceTax, ...rest } = ours;
			expect(rest).toEqual(expect.objectContaining({ total: theirs.total, date: theirs.date }));
			expect([known.truth.name, tax, marketplaceTax]).toEqual([
				known.truth.name,
				theirs.tax,
				theirs.marketplaceTax,
			]);
			expect(sales + shipping + tax + marketplaceTax).toBe(theirs.sales + theirs.shipping);
		}
	});

	it('books the money that came in, by its own tenders', () => {
		for (const known of unchanged) {
			const outcome = outcomeOf(known);
			if (outcome.kind !== 'document') continue;
			const paid = known.truth.tenders.filter(({ kind }) => /SALE|CAPTURE|CHANGE/.test(kind));
			const money = paid.filter(({ gateway }) => !/gift_card|store_credit/.test(gateway));
			const sum = money.reduce((all, { shop }) => all + shop, 0);
			const rounding = money.reduce((all, each) => all + each.rounding, 0);
			expect([sum, sum + rounding]).toContain(cents(outcome.document.total));
		}
	});

	it('refuses, with both figures, what an exchange or edit left without an explanation', () => {
		for (const known of orders.filter(({ changedLater }) => changedLater)) {
			const outcome = outcomeOf(known);
			if (outcome.kind === 'skipped') expect(known.truth.state).not.toBe('paid');
			if (outcome.kind === 'problem') expect(outcome.problem.what).toMatch(/\d\.\d\d .*\d\.\d\d /);
		}
	});
});
