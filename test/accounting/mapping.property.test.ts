import fc from 'fast-check';

import type { SalesDocument } from '../../nodes/accounting/documents';
import { salesReceiptPolicy } from '../../nodes/accounting/policy';
import { refundToRefundReceipt } from '../../nodes/accounting/refundToRefundReceipt';
import { FORMS, inDays, mapAll, refundsOf, type Item } from './mapped';
import { anyShop, variedShop, type KnownOrder } from './sandboxShop.mts';

/** Every run makes a shop of about 80 orders; the seed keeps a failure from coming and going. */
const RUNS = { seed: 2026, numRuns: 4, endOnFailure: true };

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

jest.setTimeout(120_000);

describe.each(FORMS)('mapping orders as %s', (_form, settings) => {
	const policyAt = (moment: number) =>
		salesReceiptPolicy({ ...settings, asOf: new Date(moment).toISOString() });
	const policy = policyAt(Date.parse('2027-06-01T00:00:00Z'));

	it('reads its input only, and makes the same of it twice', () => {
		fc.assert(
			fc.property(anyShop, (choice) => {
				const { orders } = variedShop(choice);
				for (const { order } of orders) {
					const first = mapAll(frozen(order), policy);
					expectSame(order.name, mapAll(structuredClone(order), policy), first);
				}
			}),
			RUNS,
		);
	});

	it('does not depend on the order in which the parts of an order come', () => {
		fc.assert(
			fc.property(anyShop, fc.infiniteStream(fc.nat()), (choice, random) => {
				const { orders } = variedShop(choice);
				for (const { order } of orders) {
					const mixed = mapAll(shuffled(order, random), policy);
					const plain = mapAll(order, policy);
					expect([order.name, mixed.problems]).toEqual([order.name, plain.problems]);
					expectSame(order.name, orderless(mixed.documents), orderless(plain.documents));
				}
			}),
			RUNS,
		);
	});

	it('does not depend on the order in which the orders come', () => {
		fc.assert(
			fc.property(anyShop, fc.infiniteStream(fc.nat()), (choice, random) => {
				const shop = variedShop(choice);
				const items = shop.orders.map(({ order }) => order);
				const documentsOf = (some: Item[]) =>
					inDays(
						some.flatMap((order) => mapAll(order, policy).documents),
						policy,
					);
				const mixed = documentsOf(permuted(items, random));
				expectSame(choice, byPlace(mixed), byPlace(documentsOf(items)));
			}),
			RUNS,
		);
	});

	it('makes the same of a refund alone as of a refund among others', () => {
		fc.assert(
			fc.property(anyShop, (choice) => {
				const { orders } = variedShop(choice);
				for (const { order } of orders) {
					const among = mapAll(order, policy);
					for (const refund of refundsOf(order)) {
						const outcome = refundToRefundReceipt({ ...structuredClone(order), refund }, policy);
						const alone = outcome.kind === 'documents' ? outcome.documents : [];
						expectSame(order.name, alone, among.refunds.get(refund.id));
					}
				}
			}),
			RUNS,
		);
	});

	it('leaves what it made of an earlier reading as it was, whatever happens to the order later', () => {
		fc.assert(
			fc.property(anyShop, (choice) => {
				for (const known of variedShop(choice).orders) expectSteady(known, policyAt);
			}),
			RUNS,
		);
	});
});

/**
 * Reads the order at every moment of its life, and again when the day after is over. Shopify shows an
 * order together with the money it was placed with. A reading may fall between a payment and the change
 * given for it, or the edit it pays for: it is refused then, and right the next time.
 */
function expectSteady(
	{ moments, at, truth }: KnownOrder,
	policyAt: (moment: number) => ReturnType<typeof salesReceiptPolicy>,
): void {
	const placed = moments[0] + MINUTE;
	const life = [placed, ...moments.filter((moment) => moment > placed)];
	const times = [...life, ...life.map((moment) => moment + 2 * DAY)].sort((a, b) => a - b);
	const earlier = new Map<string, SalesDocument>();
	for (const time of times) {
		const { documents, problems } = mapAll(at(time) ?? {}, policyAt(time));
		const context = [truth.name, truth.scenario, new Date(time).toISOString()];
		const isLast = time === times.at(-1);
		if (!isLast && problems.some((problem) => problem.startsWith(OVERPAID))) continue;
		expect([context, problems]).toEqual([context, []]);
		const now = byKey(documents);
		expect([context, now.size]).toEqual([context, documents.length]);
		for (const [key, document] of earlier) expectSame(context, now.get(key), document);
		for (const [key, document] of now) earlier.set(key, document);
	}
}

/** Comparing texts first is much faster than comparing trees. */
function expectSame(context: unknown, found: unknown, wanted: unknown): void {
	if (JSON.stringify(found) === JSON.stringify(wanted)) return;
	expect([context, found]).toEqual([context, wanted]);
	throw new Error('Two documents differ in the order of their fields');
}

const OVERPAID = 'payments-do-not-match-total';

const byKey = (documents: readonly SalesDocument[]) =>
	new Map(documents.map((document) => [`${document.document} ${document.key}`, document]));

const byPlace = (documents: readonly SalesDocument[]) =>
	[...byKey(documents)].sort(([a], [b]) => (a < b ? -1 : 1));

function frozen<T>(value: T): T {
	if (typeof value !== 'object' || value === null) return value;
	for (const part of Object.values(value)) frozen(part);
	return Object.freeze(value);
}

/** Lists whose order means nothing; Shopify numbers nothing by it. */
const LISTS = new Set([
	'lineItems',
	'shippingLines',
	'additionalFees',
	'transactions',
	'refunds',
	'agreements',
	'sales',
	'refundLineItems',
	'refundShippingLines',
	'orderAdjustments',
	'duties',
]);

type Stream = Iterator<number>;

function shuffled(value: Item, random: Stream): Item {
	const parts = Object.entries(value).map(([key, part]): [string, unknown] => [
		key,
		LISTS.has(key) && Array.isArray(part) ? permuted(part, random) : part,
	]);
	const entries = parts.map(([key, part]): [string, unknown] => [
		key,
		Array.isArray(part) ? part.map((each: unknown) => mixed(each, random)) : part,
	]);
	return Object.fromEntries(entries);
}

const mixed = (value: unknown, random: Stream): unknown =>
	typeof value === 'object' && value !== null && !Array.isArray(value)
		? shuffled(value as Item, random)
		: value;

function permuted<T>(list: readonly T[], random: Stream): T[] {
	const left = [...list];
	const result: T[] = [];
	while (left.length > 0) {
		const place = Number(random.next().value) % left.length;
		result.push(...left.splice(place, 1));
	}
	return result;
}

/** Lines and taxes stand on a document as they stand in Shopify; the same ones in any order. */
function orderless(documents: readonly SalesDocument[]): unknown {
	const sorted = (parts: readonly unknown[]) => parts.map((part) => JSON.stringify(part)).sort();
	return byPlace(documents).map(([, document]) => {
		if (!('lines' in document)) return document;
		const lines = document.lines.map((line) => ({ ...line, taxes: sorted(line.taxes) }));
		return { ...document, lines: sorted(lines), taxes: sorted(document.taxes) };
	});
}
