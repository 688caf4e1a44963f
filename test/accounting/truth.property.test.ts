import fc from 'fast-check';

import type { SalesDocument } from '../../nodes/accounting/documents';
import { documentTotals, isItemised } from '../../nodes/accounting/documentTotals';
import { salesReceiptPolicy } from '../../nodes/accounting/policy';
import { refundToRefundReceipt } from '../../nodes/accounting/refundToRefundReceipt';
import {
	booked,
	FORMS,
	inDays,
	isBack,
	mapAll,
	minor,
	moneyIn,
	refundsOf,
	taxByTitle,
	withoutZero,
	type Mapped,
} from './mapped';
import { anyShop, variedShop, type Choice, type KnownOrder } from './sandboxShop.mts';

/** Every run makes a shop of about 90 orders; the seed keeps a failure from coming and going. */
const RUNS = { seed: 2027, numRuns: 25, endOnFailure: true };

interface Booked {
	known: KnownOrder;
	mapped: Mapped;
}

jest.setTimeout(120_000);

describe.each(FORMS)("the merchant's own books, kept as %s", (form, settings) => {
	const policy = salesReceiptPolicy({
		...settings,
		notRestocked: 'Product',
		asOf: '2027-06-01T00:00:00Z',
	});
	const kept = new Map<string, Booked[]>();
	const booksOf = (choice: Choice): Booked[] => {
		const key = JSON.stringify(choice);
		const { orders } = variedShop(choice);
		const all =
			kept.get(key) ?? orders.map((known) => ({ known, mapped: mapAll(known.order, policy) }));
		kept.set(key, all);
		return all;
	};
	const holds = (check: (all: Booked[]) => void) =>
		fc.assert(
			fc.property(anyShop, (choice) => check(booksOf(choice))),
			RUNS,
		);

	it('refuse nothing, and every document adds up', () => {
		holds((all) => {
			for (const { known, mapped } of all) {
				expect([nameOf(known), mapped.problems]).toEqual([nameOf(known), []]);
				for (const document of mapped.documents) {
					expect([nameOf(known), documentTotals(document)]).toEqual([
						nameOf(known),
						expect.objectContaining({ ok: true }),
					]);
				}
			}
		});
	});

	it('hold every sale and no other, each once', () => {
		const owed = /invoice|if paid/.test(form);
		holds((all) => {
			for (const { known, mapped } of all) {
				const isBooked = mapped.sale.length > 0;
				expect([nameOf(known), isBooked]).toEqual([nameOf(known), isSale(known, owed)]);
			}
			const keys = all.flatMap(({ mapped }) =>
				mapped.documents.map(({ document, key }) => `${document} ${key}`),
			);
			expect(new Set(keys).size).toBe(keys.length);
		});
	});

	it('come to the total of the order where nothing happened to it later', () => {
		holds((all) => {
			const plain = all.filter(({ known }) => known.truth.entries.length === 1);
			for (const { known, mapped } of plain.filter(({ mapped: { sale } }) => sale.length > 0)) {
				const [document] = mapped.sale;
				const { total } = known.truth.sold.shop;
				expect([nameOf(known), minor(document.source.total)]).toEqual([nameOf(known), total]);
				expect([nameOf(known), worthOf([document])]).toEqual([nameOf(known), total]);
			}
		});
	});

	it('agree category by category after edits and refunds, order by order and all together', () => {
		holds((all) => {
			const closed = all.filter(isClosed);
			expect(closed.length).toBeGreaterThan(60);
			for (const { known, mapped } of closed) {
				expect([nameOf(known), oursOf(mapped.documents)]).toEqual([
					nameOf(known),
					theirsOf([known]),
				]);
			}
			const documents = closed.flatMap(({ mapped }) => mapped.documents);
			expect(oursOf(inDays(documents, policy))).toEqual(theirsOf(closed.map(({ known }) => known)));
		});
	});

	it('move the money that moved', () => {
		holds((all) => {
			for (const { known, mapped } of all.filter(isClosed)) {
				if (form === 'invoices') continue;
				expect([nameOf(known), moneyIn(mapped.documents)]).toEqual([nameOf(known), moneyOf(known)]);
			}
		});
	});

	it('never give back more than was sold: by line, by tax, by shipping, in money', () => {
		holds((all) => {
			for (const { known, mapped } of all) {
				for (const [what, sum] of leftOf(mapped.documents)) {
					expect([nameOf(known), what, sum < 0]).toEqual([nameOf(known), what, false]);
				}
				if (form === 'invoices') continue;
				expect([nameOf(known), moneyIn(mapped.documents) >= 0]).toEqual([nameOf(known), true]);
			}
		});
	});

	it('refuse a second time what was given back already', () => {
		holds((all) => {
			const whole = all.filter(({ known }) => known.truth.scenario === 'Refund in full');
			for (const { known } of whole) {
				// Without agreements the order does not give the doubled refund away before its limits do
				const order = structuredClone({ ...known.order, agreements: [] });
				const [refund] = refundsOf(order);
				const again = { ...structuredClone(refund), id: `${refund.id}9`, processedAt: LATER };
				const item = { ...order, refunds: [refund, again], refund: again };
				expect(refundToRefundReceipt(item, policy)).toMatchObject({
					kind: 'problem',
					problem: { code: 'refund-exceeds-sale' },
				});
			}
		});
	});
});

