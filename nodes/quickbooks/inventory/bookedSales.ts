import type { Answer } from '../client';
import { openDay } from '../closedPeriod';
import { shifted } from '../days';
import { dateRanges, type Days } from '../lookup';
import { inConditions } from '../query';
import type { Session } from '../session';
import { booked, countPieces } from './countPieces';
import { type Sought, SoughtOrders } from './soughtOrders';
import { RETURNS, SALES, StockDocuments } from './stockDocuments';
import type { BookedSales, SoughtOrder, SoughtShop } from './types';

/**
 * Days that are read whole: a document is dated on the day of payment, and the longest usual terms are
 * 60 days.
 */
const WINDOW_DAYS = 62;
/** Days after its order on which a document from before the window is sought. */
const LATER_DAYS = 7;
/** Numbers of edits that are tried; more of them are rare. */
const EDITS = [1, 2, 3];
const LONGEST_NUMBER = 21;

/**
 * Which of the orders are in the books, and what the documents of each have moved.
 *
 * Reads sales receipts, invoices, refund receipts and credit memos of the days since the oldest of the
 * orders, at most of the last 62, until today: four metered calls, and one more for every further 1,000
 * documents of a kind. Older orders cost some more: they are asked for by number, or by their days
 * where numbers are QuickBooks' own. What is not found counts as not booked.
 */
export async function bookedSales(
	session: Session,
	shop: SoughtShop,
	orders: readonly SoughtOrder[],
): Promise<Answer<BookedSales>> {
	const sought = new SoughtOrders(shop, orders);
	const documents = new StockDocuments(session.client);
	if (orders.length > 0) {
		const now = new Date(session.client.clock.now()).toISOString().slice(0, 'YYYY-MM-DD'.length);
		// Somewhere it is tomorrow already
		const to = shifted(now, 1);
		const from = windowStart(sought, now);
		const recent = await documents.read([...SALES, ...RETURNS], dateRanges([{ from, to }]));
		if (recent.kind !== 'done') return recent;
		const older = await readOlder(session, documents, sought, from);
		if (older.kind !== 'done') return older;
	}
	return { kind: 'done', value: countPieces(documents.all(), sought) };
}

function windowStart({ all }: SoughtOrders, today: string): string {
	const first = shifted(today, -WINDOW_DAYS);
	const days = all.flatMap(({ day, refunds }) => [day, ...refunds.map((refund) => refund.day)]);
	const oldest = days.reduce((least, day) => (day < least ? day : least), today);
	return oldest < first ? first : shifted(oldest, -1);
}

/** What happened before the window, as far as it was not found in it. */
async function readOlder(
	session: Session,
	documents: StockDocuments,
	sought: SoughtOrders,
	from: string,
): Promise<Answer<undefined>> {
	const { company } = session;
	const done: Answer<undefined> = { kind: 'done', value: undefined };
	if (missing(documents, sought, from).none) return done;
	if (company.ownNumbers) {
		const prefixes = prefixesIn(documents, sought);
		const { sales, returns } = missing(documents, sought, from);
		const all = [...new Set([...sales, ...returns.map((each) => each.sought)])];
		const numbers = all.flatMap((each) => numbersOf(each, [...prefixes, '']));
		const read = await documents.read([...SALES, ...RETURNS], inConditions('DocNumber', numbers));
		// Where numbers are seen to follow the orders' names, what has none is not booked
		if (read.kind !== 'done' || prefixes.size > 0) return read;
	}
	const { sales, returns } = missing(documents, sought, from);
	const aroundDay = ({ day }: { day: string }): Days[] => {
		const open = openDay(company, day);
		const days = { from: shifted(day, -1), to: shifted(day, LATER_DAYS) };
		return open > days.to ? [days, { from: open, to: open }] : [days];
	};
	const read = await documents.read(SALES, dateRanges(sales.flatMap(aroundDay)));
	if (read.kind !== 'done') return read;
	return await documents.read(RETURNS, dateRanges(returns.flatMap(aroundDay)));
}

interface Missing {
	sales: Sought[];
	returns: Array<{ day: string; sought: Sought }>;
	none: boolean;
}

/** Orders and refunds from before the window without a document so far. */
function missing(documents: StockDocuments, sought: SoughtOrders, from: string): Missing {
	const { keys, isBooked } = booked(documents.all(), sought);
	const sales = sought.all.filter((each) => each.day < from && !isBooked(each));
	const returns = sought.all.flatMap((each) =>
		each.refunds
			.filter(({ day, key }) => day < from && !keys.has(key))
			.map(({ day }) => ({ day, sought: each })),
	);
	return { sales, returns, none: sales.length + returns.length === 0 };
}

/** What the shop's document numbers begin with before the order's name, seen in the documents found. */
function prefixesIn(documents: StockDocuments, sought: SoughtOrders): Set<string> {
	const prefixes = new Set<string>();
	for (const document of documents.all()) {
		const owner = sought.ownerOf(document);
		if (!owner || owner.key !== owner.sought.key) continue;
		const name = plainName(owner.sought);
		if (name !== '' && document.number.endsWith(name)) {
			prefixes.add(document.number.slice(0, -name.length));
		}
	}
	return prefixes;
}

function numbersOf(sought: Sought, prefixes: readonly string[]): string[] {
	const { edited } = sought.order;
	const suffixes = [
		'',
		...sought.refunds.map((_, index) => `-R${index + 1}`),
		...(edited ? EDITS.map((place) => `-E${place}`) : []),
	];
	const names = prefixes.map((prefix) => `${prefix}${plainName(sought)}`);
	return names
		.flatMap((name) => suffixes.map((suffix) => `${name}${suffix}`))
		.filter((number) => number.length <= LONGEST_NUMBER);
}

/** As document numbers have it. */
function plainName({ order }: Sought): string {
	return order.name.replaceAll('#', '').trim();
}
