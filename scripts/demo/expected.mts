import type { EntryTruth, OrderTruth } from '../../sandbox/shopify/shop/truth.mts';

/**
 * What the books must hold of one order, by the merchant's own record of the sale. Cents of the shop's
 * currency, credits positive: together they are zero.
 */
export type Entry = Map<string, number>;

/** The merchant's words for an account's purpose; money received is one per account. */
export const moneyIn = (account: string): string => `Money in ${account}`;

export function expectedEntry(order: OrderTruth, accounts: Map<string, string>): Entry {
	const entry: Entry = new Map();
	const add = (category: string, cents: number) =>
		entry.set(category, (entry.get(category) ?? 0) + cents);
	for (const { shop } of saleOf(order)) {
		add('Sales', shop.sales);
		add('Discounts', -shop.discounts);
		add('Shipping', shop.shipping - shop.shippingDiscounts);
		add('Tips', shop.tips);
		add('Gift cards', shop.giftCardsSold);
		add('Duties', shop.duties);
		add('Additional fees', shop.fees);
		add(
			'Tax',
			Object.values(shop.tax).reduce((sum, tax) => sum + tax, 0),
		);
		add('Marketplace tax', shop.marketplaceTax);
	}
	for (const { gateway, shop, rounding } of moneyReceived(order)) {
		// The record has the amount before coins were rounded; the drawer got the rounded one.
		add(tenderCategory(gateway, accounts), -(shop + rounding));
		add('Cash rounding', rounding);
	}
	// What is left is the rate that moved between a foreign order and its payment.
	if (isForeign(order)) add('Exchange difference', -total(entry));
	return withoutZeros(entry);
}

export const total = (entry: Entry): number =>
	[...entry.values()].reduce((sum, cents) => sum + cents, 0);

const isForeign = ({ currencies }: OrderTruth): boolean =>
	currencies.shop !== currencies.presentment;

const moneyReceived = ({ tenders }: OrderTruth) => tenders.filter(({ kind }) => kind !== 'REFUND');

/**
 * The sale is what the customer paid for: the order, and with it those later edits that were still to
 * be paid (an item added, a discount before payment). Edits after payment are refunds, booked by themselves.
 */
function saleOf(order: OrderTruth): EntryTruth[] {
	const paid = moneyReceived(order).reduce((sum, { presentment }) => sum + presentment, 0);
	const placed = order.entries.filter(({ kind }) => kind === 'ORDER');
	const edited = order.entries.filter(({ kind }) => kind === 'ORDER' || kind === 'ORDER_EDIT');
	const comesTo = (entries: EntryTruth[]) =>
		entries.reduce((sum, { presentment }) => sum + presentment.total, 0);
	return comesTo(placed) !== paid && comesTo(edited) === paid ? edited : placed;
}

function tenderCategory(gateway: string, accounts: Map<string, string>): string {
	if (gateway === 'gift_card') return 'Gift cards';
	if (gateway === 'shopify_store_credit') return 'Store credit';
	return moneyIn(accounts.get(gateway) ?? accounts.get('*') ?? `no account (${gateway})`);
}

export function withoutZeros(entry: Entry): Entry {
	return new Map([...entry].filter(([, cents]) => cents !== 0));
}

export function sumOf(entries: Iterable<Entry>): Entry {
	const total: Entry = new Map();
	for (const entry of entries) {
		for (const [category, cents] of entry) total.set(category, (total.get(category) ?? 0) + cents);
	}
	return total;
}
