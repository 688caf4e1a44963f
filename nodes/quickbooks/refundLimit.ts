import type { AccountingDocument, RefundReceiptDocument } from '../accounting/documents';
import { Money } from '../accounting/money';
import type { Problem } from '../accounting/problems';
import type { Answer } from './client';
import { KINDS } from './entities';
import type { Found } from './found';
import { moneyFromJson } from './fromDocuments/amounts';
import { whereOf } from './fromDocuments/checkDocument';
import { bookedLink, type Link, linkName } from './links';
import { dateRanges, readInto, type Reader } from './lookup';

/** Documents of an edit after the sale was booked add to what was sold. */
const EDITS = '/Edit/';

/** So do those that reverse a refund whose money came back. */
const FAILURE = '/Failure';

/** A sale, and the refunds of this run that name it. */
interface Refunded {
	link: Link;
	refunds: RefundReceiptDocument[];
}

/** What is given back of a sale by this run, and was by earlier ones. */
interface GivenBack {
	now: Money;
	before: Money;
}

/** What was sold, as far as this run and the books tell; undefined where they do not hold the sale. */
interface Sold {
	date: string;
	total: Money;
}

/**
 * Refund receipts that would give back more than was sold, by their keys. All of one sale count together,
 * those of earlier runs too. Reads the edits of a sale only where it is too small without them.
 */
export async function refundsBeyondSale(
	reader: Reader,
	documents: readonly AccountingDocument[],
	found: Found,
): Promise<Answer<Map<string, Problem>>> {
	const beyond = new Map<string, Problem>();
	const known = groups(documents).filter((each) => isNew(each, found));
	const earlier = await readEarlier(reader, known, documents, found);
	if (earlier.kind !== 'done') return earlier;
	for (const refunded of known) {
		const given = givenBack(refunded, found);
		if (fits(given, soldOf(refunded, documents, found))) continue;
		const read = await readEdits(reader, refunded, documents, found);
		if (read.kind !== 'done') return read;
		const sold = soldOf(refunded, documents, found);
		if (!sold || fits(given, sold)) continue;
		for (const refund of refunded.refunds) {
			beyond.set(refund.key, exceeds(refund, refunded.link, given, sold));
		}
	}
	return { kind: 'done', value: beyond };
}

function groups(documents: readonly AccountingDocument[]): Refunded[] {
	const bySale = new Map<string, Refunded>();
	for (const document of documents) {
		if (document.document !== 'Refund Receipt' || !document.appliesTo) continue;
		const name = `${linkName(document.appliesTo)} ${document.currency}`;
		const known = bySale.get(name) ?? { link: document.appliesTo, refunds: [] };
		known.refunds.push(document);
		bySale.set(name, known);
	}
	return [...bySale.values()];
}

/** True where something of it is still to be posted. */
function isNew({ refunds }: Refunded, found: Found): boolean {
	return refunds.some(({ key }) => found.byKey('RefundReceipt', key).length === 0);
}

function fits({ now, before }: GivenBack, sold: Sold | undefined): boolean {
	return !sold || now.add(before).compare(sold.total) <= 0;
}

/** The notes of refund receipts name their sale. One that this run has too counts once. */
function givenBack({ link, refunds }: Refunded, found: Found): GivenBack {
	const [{ currency }] = refunds;
	const own = new Set(refunds.map(({ key }) => key));
	const before = found
		.takingBack('RefundReceipt', link.key)
		.filter(({ keys }) => !keys.some((key) => own.has(key)))
		.flatMap(({ total }) => moneyFromJson(total, currency) ?? []);
	const now = refunds.map(({ total }) => Money.parse(total, currency));
	return { now: Money.sum(currency, now), before: Money.sum(currency, before) };
}

/** All refund receipts since the first of the sales: a key cannot be asked for. */
async function readEarlier(
	reader: Reader,
	groups: readonly Refunded[],
	documents: readonly AccountingDocument[],
	found: Found,
): Promise<Answer<undefined>> {
	const days = groups.flatMap((refunded) => {
		const from = soldOf(refunded, documents, found)?.date;
		return from === undefined ? [] : [{ from, to: lastDay(refunded) ?? from }];
	});
	return await readInto(found, reader, 'RefundReceipt', dateRanges(days));
}

function lastDay({ refunds }: Refunded): string | undefined {
	return refunds
		.map(({ date }) => date)
		.sort()
		.at(-1);
}

function soldOf(
	{ link, refunds }: Refunded,
	documents: readonly AccountingDocument[],
	found: Found,
): Sold | undefined {
	const [{ currency }] = refunds;
	const own = documents.find((document) => linkName(document) === linkName(link));
	const booked = bookedLink(link, found);
	const base = own ?? booked;
	const total = base && moneyFromJson(base.total, currency);
	if (!base || !total || (base.currency ?? currency) !== currency) return undefined;
	const edits = new Map<string, Money>();
	const add = (key: string, amount: string) => {
		const money = moneyFromJson(amount, currency);
		if (money) edits.set(key, money);
	};
	const given = found.takingBack('RefundReceipt', link.key).flatMap(({ keys }) => keys);
	const reversals = new Set([...given, ...refunds.map(({ key }) => key)].map(failureKey));
	for (const key of reversals) {
		const [reversal] = found.byKey('SalesReceipt', key);
		if (reversal) add(key, reversal.total);
	}
	const beginning = `${link.key}${EDITS}`;
	for (const entity of ['SalesReceipt', 'Invoice'] as const) {
		for (const edit of found.byKeyBeginning(entity, beginning)) add(edit.keys[0], edit.total);
	}
	for (const edit of documents) {
		const adds = edit.key.startsWith(beginning) || reversals.has(edit.key);
		if (KINDS[edit.document].stage === 0 && adds) {
			add(edit.key, edit.total);
		}
	}
	return { date: base.date, total: Money.sum(currency, [total, ...edits.values()]) };
}

function failureKey(key: string): string {
	return `${key}${FAILURE}`;
}

/** Edits and reversals lie between the sale and the refund. */
async function readEdits(
	reader: Reader,
	refunded: Refunded,
	documents: readonly AccountingDocument[],
	found: Found,
): Promise<Answer<undefined>> {
	const from = soldOf(refunded, documents, found)?.date ?? '';
	const to = lastDay(refunded) ?? from;
	for (const entity of ['SalesReceipt', 'Invoice'] as const) {
		const answer = await readInto(found, reader, entity, dateRanges([{ from, to }]));
		if (answer.kind !== 'done') return answer;
	}
	return { kind: 'done', value: undefined };
}

function exceeds(
	refund: RefundReceiptDocument,
	link: Link,
	{ now, before }: GivenBack,
	sold: Sold,
): Problem {
	const earlier = before.isZero() ? '' : ` (${before} were already)`;
	return {
		code: 'refund-exceeds-sale',
		what: `${now} would be given back${earlier}, and the ${link.document.toLowerCase()} ${link.key} was over ${sold.total}`,
		where: whereOf(refund),
		fix: 'Compare the order in Shopify with its documents in QuickBooks: the sale may be booked in part only, or the refund twice',
	};
}