const LATER = '2027-05-01T00:00:00Z';

const nameOf = ({ truth }: KnownOrder) => `${truth.name} ${truth.scenario}`;

/** @param owed whether a sale that is not paid is booked as well. */
function isSale({ truth }: KnownOrder, owed: boolean): boolean {
	const isPaid = truth.state === 'paid' || /^Edited/.test(truth.scenario);
	if (isPaid || !owed) return isPaid;
	return truth.state === 'unpaid' || truth.state === 'partiallyPaid' || truth.state === 'cancelled';
}

/** A refund whose money did not move yet is not booked, nor an edit that is not paid. */
const isClosed = ({ mapped: { documents, skipped } }: Booked) =>
	documents.length > 0 && !skipped.some((code) => code === 'pending' || code === 'edit-not-paid');

const WORTH = [
	'Product',
	'Gift Card Sold',
	'Discount',
	'Shipping',
	'Tip',
	'Duty',
	'Additional Fee',
	'Marketplace Tax',
] as const;

/** Everything sold, with its taxes; how it was settled is left out. */
function worthOf(documents: readonly SalesDocument[]): number {
	const taxes = Object.values(taxByTitle(documents));
	return booked(documents, WORTH) + taxes.reduce((sum, tax) => sum + tax, 0);
}

/** Goods and shipping together, without the tax inside their prices: their books keep it inside. */
function oursOf(documents: readonly SalesDocument[]) {
	return {
		sales: booked(documents, ['Product', 'Gift Card Sold', 'Discount', 'Shipping']),
		tips: booked(documents, ['Tip']),
		duties: booked(documents, ['Duty']),
		fees: booked(documents, ['Additional Fee', 'Return Fee', 'Refund Not Itemised']),
		marketplaceTax: booked(documents, ['Marketplace Tax']),
		tax: taxByTitle(documents),
		difference: booked(documents, ['Refund Difference']),
	};
}

function theirsOf(orders: readonly KnownOrder[]) {
	const sums = { sales: 0, tips: 0, duties: 0, fees: 0, marketplaceTax: 0 };
	const tax: Record<string, number> = {};
	for (const { truth } of orders) {
		const { shop } = truth.current;
		for (const [title, amount] of Object.entries(shop.tax)) {
			tax[title] = (tax[title] ?? 0) + amount;
		}
		const ownTax = Object.values(shop.tax).reduce((sum, amount) => sum + amount, 0);
		const inside = truth.taxesIncluded ? ownTax + shop.marketplaceTax : 0;
		const goods = shop.sales + shop.giftCardsSold - shop.discounts;
		sums.sales += goods + shop.shipping - shop.shippingDiscounts - inside;
		sums.tips += shop.tips;
		sums.duties += shop.duties;
		sums.fees += shop.fees + shop.adjustments;
		sums.marketplaceTax += shop.marketplaceTax;
	}
	return { ...sums, tax: withoutZero(tax), difference: 0 };
}

/** Coins rounded at the till are money too; gift cards and store credit are none. */
function moneyOf({ truth }: KnownOrder): number {
	const sign = (kind: string) => (kind === 'REFUND' ? -1 : 1);
	return truth.tenders
		.filter(({ gateway, shop }) => !/gift_card|store_credit/.test(gateway) && shop !== 0)
		.reduce((sum, { shop, rounding, kind }) => sum + shop + sign(kind) * rounding, 0);
}

/** What is left of everything sold: quantities and prices by product, shipping, taxes by title. */
function leftOf(documents: readonly SalesDocument[]): Map<string, number> {
	const left = new Map<string, number>();
	const add = (what: string, amount: number) => left.set(what, (left.get(what) ?? 0) + amount);
	for (const document of documents.filter(isItemised)) {
		const sign = isBack(document) ? -1 : 1;
		for (const { category, item, amount, quantity } of document.lines) {
			if (category !== 'Product' && category !== 'Shipping' && category !== 'Tip') continue;
			const what = category === 'Product' ? `${item.sku ?? ''} ${item.name}` : category;
			add(what, sign * minor(amount));
			if (quantity !== undefined) add(`${what}, units`, sign * quantity);
		}
		for (const { title, amount } of document.taxes) add(title, sign * minor(amount));
	}
	return left;
}
