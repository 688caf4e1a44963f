import type { ShopifyClient } from '../client';
import { oldestRowFirst } from '../payments/readBalanceTransactions';
import { oldestDisputeFirst } from '../payments/readDisputes';
import type { BalanceTransaction, Dispute, PayoutFacts } from '../payments/types';
import { ok, type Outcome } from '../types';
import { disputeCandidate, isOpen, lookAtBalance, type Look } from './balanceLook';
import { keyOf } from './byId';
import { handOutAgain, readNews } from './ledgerNews';
import { isPaidRow, noteRowOf, payoutNews, readPayoutsByKey } from './payoutNews';
import {
	DEEP_MS,
	dueAgain,
	isNew,
	noteGiven,
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
import type { PollState } from './state';

export type BalanceNews =
	| 'balanceTransaction'
	| 'disputeChanged'
	| 'payoutChanged'
	| 'payoutCreated';

export interface BalanceSettings extends PollSettings {
	news: ReadonlySet<BalanceNews>;
	/** Whether the rows of a payout explain it; the books know, this library knows no money. */
	isWhole(payout: PayoutFacts): boolean;
}

const DAY_MS = 86_400_000;
/** A payout fails days after it was issued; one that is still open is followed for longer. */
const PAYOUT_OVERLAP_MS = 30 * DAY_MS;
/** A dispute is won or lost months after it began. */
const DISPUTE_OVERLAP_MS = 120 * DAY_MS;
const PAYOUTS_AGAIN = 50;

type StreamName = 'rows' | 'payouts' | 'disputes';

/** What a poll is about to hand out, and what it will remember of it. */
interface Work {
	client: ShopifyClient;
	settings: BalanceSettings;
	deadline: number;
	look: Look;
	streams: Record<StreamName, Stream>;
	/** Streams that are looked at for the first time: what is older than their start is only noted. */
	first: Record<StreamName, boolean>;
	/** Facts by their id: a poll hands out each once. */
	facts: Map<string, TriggeredFact>;
}

/** One poll of the Shopify Payments ledger. Nothing changes but by what it returns. */
export async function pollBalance(
	client: ShopifyClient,
	settings: BalanceSettings,
	kept: unknown,
): Promise<Outcome<PollResult>> {
	const begun = await beginOrGoOn(client, settings, kept);
	if (!begun.ok) return begun;
	const work = await begin(client, settings, begun.value);
	if (!work.ok) return work;
	// the credential leads to another shop now: what was kept is of no use
	if (work.value.look.shop.id !== begun.value.shop) {
		return await pollBalance(client, settings, undefined);
	}
	for (const name of chosen(settings)) {
		const done = await HAND_OUT[name](work.value);
		if (!done.ok) return done;
	}
	return ok({
		facts: [...work.value.facts.values()],
		state: remembered(work.value, begun.value),
	});
}

/** The streams that the chosen news needs; rows get their payout by the payouts. */
function chosen({ news }: BalanceSettings): StreamName[] {
	const names: StreamName[] = [];
	const rows = news.has('balanceTransaction');
	if (rows || news.has('payoutCreated') || news.has('payoutChanged')) names.push('payouts');
	if (rows) names.push('rows');
	if (news.has('disputeChanged')) names.push('disputes');
	return names;
}

async function begin(
	client: ShopifyClient,
	settings: BalanceSettings,
	state: PollState,
): Promise<Outcome<Work>> {
	const stream = (name: StreamName) => streamOf(state, name, settings, client.clock.now());
	const first = (name: StreamName) => state.streams[name] === undefined;
	const streams = {
		rows: stream('rows'),
		payouts: stream('payouts'),
		disputes: stream('disputes'),
	};
	const names = chosen(settings);
	const now = client.clock.now();
	const reach = reachOf(streams.rows, settings.overlapMs, now);
	const look = await lookAtBalance(
		client,
		{
			rows: names.includes('rows') ? [streams.rows, reach] : undefined,
			payouts: names.includes('payouts') ? [streams.payouts, PAYOUT_OVERLAP_MS] : undefined,
			disputes: names.includes('disputes') ? [streams.disputes, DISPUTE_OVERLAP_MS] : undefined,
		},
		settings,
	);
	if (!look.ok) return look;
	noteLook(streams.rows, reach, look.value.rows.upTo, now);
	return ok({
		client,
		settings,
		deadline: settings.deadline,
		look: look.value,
		streams,
		first: { rows: first('rows'), payouts: first('payouts'), disputes: first('disputes') },
		facts: new Map(),
	});
}

/** Streams that are not chosen stay as they were, for the day that they are chosen again. */
function remembered({ settings, streams }: Work, state: PollState): PollState {
	const { overlapMs, repeats } = settings;
	const open = ({ version }: { version: string }) => isOpen(version);
	prune(streams.rows, Math.max(overlapMs, DEEP_MS), repeats);
	prune(streams.payouts, PAYOUT_OVERLAP_MS, repeats, open);
	prune(streams.disputes, DISPUTE_OVERLAP_MS, repeats, open);
	const own = chosen(settings).map((name) => [name, streams[name]] as const);
	return { ...state, streams: { ...state.streams, ...Object.fromEntries(own) } };
}

const HAND_OUT: Record<StreamName, (work: Work) => Promise<Outcome<undefined>>> = {
	payouts: handOutPayouts,
	rows: handOutRows,
	disputes: handOutDisputes,
};

async function handOutPayouts(work: Work): Promise<Outcome<undefined>> {
	const { client, settings, deadline, look, streams, facts } = work;
	const wanted: ReadonlySet<string> = settings.news;
	const found = await payoutNews({ client, ...look }, streams.payouts, look.payouts, {
		wanted,
		isWhole: (payout) => settings.isWhole(payout),
		deadline,
		most: settings.most,
		first: work.first.payouts,
	});
	if (!found.ok) return found;
	const rows = found.value.flatMap((one) => (one.withRows ? one.facts.balanceTransactions : []));
	if (wanted.has('balanceTransaction')) addRows(work, rows);
	for (const { facts: payout, news } of found.value) {
		if (wanted.has(news)) facts.set(payout.id, { ...payout, triggeredBy: [news] });
	}
	return await handOutPayoutsAgain(work);
}

async function handOutPayoutsAgain(work: Work): Promise<Outcome<undefined>> {
	const { client, settings, deadline, look, streams, facts } = work;
	const now = client.clock.now();
	const due = dueAgain(streams.payouts, now, settings.repeats).slice(0, PAYOUTS_AGAIN);
	if (due.length === 0 || now > deadline) return ok(undefined);
	const again = await readPayoutsByKey({ client, ...look }, due);
	if (!again.ok) return again;
	for (const payout of again.value) {
		const [, news = 'payoutChanged'] =
			streams.payouts.seen.get(keyOf(payout.id))?.mark.split(' ') ?? [];
		facts.set(payout.id, { ...payout, triggeredBy: [news] });
	}
	for (const key of due) noteRepeated(streams.payouts, key, now);
	return ok(undefined);
}

async function handOutRows(work: Work): Promise<Outcome<undefined>> {
	const { client, look, streams, settings, facts, first } = work;
	const { rows, payouts } = streams;
	const type = 'ShopifyPaymentsBalanceTransaction';
	const found = await readNews<BalanceTransaction>(work, {
		type,
		stream: rows,
		looked: look.rows,
		isNews: (one) => !(first.rows && one.at < rows.start),
	});
	if (!found.ok) return found;
	const now = client.clock.now();
	for (const { associatedPayout, transactionDate } of found.value.filter(isPaidRow)) {
		if (associatedPayout.id === null) continue;
		noteRowOf(payouts, keyOf(associatedPayout.id), Date.parse(transactionDate), now);
	}
	addRows(work, found.value);
	return await handOutAgain<BalanceTransaction>(work, rows, {
		type,
		repeats: settings.repeats,
		add: (row) =>
			facts.set(row.id, { ...row, shop: look.shop, triggeredBy: ['balanceTransaction'] }),
	});
}

/** Rows that are not known in this version: they are new, or have got their payout. */
function addRows({ client, streams, facts, look }: Work, rows: BalanceTransaction[]): void {
	for (const row of [...rows].sort(oldestRowFirst)) {
		const version = row.associatedPayout.id === null ? '' : keyOf(row.associatedPayout.id);
		const candidate = { key: keyOf(row.id), version, at: Date.parse(row.transactionDate) };
		if (!isNew(streams.rows, candidate)) continue;
		facts.set(row.id, { ...row, shop: look.shop, triggeredBy: ['balanceTransaction'] });
		noteGiven(streams.rows, candidate, client.clock.now());
	}
}

async function handOutDisputes(work: Work): Promise<Outcome<undefined>> {
	const { client, look, streams, settings, facts, first } = work;
	const { disputes } = streams;
	const add = (dispute: Dispute) =>
		facts.set(dispute.id, { ...dispute, shop: look.shop, triggeredBy: ['disputeChanged'] });
	const type = 'ShopifyPaymentsDispute';
	const found = await readNews<Dispute>(work, {
		type,
		stream: disputes,
		looked: look.disputes,
		isNews: (one) => !(first.disputes && one.at < disputes.start),
	});
	if (!found.ok) return found;
	for (const dispute of found.value.sort(oldestDisputeFirst)) {
		add(dispute);
		noteGiven(disputes, disputeCandidate(dispute), client.clock.now());
	}
	return await handOutAgain<Dispute>(work, disputes, { type, repeats: settings.repeats, add });
}
