import type { DocumentSource, SalesReceiptDocument } from '../documents';
import { groupBy } from '../groupBy';
import { Money } from '../money';
import { LONGEST_NUMBER } from '../orderToSalesReceipt/number';
import type { SalesReceiptPolicy } from '../policy';
import { itemised } from '../sales/itemised';
import { mergedLines } from './lines';
import type { SummaryPlace } from './place';

export { summaryPlace, type SummaryPlace } from './place';

/** The receipt of one order, dated on the day it was paid, on its way into a summary. */
export interface SummaryPart {
	receipt: SalesReceiptDocument;
	place: SummaryPlace;
	policy: SalesReceiptPolicy;
	/** Name of the customer that a summary belongs to. */
	customer: string;
	shopCurrency: string;
}

export interface Summary<Part> {
	document: SalesReceiptDocument;
	parts: Part[];
}

/**
 * One receipt for all orders of a shop that were paid on one day, or by one payout in one month, in one
 * currency into one account. It keeps what tax returns and stock need: every item, with its quantity,
 * and every tax. Orders must come with their whole day or payout. A payout that paid orders of two
 * months gives two summaries, so that no summary crosses a month's end; each is dated on the last day
 * on which one of its orders was paid.
 */
export function summaries<Part extends SummaryPart>(parts: readonly Part[]): Array<Summary<Part>> {
	return groupBy(parts, keyOf).map((alike) => ({ document: summaryOf(alike), parts: alike }));
}

function keyOf({ place, receipt }: SummaryPart): string {
	const { source, date, currency, depositTo } = receipt;
	const account = depositTo.account.replaceAll('[', '(').replaceAll(']', ')');
	const where = place.kind === 'Day' ? `Day/${date}` : `Payout/${place.payout.legacyId}/Sales`;
	const month = place.kind === 'Day' ? [] : [monthOf(date)];
	return [source.shop, where, ...month, currency, account].join('/');
}

function monthOf(date: string): string {
	return date.slice(0, 'YYYY-MM'.length);
}

function summaryOf(parts: readonly SummaryPart[]): SalesReceiptDocument {
	const receipts = parts.map(({ receipt }) => receipt);
	const [{ policy, customer }] = parts;
	const [{ currency, depositTo }] = receipts;
	const date = receipts.reduce((last, each) => (each.date > last ? each.date : last), '');
	const methods = new Set(receipts.flatMap(({ paymentMethod }) => paymentMethod ?? []));
	const [method] = methods;
	const lines = receipts.flatMap((receipt) => receipt.lines);
	const count = `${receipts.length} ${receipts.length === 1 ? 'order' : 'orders'}`;
	return {
		document: 'Sales Receipt',
		key: keyOf(parts[0]),
		number: numberOf(parts[0]),
		date,
		currency,
		customer: { name: customer },
		...commonShipTo(receipts),
		depositTo: { ...depositTo },
		...(methods.size === 1 ? { paymentMethod: method } : {}),
		...itemised(currency, mergedLines(currency, lines)),
		pricesIncludeTax: receipts.every(({ pricesIncludeTax }) => pricesIncludeTax),
		memo: policy.memo ?? `Shopify sales of ${nameOf(parts[0])}: ${count}`,
		source: sourceOf(parts),
		...policy.dimensions,
	};
}

/** Sales tax of several places cannot go by one address: then none is named. */
function commonShipTo(receipts: readonly SalesReceiptDocument[]) {
	const [first] = receipts;
	const text = (receipt: SalesReceiptDocument) => JSON.stringify(receipt.shipTo ?? null);
	const isSame = receipts.every((receipt) => text(receipt) === text(first));
	return isSame && first.shipTo !== undefined ? { shipTo: first.shipTo } : {};
}

function nameOf({ place, receipt: { date } }: SummaryPart): string {
	return place.kind === 'Day' ? date : `payout ${place.payout.legacyId}, ${monthOf(date)}`;
}

function sourceOf(parts: readonly SummaryPart[]): DocumentSource {
	const [{ place, receipt }] = parts;
	const { currency } = receipt;
	const total = Money.sum(
		currency,
		parts.map((part) => Money.parse(part.receipt.source.total, currency)),
	);
	const orders = parts
		.map((part) => part.receipt.source)
		.map(({ id, name }) => ({ id, name }))
		.sort((a, b) => (a.id < b.id ? -1 : 1));
	return {
		type: place.kind,
		id: place.kind === 'Day' ? receipt.date : place.payout.id,
		name: nameOf(parts[0]),
		shop: receipt.source.shop,
		total: total.toDecimalString(),
		orders,
	};
}

/** QuickBooks takes 21 characters; the account tells two summaries of a day apart. */
function numberOf(part: SummaryPart): string {
	const { policy, receipt, place, shopCurrency } = part;
	const { date, currency, depositTo } = receipt;
	if (place.kind === 'Payout') {
		const month = monthOf(date).replace('-', '').slice(2);
		const tail = `-${month}${currency === shopCurrency ? '' : currency}`;
		const head = `${policy.numberPrefix}P`;
		// Of a number that is too long the last digits tell it apart
		const room = Math.max(0, LONGEST_NUMBER - head.length - tail.length);
		const id = place.payout.legacyId;
		return head + id.slice(Math.max(0, id.length - room)) + tail;
	}
	const account = depositTo.account.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase();
	const day = date.replaceAll('-', '');
	return Array.from(`${policy.numberPrefix}${day}-${currency}-${account}`)
		.slice(0, LONGEST_NUMBER)
		.join('');
}
