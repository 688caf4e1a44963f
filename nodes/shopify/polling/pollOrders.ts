import type { ShopifyClient } from '../client';
import { readOrdersById } from '../readRefunds';
import { ok, type OrderFacts, type Outcome, type RefundFacts, type Shop } from '../types';
import type { Looked } from './balanceLook';
import { keyOf } from './byId';
import {
	happeningsOf,
	newsFrom,
	newsSince,
	refundTime,
	refundVersion,
	signsOf,
	type OrderEvent,
} from './orderEvents';
import { lookAtOrders, orderCandidate } from './orderLook';
import { lastOf } from './payoutNews';
import {
	dueAgain,
	isNew,
	noteGiven,
	noteKnown,
	noteLook,
	noteRepeated,
	prune,
	reachOf,
	type Stream,
} from './seen';
import {
	beginOrGoOn,
	streamOf,
	type PollResult,
	type PollSettings,
	type TriggeredFact,
} from './settings';

export type OrderNews = OrderEvent | 'refundCreated';

export interface OrderSettings extends PollSettings {
	news: ReadonlySet<OrderNews>;
}

/** Whole orders are large; after each few of them the poll looks at the clock. */
const AT_ONCE = 10;
/** Orders and refunds that stay known behind the window: an old one comes again with any change. */
const KEPT = 2000;

interface Work {
	client: ShopifyClient;
	settings: OrderSettings;
	shop: Shop;
	orders: Stream;
	refunds: Stream;
	/** By the id of the order or of the refund: a poll hands out each once. */
	facts: Map<string, TriggeredFact>;
}

/** One poll of orders and refunds. Nothing changes but by what it returns. */
export async function pollOrders(
	client: ShopifyClient,
	settings: OrderSettings,
	kept: unknown,
): Promise<Outcome<PollResult>> {
	const begun = await beginOrGoOn(client, settings, kept);
	if (!begun.ok) return begun;
	const state = begun.value;
	const first = state.streams.orders === undefined;
	const now = client.clock.now();
	const orders = streamOf(state, 'orders', settings, now);
	const refunds = state.streams.refunds ?? { ...orders, seen: new Map() };
	const overlapMs = reachOf(orders, settings.overlapMs, now);
	const look = await lookAtOrders(client, orders, { ...settings, overlapMs });
	if (!look.ok) return look;
	const { shop, looked } = look.value;
	// the credential leads to another shop now: what was kept is of no use
	if (shop?.id !== state.shop) return await pollOrders(client, settings, undefined);
	noteLook(orders, overlapMs, looked.upTo, now);
	const work: Work = { client, settings, shop, orders, refunds, facts: new Map() };
	const news = await handOutNews(work, looked, first);
	if (!news.ok) return news;
	const again = await handOutAgain(work);
	if (!again.ok) return again;
	for (const stream of [orders, refunds]) {
		prune(stream, settings.overlapMs, settings.repeats, () => true, KEPT);
	}
	const streams = { ...state.streams, orders, refunds };
	return ok({ facts: [...work.facts.values()], state: { ...state, streams } });
}

async function handOutNews(
	work: Work,
	{ candidates, upTo }: Looked,
	first: boolean,
): Promise<Outcome<undefined>> {
	const { client, settings, orders } = work;
	const changed = candidates.filter((one) => isNew(orders, one));
	const old = first ? changed.filter(({ at }) => at < orders.start) : [];
	for (const one of old) noteKnown(orders, one);
	const news = changed.slice(old.length);
	let done = Math.min(upTo, lastOf(candidates, orders.cursor));
	for (let from = 0; from < news.length; from += AT_ONCE) {
		if (from >= settings.most || (from > 0 && client.clock.now() > settings.deadline)) {
			done = Math.min(done, news[from - 1].at);
			break;
		}
		const keys = news.slice(from, from + AT_ONCE).map(({ key }) => key);
		const read = await readByKey(work, keys);
		if (!read.ok) return read;
		for (const order of read.value) judge(work, order);
	}
	orders.cursor = Math.max(orders.cursor, done);
	return ok(undefined);
}

