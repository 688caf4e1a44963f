import type { EntryTruth, OrderTruth } from '../../sandbox/shopify/shop/truth.mts';

/**
 * What the books must hold of one order, by the merchant's own record of it. Cents of the shop's
 * currency, credits positive: together they are zero.
 */
export type Entry = Map<string, number>;

/** How a merchant keeps the books: what the record has to be compared with. */
export interface Booking {
	/** Account by payment gateway. */
	accounts: Map<string, string>;
	/** 'days': as receipts, summed up by day. */
	form: 'receipts' | 'invoices' | 'days';
	/** Whether refunds are booked too. */
	refunds: boolean;
}

type Tender = OrderTruth['tenders'][number];

/** The merchant's words for an account's purpose; money is one category per account. */
export const moneyIn = (account: string): string => `Money in ${account}`;

export function expectedEntry(order: OrderTruth, booking: Booking): Entry {
	const entry: Entry = new Map();
	const add = (category: string, cents: number) =>
		entry.set(category, (entry.get(category) ?? 0) + cents);
	const events = bookedEvents(order, booking);
	const tenders = order.tenders.filter(({ kind }) => booking.refunds || kind !== 'REFUND');
	for (const event of events) addSale(event, booking, add);
	for (const tender of tenders) {
		// The record has the amount before coins were rounded; the drawer got the rounded one.
		const coins = tender.kind === 'REFUND' ? -tender.rounding : tender.rounding;
		add(tenderCategory(tender, booking.accounts), -(tender.shop + coins));
		add('Cash rounding', coins);
	}
	add(restCategory(order, events, tenders, booking), -total(entry));
	return withoutZeros(entry);
}

function addSale(
	{ kind, shop }: EntryTruth,
	{ refunds }: Booking,
	add: (category: string, cents: number) => void,
): void {
	add('Sales', shop.sales);
	add('Discounts', -shop.discounts);
	add('Shipping', shop.shipping - shop.shippingDiscounts);
	add('Tips', shop.tips);
	add('Gift cards', shop.giftCardsSold);
	add('Duties', shop.duties);
	add('Marketplace tax', shop.marketplaceTax);
	for (const tax of Object.values(shop.tax)) add('Tax', tax);
	// What a shop keeps of a return, or gives on top, is booked with the refund.
	if (kind !== 'RETURN') add('Additional fees', shop.fees);
	else if (refunds) add('Refund fees and goodwill', shop.fees);
	add('Refund fees and goodwill', shop.adjustments);
}

/**
 * A refund whose money is on its way is not in the books yet; nor is an edit that is still to be paid,
 * where only paid sales are booked.
 */
function bookedEvents({ entries, tenders, refunds }: OrderTruth, booking: Booking): EntryTruth[] {
	const isPending = refunds.some(({ status }) => status === 'pending');
	const events = entries.filter(({ kind }) => kind !== 'REFUND' || (booking.refunds && !isPending));
	if (booking.form === 'invoices') return events;
	const owed = sold(entries) - received(tenders);
	const unpaid = owed > 0 ? entries.findLast(isAddition) : undefined;
	return events.filter((event) => event !== unpaid);
}

const isAddition = ({ kind, presentment }: EntryTruth): boolean =>
	kind === 'ORDER_EDIT' && presentment.total > 0;

const sold = (entries: readonly EntryTruth[]): number =>
	entries.reduce((sum, { presentment }) => sum + presentment.total, 0);

const received = (tenders: readonly Tender[]): number =>
	tenders.reduce((sum, { presentment }) => sum + presentment, 0);

/** What was sold and not paid, or paid and not sold, is owed by one to the other. */
function restCategory(
	{ currencies }: OrderTruth,
	events: readonly EntryTruth[],
	tenders: readonly Tender[],
	{ form }: Booking,
): string {
	const isForeign = currencies.shop !== currencies.presentment;
	// The customer paid all; only the rate moved between the order and its payment.
	if (isForeign && sold(events) === received(tenders)) return 'Exchange difference';
	return form === 'invoices' ? 'Owed by customers' : 'Customer credits';
}

export const total = (entry: Entry): number =>
	[...entry.values()].reduce((sum, cents) => sum + cents, 0);

function tenderCategory({ gateway }: Tender, accounts: Map<string, string>): string {
	if (gateway === 'gift_card') return 'Gift cards';
	if (gateway === 'shopify_store_credit') return 'Store credit';
	return moneyIn(accounts.get(gateway) ?? accounts.get('*') ?? `no account (${gateway})`);
}

export function withoutZeros(entry: Entry): Entry {
	return new Map([...entry].filter(([, cents]) => cents !== 0));
}

export function sumOf(entries: Iterable<Entry>): Entry {
	const sum: Entry = new Map();
	for (const entry of entries) {
		for (const [category, cents] of entry) sum.set(category, (sum.get(category) ?? 0) + cents);
	}
	return sum;
}
