import type { KnownOrder } from '../accounting/sandboxShop.mts';

/** Which forms the books keep; it decides what is booked, and where customers' balances stand. */
export interface Regime {
	/** Sales that are not paid are booked as well. */
	owed: boolean;
	/** Whether an edit of a paid sale waits until it is paid too. */
	editsWait: boolean;
	/** Account that the money of a gateway goes through. */
	accountOf(gateway: string): string;
	/** Where what an order leaves open stands: with the customer, or as his credit. */
	openIn: 'receivables' | 'customer credits' | 'customers';
	/** Discounts on prices with tax in them are only known together with what they reduce. */
	salesAndDiscounts: 'apart' | 'together';
}

export type Balances = Record<string, number>;

/**
 * What the ledger must hold: minor units, debits positive. It follows the merchant's own books of the
 * stand-in shop alone, not the objects of its API and not what was posted.
 */
export function expectedBalances(orders: readonly KnownOrder[], regime: Regime): Balances {
	const balances: Balances = {};
	const debit = (what: string, amount: number) => {
		balances[what] = (balances[what] ?? 0) + amount;
	};
	for (const { truth } of orders.filter((order) => isSale(order, regime.owed))) {
		const sold = entriesOf(truth, regime).map(({ shop }) => shop);
		for (const books of sold) bookSale(books, truth.taxesIncluded, regime, debit);
		bookMoney(truth, regime, debit);
		const { shop, presentment } = truth.currencies;
		const paid = truth.tenders.reduce((sum, tender) => sum + tender.shop, 0);
		const open = sold.reduce((sum, { total }) => sum + total, 0) - paid;
		debit(shop === presentment ? regime.openIn : 'exchange', open);
	}
	return withoutNothing(balances);
}

export const withoutNothing = (balances: Balances): Balances =>
	Object.fromEntries(
		Object.entries(balances)
			.filter(([, amount]) => amount !== 0)
			.sort(([a], [b]) => (a < b ? -1 : 1)),
	);

type Truth = KnownOrder['truth'];
type Debit = (what: string, amount: number) => void;

/** Taxes by title, credits positive. */
export function expectedTaxes(orders: readonly KnownOrder[], regime: Regime): Balances {
	const taxes: Balances = {};
	for (const { truth } of orders.filter((order) => isSale(order, regime.owed))) {
		for (const { shop } of entriesOf(truth, regime)) {
			for (const [title, amount] of Object.entries(shop.tax)) {
				taxes[title] = (taxes[title] ?? 0) + amount;
			}
		}
	}
	return withoutNothing(taxes);
}

/** A sale is what was once paid in full; where what is owed is booked, also what is not paid yet. */
function isSale({ truth }: KnownOrder, owed: boolean): boolean {
	const wasPaid = truth.state === 'paid' || /^Edited/.test(truth.scenario);
	const isOwed = ['unpaid', 'partiallyPaid', 'cancelled'].includes(truth.state);
	return wasPaid || (owed && isOwed);
}

/** Money on its way is not booked, nor is an edit of a receipt before it is paid. */
function entriesOf({ entries, scenario, refunds }: Truth, { editsWait }: Regime): Truth['entries'] {
	const isPending = refunds.some(({ status }) => status === 'pending');
	const isUnpaidEdit = scenario === 'Edited: item added, not yet paid';
	return entries.filter(
		({ kind }) =>
			!(kind === 'REFUND' && isPending) && !(kind === 'ORDER_EDIT' && isUnpaidEdit && editsWait),
	);
}

function bookSale(
	books: Truth['sold']['shop'],
	taxesIncluded: boolean,
	{ salesAndDiscounts }: Regime,
	debit: Debit,
): void {
	const own = Object.values(books.tax).reduce((sum, amount) => sum + amount, 0);
	const inShipping = taxesIncluded ? books.shippingTax : 0;
	const inGoods = taxesIncluded ? own + books.marketplaceTax - inShipping : 0;
	debit('sales', inGoods - books.sales);
	debit(salesAndDiscounts === 'apart' ? 'discounts' : 'sales', books.discounts);
	debit('shipping', inShipping - books.shipping + books.shippingDiscounts);
	debit('tips', -books.tips);
	debit('gift cards', -books.giftCardsSold);
	debit('duties', -books.duties);
	debit('fees and goodwill', -books.fees - books.adjustments);
	debit('marketplace tax', -books.marketplaceTax);
	debit('tax', -own);
}

/** Coins rounded at the till are money too. */
function bookMoney({ tenders }: Truth, { accountOf }: Regime, debit: Debit): void {
	for (const { gateway, kind, shop, rounding } of tenders) {
		if (shop === 0) continue;
		const coins = kind === 'REFUND' ? -rounding : rounding;
		if (gateway === 'gift_card') debit('gift cards', shop);
		else if (gateway === 'shopify_store_credit') debit('store credit', shop);
		else debit(accountOf(gateway), shop + coins);
		debit('cash rounding', -coins);
	}
}