async function readByKey(
	{ client, shop, settings }: Work,
	keys: string[],
): Promise<Outcome<OrderFacts[]>> {
	const { includeTest } = settings;
	const ids = keys.map((key) => `gid://shopify/Order/${key}`);
	const search = { date: 'updatedAt' as const, includeTest };
	const read = await readOrdersById({ client, shop, search }, ids);
	return read.ok ? ok(read.value.orders) : read;
}

function judge(work: Work, order: OrderFacts): void {
	const { client, settings, orders, facts } = work;
	const candidate = orderCandidate(order);
	const known = orders.seen.get(candidate.key);
	const happenings = happeningsOf(order);
	const [signsBefore] = known?.mark.split(' ') ?? [''];
	const news = (
		signsBefore === ''
			? newsFrom(happenings, order, orders.start)
			: newsSince(happenings, signsBefore)
	).filter((kind) => settings.news.has(kind));
	const signs = signsOf(happenings);
	if (news.length > 0) {
		facts.set(order.id, { ...order, triggeredBy: news });
		noteGiven(orders, candidate, client.clock.now(), `${signs} ${news.join(' ')}`);
	} else {
		// what it was handed out for may still have to come again
		const mark = [signs, ...(known?.mark.split(' ').slice(1) ?? [])].join(' ');
		const { given, times } = known ?? { given: 0, times: 0 };
		orders.seen.set(candidate.key, { ...candidate, given, times, mark });
	}
	judgeRefunds(work, order);
}

function judgeRefunds({ client, settings, refunds, facts }: Work, order: OrderFacts): void {
	const isYounger = Date.parse(order.createdAt) >= refunds.start;
	for (const refund of order.refunds) {
		const at = refundTime(refund);
		const candidate = { key: keyOf(refund.id), version: refundVersion(refund), at };
		if (!isNew(refunds, candidate)) continue;
		const isNews = refunds.seen.has(candidate.key) || isYounger || at >= refunds.start;
		if (isNews && settings.news.has('refundCreated')) {
			facts.set(refund.id, refundFacts(order, refund));
			noteGiven(refunds, candidate, client.clock.now(), keyOf(order.id));
		} else {
			noteKnown(refunds, candidate, keyOf(order.id));
		}
	}
}

function refundFacts(order: OrderFacts, refund: RefundFacts['refund']): TriggeredFact {
	return { ...order, refund, triggeredBy: ['refundCreated'] };
}

/** Hands out a second time what may have been lost on its way. */
async function handOutAgain(work: Work): Promise<Outcome<undefined>> {
	const { client, settings, orders, refunds, facts } = work;
	const now = client.clock.now();
	const dueOrders = new Set(dueAgain(orders, now, settings.repeats));
	const dueRefunds = new Map(
		dueAgain(refunds, now, settings.repeats).map((key) => [key, refunds.seen.get(key)?.mark ?? '']),
	);
	const keys = [...new Set([...dueOrders, ...dueRefunds.values()])];
	for (let from = 0; from < keys.length; from += AT_ONCE) {
		if (client.clock.now() > settings.deadline) break;
		const batch = keys.slice(from, from + AT_ONCE);
		const read = await readByKey(work, batch);
		if (!read.ok) return read;
		for (const order of read.value) {
			const key = keyOf(order.id);
			const triggeredBy = orders.seen.get(key)?.mark.split(' ').slice(1) ?? [];
			if (dueOrders.has(key)) facts.set(order.id, { ...order, triggeredBy });
			for (const refund of order.refunds) {
				if (dueRefunds.has(keyOf(refund.id))) facts.set(refund.id, refundFacts(order, refund));
			}
		}
		for (const key of batch) if (dueOrders.has(key)) noteRepeated(orders, key, now);
		for (const [key, order] of dueRefunds) {
			if (batch.includes(order)) noteRepeated(refunds, key, now);
		}
	}
	return ok(undefined);
}
