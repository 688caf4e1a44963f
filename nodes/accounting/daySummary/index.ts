import type { DocumentLine, SalesReceiptDocument } from '../documents';
import { groupBy } from '../groupBy';
import { localDate } from '../localDate';
import { Money } from '../money';
import type { SalesReceiptPolicy } from '../policy';
import { itemised } from '../sales/itemised';

/** A receipt, and where it came from (the index of its n8n item). */
export interface DayEntry {
	receipt: SalesReceiptDocument;
	item: number;
	policy: SalesReceiptPolicy;
	/** IANA name of the shop's time zone. */
	timeZone: string;
}

export interface DaySummary {
	document: SalesReceiptDocument;
	items: number[];
}

/** True while more may still be paid on the receipt's day; its summary must wait. */
export function isDayOpen({ receipt, policy, timeZone }: DayEntry): boolean {
	const today = policy.asOf === undefined ? undefined : localDate(policy.asOf, timeZone);
	return today !== undefined && today <= receipt.date;
}

/**
 * One receipt for all orders of a shop that were paid on one day in one currency into one account. It
 * keeps what tax returns and stock need: every item, with its quantity, and every tax. Orders must
 * come with their whole day; a day lies in one month, so a summary never crosses a month's end.
 */
export function daySummaries(entries: readonly DayEntry[]): DaySummary[] {
	return groupBy(entries, ({ receipt }) => keyOf(receipt)).map((day) => ({
		document: summaryOf(day),
		items: day.map(({ item }) => item),
	}));
}

function keyOf({ source, date, currency, depositTo }: SalesReceiptDocument): string {
	const account = depositTo.account.replaceAll('[', '(').replaceAll(']', ')');
	return `${source.shop}/Day/${date}/${currency}/${account}`;
}

function summaryOf(day: readonly DayEntry[]): SalesReceiptDocument {
	const receipts = day.map(({ receipt }) => receipt);
	const [first] = receipts;
	const { date, currency, depositTo } = first;
	const { policy } = day[0];
	const methods = new Set(receipts.flatMap(({ paymentMethod }) => paymentMethod ?? []));
	const [method] = methods;
	const shown = Money.sum(
		currency,
		receipts.map(({ source }) => Money.parse(source.total, currency)),
	);
	const orders = receipts
		.map(({ source: { id, name } }) => ({ id, name }))
		.sort((a, b) => (a.id < b.id ? -1 : 1));
	return {
		document: 'Sales Receipt',
		key: keyOf(first),
		number: numberOf(policy, first),
		date,
		currency,
		customer: { name: policy.customer.genericName },
		depositTo: { ...depositTo },
		...(methods.size === 1 ? { paymentMethod: method } : {}),
		...itemised(
			currency,
			mergedLines(
				currency,
				receipts.flatMap(({ lines }) => lines),
			),
		),
		pricesIncludeTax: receipts.every(({ pricesIncludeTax }) => pricesIncludeTax),
		memo: policy.memo ?? `Shopify sales of ${date}: ${receipts.length} orders`,
		source: {
			type: 'Day',
			id: date,
			name: date,
			shop: first.source.shop,
			total: shown.toDecimalString(),
			orders,
		},
		...policy.dimensions,
	};
}

/** QuickBooks takes 21 characters; the account tells two summaries of a day apart. */
function numberOf(policy: SalesReceiptPolicy, { date, currency, depositTo }: SalesReceiptDocument) {
	const account = depositTo.account.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase();
	const day = date.replaceAll('-', '');
	return Array.from(`${policy.numberPrefix}${day}-${currency}-${account}`).slice(0, 21).join('');
}

/** Lines of the same item and taxes as one, in an order that does not depend on that of the orders. */
function mergedLines(currency: string, lines: readonly DocumentLine[]): DocumentLine[] {
	const keyed = lines.map((line) => ({ line, key: lineKey(line) }));
	const groups = groupBy(keyed, ({ key }) => key);
	return groups
		.sort(([a], [b]) => rankOf(a.line) - rankOf(b.line) || (a.key < b.key ? -1 : 1))
		.map((alike) =>
			mergedLine(
				currency,
				alike.map(({ line }) => line),
			),
		)
		.filter((line) => line.quantity !== undefined || !isNothing(line));
}

function isNothing({ amount, taxes }: DocumentLine): boolean {
	return [amount, ...taxes.map((tax) => tax.amount)].every((text) => /^-?0(\.0+)?$/.test(text));
}

function lineKey({ category, item, description, taxes }: DocumentLine): string {
	const treatment = taxes.map(({ title, rate }) => [title, rate]);
	const isGoods = category === 'Product' || category === 'Gift Card Sold';
	return JSON.stringify([category, item, isGoods ? description : '', treatment]);
}

const ORDER = ['Product', 'Gift Card Sold', 'Discount', 'Shipping'];

function rankOf({ category }: DocumentLine): number {
	const place = ORDER.indexOf(category);
	return place < 0 ? ORDER.length : place;
}

function mergedLine(currency: string, alike: readonly DocumentLine[]): DocumentLine {
	const [first] = alike;
	const sum = (texts: readonly string[]) =>
		Money.sum(
			currency,
			texts.map((text) => Money.parse(text, currency)),
		);
	const amount = sum(alike.map((line) => line.amount));
	const isCounted = alike.every(({ quantity }) => quantity !== undefined);
	const quantity = alike.reduce((count, line) => count + (line.quantity ?? 0), 0);
	const unitPrice = isCounted ? amount.dividedExactlyBy(quantity) : undefined;
	const isSameText = alike.every(({ description }) => description === first.description);
	return {
		category: first.category,
		item: first.item,
		description: isSameText ? first.description : first.category,
		...(isCounted ? { quantity } : {}),
		...(unitPrice === undefined ? {} : { unitPrice: unitPrice.toDecimalString() }),
		amount: amount.toDecimalString(),
		taxes: first.taxes.map(({ title, rate }, index) => ({
			title,
			rate,
			amount: sum(alike.map((line) => line.taxes[index].amount)).toDecimalString(),
		})),
	};
}
