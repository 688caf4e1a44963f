import type { ShopifyClient } from '../client';
import type { PaymentsAccount } from '../payments/accounts';
import { readRowsOfPayouts } from '../payments/rowsOfPayouts';
import type { Payout, PayoutFacts } from '../payments/types';
import { ok, type Outcome, type Shop } from '../types';
import { payoutCandidate, type Looked } from './balanceLook';
import { keyOf, readById } from './byId';
import { isNew, noteGiven, noteKnown, type Candidate, type Seen, type Stream } from './seen';

/** A version with this sign is handed out with the next look in any case. */
const WAITING = '~';
/** How long a payout waits for rows that Shopify shows late before it is handed out as it is. */
const PATIENCE_MS = 24 * 3_600_000;
const AT_ONCE = 10;

export interface PayoutSource {
	client: ShopifyClient;
	shop: Shop;
	accounts: PaymentsAccount[];
}

export type PayoutNews = 'payoutCreated' | 'payoutChanged';

export interface NewPayout {
	facts: PayoutFacts;
	news: PayoutNews;
	/** Whether its rows have to be handed out, too: they have got their payout. */
	withRows: boolean;
}

export interface PayoutSettings {
	/** Which news is handed out; the others are noted all the same. */
	wanted: ReadonlySet<string>;
	isWhole: (payout: PayoutFacts) => boolean;
	deadline: number;
	most: number;
	first: boolean;
}

/** Payouts that are new or have changed, with all their rows; notes them in the stream. */
export async function payoutNews(
	source: PayoutSource,
	stream: Stream,
	{ candidates, upTo }: Looked,
	settings: PayoutSettings,
): Promise<Outcome<NewPayout[]>> {
	const { clock } = source.client;
	const fresh = candidates.filter((one) => isNew(stream, one));
	const news = fresh.filter((one) => !(settings.first && one.at < stream.start));
	for (const one of fresh) if (!news.includes(one)) noteKnown(stream, one);
	const found: NewPayout[] = [];
	let done = Math.min(upTo, lastOf(candidates, stream.cursor));
	for (let from = 0; from < news.length; from += AT_ONCE) {
		if (from >= settings.most || (from > 0 && clock.now() > settings.deadline)) {
			done = Math.min(done, news[from - 1].at);
			break;
		}
		const keys = news.slice(from, from + AT_ONCE).map(({ key }) => key);
		const payouts = await readPayoutsByKey(source, keys);
		if (!payouts.ok) return payouts;
		for (const facts of payouts.value) {
			const one = judge(stream, facts, settings, clock.now());
			if (one) found.push(one);
		}
	}
	stream.cursor = Math.max(stream.cursor, done);
	return ok(found);
}

export function lastOf(candidates: Candidate[], otherwise: number): number {
	return candidates.at(-1)?.at ?? otherwise;
}

function judge(
	stream: Stream,
	facts: PayoutFacts,
	{ wanted, isWhole }: PayoutSettings,
	now: number,
): NewPayout | undefined {
	const candidate = payoutCandidate(facts);
	const known = stream.seen.get(candidate.key);
	if (known?.version === candidate.version) return undefined;
	const before = previousOf(known);
	if (!isWhole(facts) && !isOutOfPatience(known, now)) {
		noteWaiting(stream, candidate, known, now);
		return undefined;
	}
	const news: PayoutNews = before === '' ? 'payoutCreated' : 'payoutChanged';
	// its own transfer to the bank comes later than the rows that it pays
	const rows = facts.balanceTransactions.filter(isPaidRow).length;
	const rowsKnown = known ? Number.parseInt(known.mark, 10) : 0;
	// what was there before the trigger has no count of rows, and its rows are of before, too
	const withRows =
		news === 'payoutCreated' ? rowsKnown !== rows : rowsKnown >= 0 && rowsKnown !== rows;
	const mark = `${rows} ${news}`;
	if (wanted.has(news)) noteGiven(stream, candidate, now, mark);
	else noteKnown(stream, candidate, mark);
	return { facts, news, withRows };
}

const previousOf = (known: Seen | undefined): string => (known?.version ?? '').replace(WAITING, '');

function isOutOfPatience(known: Seen | undefined, now: number): boolean {
	return (
		known !== undefined && known.version.startsWith(WAITING) && now - known.given >= PATIENCE_MS
	);
}

function noteWaiting(stream: Stream, one: Candidate, known: Seen | undefined, now: number): void {
	const waiting = known?.version.startsWith(WAITING) === true;
	const given = waiting ? known.given : now;
	const version = `${WAITING}${previousOf(known)}`;
	stream.seen.set(one.key, { version, at: one.at, given, times: 0, mark: known?.mark ?? '' });
}

export const isPaidRow = ({ type }: { type: string }): boolean => type !== 'TRANSFER';

/**
 * A row was handed out with a payout that has not been met itself: when all of its rows were,
 * they are not handed out again with it.
 */
export function noteRowOf(stream: Stream, payout: string, at: number, now: number): void {
	const known = stream.seen.get(payout);
	if (previousOf(known) !== '') return;
	const rows = known ? Number.parseInt(known.mark, 10) || 0 : 0;
	const given = known?.given ?? now;
	stream.seen.set(payout, {
		version: WAITING,
		at: known?.at ?? at,
		given,
		times: 0,
		mark: String(rows + 1),
	});
}

/** Payouts with their rows; the account is known by its business entity. */
export async function readPayoutsByKey(
	{ client, shop, accounts }: PayoutSource,
	keys: string[],
): Promise<Outcome<PayoutFacts[]>> {
	const payouts = await readById<Payout & { businessEntity?: { id: string } }>(
		client,
		'ShopifyPaymentsPayout',
		keys,
	);
	if (!payouts.ok) return payouts;
	const facts = new Map<string, PayoutFacts>();
	for (const account of accounts) {
		const own = payouts.value.filter(
			({ businessEntity }) => accountOf(accounts, businessEntity?.id) === account,
		);
		if (own.length === 0) continue;
		const rows = await readRowsOfPayouts(client, account, own);
		if (!rows.ok) return rows;
		for (const payout of own) {
			const balanceTransactions = rows.value.get(payout.id) ?? [];
			facts.set(keyOf(payout.id), { ...payout, balanceTransactions, shop });
		}
	}
	return ok(keys.flatMap((key) => facts.get(key) ?? []));
}

/** Where no entity fits it is the account that the shop itself shows, or the only one. */
function accountOf(accounts: PaymentsAccount[], entityId: string | undefined): PaymentsAccount {
	const own = accounts.find(({ entity }) => entity !== undefined && entity.id === entityId);
	return own ?? accounts.find(({ entity }) => entity === undefined) ?? accounts[0];
}
