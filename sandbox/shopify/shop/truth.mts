import type { Calendar } from './calendar.mts';
import type { AgreementDraft, OrderDraft, SaleDraft } from './draft.mts';
import { legacyId } from './ids.mts';
import type { Amount, Currencies } from './money.mts';
import { saleState, type SaleState } from './status.mts';

/** The merchant's own books: integer minor units, kept from the events, not from the API objects. */
export interface Truth {
	asOf: string;
	currency: string;
	timezone: string;
	orders: OrderTruth[];
	payouts: PayoutTruth[];
	/** Not yet paid out at `asOf`. */
	balance: number;
}

/** One amount per bookkeeping category, in one currency. Discounts are positive when given. */
export interface Categories {
	/** List price of goods as charged: with the tax inside where prices include it. */
	sales: number;
	discounts: number;
	/** List price of shipping. */
	shipping: number;
	shippingDiscounts: number;
	tips: number;
	giftCardsSold: number;
	duties: number;
	fees: number;
	/** Goodwill and balancing amounts of refunds (negative: the customer got more). */
	adjustments: number;
	/** By tax title; without what a marketplace remits. */
	tax: Record<string, number>;
	/** Collected from the customer, remitted by the marketplace. */
	marketplaceTax: number;
	total: number;
}

/** What one agreement changed. */
export interface EntryTruth {
	kind: AgreementDraft['reason'];
	date: string;
	shop: Categories;
	presentment: Categories;
}

export interface TenderTruth {
	transactionId: string;
	gateway: string;
	kind: string;
	status: string;
	at: string;
	/** Signed: money in is positive; nothing moved is 0. */
	shop: number;
	presentment: number;
	rounding: number;
	fee: number;
}

export interface RefundTruth {
	refundId: string;
	date: string;
	status: 'success' | 'pending' | 'no money';
	shop: number;
	presentment: number;
}

export interface OrderTruth {
	orderId: string;
	name: string;
	scenario: string;
	state: SaleState;
	/** Shop-local date of processing. */
	date: string;
	currencies: Currencies;
	taxesIncluded: boolean;
	entries: EntryTruth[];
	tenders: TenderTruth[];
	refunds: RefundTruth[];
}

export interface PayoutTruth {
	payoutId: string;
	date: string;
	status: string;
	net: number;
	charges: number;
	refunds: number;
	fees: number;
	other: number;
}

type Side = keyof Amount;

export function orderTruth(draft: OrderDraft, calendar: Calendar): OrderTruth {
	return {
		orderId: draft.id,
		name: `#${draft.number}`,
		scenario: draft.scenario,
		state: saleState(draft),
		date: calendar.localDate(draft.processedAt),
		currencies: draft.currencies,
		taxesIncluded: draft.taxesIncluded,
		entries: draft.agreements.map(({ reason, happenedAt, sales }) => ({
			kind: reason,
			date: calendar.localDate(happenedAt),
			shop: categories(sales, 'shop', draft.taxesIncluded),
			presentment: categories(sales, 'presentment', draft.taxesIncluded),
		})),
		tenders: draft.transactions.map((row) => {
			const moved = row.status !== 'SUCCESS' ? 0 : MOVES[row.kind];
			return {
				transactionId: legacyId(row.id),
				gateway: row.gateway,
				kind: row.kind,
				status: row.status,
				at: new Date(row.processedAt).toISOString(),
				shop: moved * row.amount.shop,
				presentment: moved * row.amount.presentment,
				rounding: row.rounding?.shop ?? 0,
				fee: row.fees.reduce((sum, fee) => sum + fee.amount, 0),
			};
		}),
		refunds: draft.refunds.map((record) => refundTruth(record, calendar)),
	};
}

/** Which way each kind of transaction moves money. */
const MOVES: Record<string, number> = {
	SALE: 1,
	CAPTURE: 1,
	REFUND: -1,
	CHANGE: -1,
	AUTHORIZATION: 0,
	VOID: 0,
};

function refundTruth(record: OrderDraft['refunds'][number], calendar: Calendar): RefundTruth {
	const done = record.transactions.filter(({ status }) => status === 'SUCCESS');
	const pending = record.transactions.some(({ status }) => status === 'PENDING');
	return {
		refundId: record.id,
		date: calendar.localDate(record.at),
		status: pending ? 'pending' : done.length === 0 ? 'no money' : 'success',
		shop: done.reduce((sum, { amount }) => sum + amount.shop, 0),
		presentment: done.reduce((sum, { amount }) => sum + amount.presentment, 0),
	};
}

export const noCategories = (): Categories => ({
	sales: 0,
	discounts: 0,
	shipping: 0,
	shippingDiscounts: 0,
	tips: 0,
	giftCardsSold: 0,
	duties: 0,
	fees: 0,
	adjustments: 0,
	tax: {},
	marketplaceTax: 0,
	total: 0,
});

function categories(sales: SaleDraft[], side: Side, taxesIncluded: boolean): Categories {
	const books = noCategories();
	for (const sale of sales) {
		const tax = bookTaxes(books, sale, side);
		const discount = sale.discounts[side];
		const price = sale.total[side] - (taxesIncluded ? 0 : tax) + discount;
		bookPrice(books, sale, price, discount);
		books.total += sale.total[side];
	}
	return books;
}

function bookPrice(books: Categories, sale: SaleDraft, price: number, discount: number): void {
	switch (sale.lineType) {
		case 'PRODUCT':
		case 'GIFT_CARD':
			books[sale.lineType === 'PRODUCT' ? 'sales' : 'giftCardsSold'] += price;
			books.discounts += discount;
			break;
		case 'SHIPPING':
			books.shipping += price;
			books.shippingDiscounts += discount;
			break;
		case 'TIP':
			books.tips += price;
			break;
		case 'DUTY':
			books.duties += price;
			break;
		case 'ADJUSTMENT':
			books.adjustments += price;
			break;
		default:
			books.fees += price;
	}
}

function bookTaxes(books: Categories, sale: SaleDraft, side: Side): number {
	let sum = 0;
	for (const { tax, amount } of sale.taxes) {
		sum += amount[side];
		if (tax.channelLiable === true) books.marketplaceTax += amount[side];
		else books.tax[tax.title] = (books.tax[tax.title] ?? 0) + amount[side];
	}
	return sum;
}
