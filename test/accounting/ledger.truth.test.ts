import type { AccountingDocument, LineCategory } from '../../nodes/accounting/documents';
import { documentTotals, isItemised } from '../../nodes/accounting/documentTotals';
import { orderToDocuments, type OrderOutcome } from '../../nodes/accounting/orderDocuments';
import {
	salesReceiptPolicy,
	type SalesReceiptPolicy,
	type SalesReceiptSettings,
} from '../../nodes/accounting/policy';
import {
	refundToRefundReceipt,
	type RefundOutcome,
} from '../../nodes/accounting/refundToRefundReceipt';
import { knownOrders, type KnownOrder } from './sandboxShop.mts';

const ONE_ACCOUNT = [{ gateway: '*', account: { account: 'Clearing', type: 'Bank' as const } }];

/** All shops here count in cents. */
const cents = (amount: string) => Number(amount.replace('.', ''));

interface Mapped {
	documents: AccountingDocument[];
	skipped: string[];
	problems: string[];
}

/** The order's documents and those of all its refunds. */
function mapAll({ order }: KnownOrder, policy: SalesReceiptPolicy): Mapped {
	const mapped: Mapped = { documents: [], skipped: [], problems: [] };
	const refunds = order.refunds as Array<Record<string, unknown>>;
	const sale = orderToDocuments(order, policy);
	if (sale.kind === 'documents') mapped.skipped.push(...sale.waiting.map(({ code }) => code));
	const outcomes: Array<OrderOutcome | RefundOutcome> = [
		sale,
		...refunds.map((refund) => refundToRefundReceipt({ ...order, refund }, policy)),
	];
	for (const outcome of outcomes) {
		if (outcome.kind === 'documents') mapped.documents.push(...outcome.documents);
		else if (outcome.kind === 'skipped') mapped.skipped.push(outcome.skip.code);
		else mapped.problems.push(`${outcome.problem.code}: ${outcome.problem.what}`);
	}
	return mapped;
}

const isBack = ({ document }: AccountingDocument) =>
	document === 'Refund Receipt' || document === 'Credit Memo';

/** Signed sum over all documents: what was sold less what came back. */
function booked(documents: readonly AccountingDocument[], categories: readonly LineCategory[]) {
	return documents.filter(isItemised).reduce((sum, document) => {
		const lines = document.lines.filter(({ category }) => categories.includes(category));
		const amount = lines.reduce((all, line) => all + cents(line.amount), 0);
		return sum + (isBack(document) ? -amount : amount);
	}, 0);
}

function taxByTitle(documents: readonly AccountingDocument[]): Record<string, number> {
	const sums: Record<string, number> = {};
	for (const document of documents.filter(isItemised)) {
		for (const { title, amount } of document.taxes) {
			sums[title] = (sums[title] ?? 0) + (isBack(document) ? -1 : 1) * cents(amount);
		}
	}
	return withoutZero(sums);
}

const withoutZero = (sums: Record<string, number>) =>
	Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));

function moneyIn(documents: readonly AccountingDocument[]): number {
	return documents.reduce((sum, document) => {
		const total = cents(document.total);
		switch (document.document) {
			case 'Sales Receipt':
			case 'Payment':
				return sum + total;
			case 'Refund Receipt':
			case 'Credit Refund':
				return sum - total;
			default:
				return sum;
		}
	}, 0);
}

/** A refund whose money did not move yet is not booked, nor an edit that is not paid. */
const isOpen = ({ skipped }: Mapped) =>
	skipped.some((code) => code === 'pending' || code === 'edit-not-paid');

function expectSameBooks({ documents }: Mapped, { truth }: KnownOrder) {
	const { shop } = truth.current;
	const inclusive = truth.taxesIncluded;
	const theirTax = Object.values(shop.tax).reduce((sum, tax) => sum + tax, 0);
	const inside = inclusive ? theirTax + shop.marketplaceTax : 0;
	const ours = {
		sales: booked(documents, ['Product', 'Gift Card Sold', 'Discount', 'Shipping']),
		tips: booked(documents, ['Tip']),
		duties: booked(documents, ['Duty']),
		fees: booked(documents, ['Additional Fee', 'Return Fee', 'Refund Not Itemised']),
		marketplaceTax: booked(documents, ['Marketplace Tax']),
		tax: taxByTitle(documents),
		difference: booked(documents, ['Refund Difference']),
	};
	const theirs = {
		sales:
			shop.sales +
			shop.giftCardsSold -
			shop.discounts +
			shop.shipping -
			shop.shippingDiscounts -
			inside,
		tips: shop.tips,
		duties: shop.duties,
		fees: shop.fees + shop.adjustments,
		marketplaceTax: shop.marketplaceTax,
		tax: withoutZero(shop.tax),
		difference: 0,
	};
	const name = `${truth.name} ${truth.scenario}`;
	expect([name, ours]).toEqual([name, theirs]);
}

/** Money by the merchant's own books; coins rounded at the till are money too. */
function expectSameMoney({ documents }: Mapped, { truth }: KnownOrder) {
	const real = truth.tenders.filter(({ gateway }) => !/gift_card|store_credit/.test(gateway));
	const moved = real.filter(({ shop }) => shop !== 0);
	const sign = (kind: string) => (kind === 'REFUND' ? -1 : 1);
	const theirs = moved.reduce(
		(sum, { shop, rounding, kind }) => sum + shop + sign(kind) * rounding,
		0,
	);
	expect([truth.name, moneyIn(documents)]).toEqual([truth.name, theirs]);
}

const SHOPS = [
	['prices without tax', { seed: 21, orders: 500, currency: 'USD' }],
	['prices with tax', { seed: 22, orders: 500, currency: 'GBP' }],
] as const;

const FORMS: Array<[string, SalesReceiptSettings]> = [
	['receipts', {}],
	['net, credit memos', { discounts: 'Net', refundForm: 'Credit Memo' }],
	['invoices and payments', { saleForm: 'Invoice and Payments' }],
	['receipt if paid', { saleForm: 'Receipt if Paid, Else Invoice', asOf: '2027-06-01T00:00:00Z' }],
];

describe.each(SHOPS)('a month with edits and refunds, %s', (_shop, options) => {
	const orders = knownOrders(options);

	describe.each(FORMS)('as %s', (_form, settings) => {
		const policy = salesReceiptPolicy({ paymentAccounts: ONE_ACCOUNT, ...settings });
		const all = orders.map((known) => ({ known, mapped: mapAll(known, policy) }));

		it('refuses nothing, and every document adds up', () => {
			for (const { known, mapped } of all) {
				expect([known.truth.name, known.truth.scenario, mapped.problems]).toEqual([
					known.truth.name,
					known.truth.scenario,
					[],
				]);
				for (const document of mapped.documents) {
					expect([document.key, documentTotals(document)]).toEqual([
						document.key,
						expect.objectContaining({ ok: true }),
					]);
				}
			}
		});

		it('books every key once', () => {
			const keys = all.flatMap(({ mapped }) => mapped.documents.map(({ key }) => key));
			expect(new Set(keys).size).toBe(keys.length);
		});

		it("agrees with the merchant's own books, category by category, after edits and refunds", () => {
			const closed = all.filter(({ mapped }) => mapped.documents.length > 0 && !isOpen(mapped));
			expect(closed.length).toBeGreaterThan(300);
			for (const { known, mapped } of closed) {
				expectSameBooks(mapped, known);
			}
		});

		it('moves the money that moved', () => {
			for (const { known, mapped } of all) {
				if (mapped.documents.length === 0 || isOpen(mapped)) continue;
				expectSameMoney(mapped, known);
			}
		});
	});
});
