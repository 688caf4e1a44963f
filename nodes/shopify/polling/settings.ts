import type { ShopifyClient } from '../client';
import { failure } from '../problems';
import { readShop } from '../shop';
import { parseShopTime } from '../shopTime';
import { ok, type GraphqlObject, type Outcome, type Shop } from '../types';
import { readState, type PollState } from './state';
import { newStream, type Repeats, type Stream } from './seen';

/** How a trigger polls, whatever it looks for. */
export interface PollSettings {
	/** "now", or the text of a day or a moment in the shop's time zone. */
	start: string;
	/** How far the window reaches back from the youngest fact. */
	overlapMs: number;
	repeats: Repeats;
	includeTest: boolean;
	/** By n8n's clock: no further fact is read after it, the rest is left to the next poll. */
	deadline: number;
	/** Facts of one kind that one poll hands out anew. */
	most: number;
}

/** A fact with the kinds of news that it is, e.g. ["payoutChanged"]. */
export type TriggeredFact = GraphqlObject & { triggeredBy: string[] };

/** What a poll hands out, and what to keep for the next one once that is done. */
export interface PollResult {
	facts: TriggeredFact[];
	state: PollState;
}

/** What the books can tell about a payout, which this library, knowing no money, cannot. */
export type IsWhole = (payout: GraphqlObject) => boolean;

/**
 * Where a poll goes on, or begins. A first poll has to know the shop before it looks, because a
 * date is the shop's local one; later ones learn by the way that it is still the same shop.
 */
export async function beginOrGoOn(
	client: ShopifyClient,
	{ start }: PollSettings,
	kept: unknown,
): Promise<Outcome<PollState>> {
	const state = readState(kept, start);
	if (state) return ok(state);
	const shop = await readShop(client);
	if (!shop.ok) return shop;
	const begin = start === 'now' ? ok(client.clock.now()) : startOf(start, shop.value);
	if (!begin.ok) return begin;
	return ok({ shop: shop.value.id, startSetting: start, begin: begin.value, streams: {} });
}

/** @returns the stream; one that is looked at for the first time begins at the date, or now. */
export function streamOf(
	{ streams, begin }: PollState,
	name: string,
	{ start }: PollSettings,
	now: number,
): Stream {
	return streams[name] ?? newStream(start === 'now' ? now : begin);
}

function startOf(text: string, shop: Shop): Outcome<number> {
	const time = parseShopTime(text, shop.ianaTimezone);
	if (time) return ok(time.instant);
	return failure(
		'invalid-setting',
		"'Start Date' is not a date",
		'Enter a day such as 2026-10-01, or a time such as 2026-10-01T09:30:00.',
		'Settings',
	);
}
