import type { ShopifyClient } from '../client';
import { ok, type GraphqlObject, type Outcome } from '../types';
import type { Looked } from './balanceLook';
import { readById } from './byId';
import type { LedgerType } from './lookQueries';
import { lastOf } from './payoutNews';
import {
	dueAgain,
	isNew,
	noteKnown,
	noteRepeated,
	type Candidate,
	type Repeats,
	type Stream,
} from './seen';

export interface NewsSource {
	client: ShopifyClient;
	/** By the client's clock: the rest is left to the next poll. */
	deadline: number;
	settings: { most: number };
}

const AT_ONCE = 100;

/** Which facts of the ledger are read by their ids. */
export interface NewsRequest {
	type: LedgerType;
	stream: Stream;
	looked: Looked;
	isNews(candidate: Candidate): boolean;
}

/** Reads what is new, in the order of time, until the time of the poll is up. */
export async function readNews<T extends GraphqlObject & { id: string }>(
	{ client, deadline, settings: { most } }: NewsSource,
	{ type, stream, looked: { candidates, upTo }, isNews }: NewsRequest,
): Promise<Outcome<T[]>> {
	const fresh = candidates.filter((one) => isNew(stream, one));
	const news = fresh.filter(isNews);
	for (const one of fresh) if (!isNews(one)) noteKnown(stream, one);
	const found: T[] = [];
	let done = Math.min(upTo, lastOf(candidates, stream.cursor));
	for (let from = 0; from < news.length; from += AT_ONCE) {
		if (from >= most || (from > 0 && client.clock.now() > deadline)) {
			done = Math.min(done, news[from - 1].at);
			break;
		}
		const keys = news.slice(from, from + AT_ONCE).map(({ key }) => key);
		const read = await readById<T>(client, type, keys);
		if (!read.ok) return read;
		found.push(...read.value);
	}
	stream.cursor = Math.max(stream.cursor, done);
	return ok(found);
}

/** Hands out a second time what may have been lost on its way. */
export async function handOutAgain<T extends GraphqlObject & { id: string }>(
	{ client, deadline }: NewsSource,
	stream: Stream,
	{ type, repeats, add }: { type: LedgerType; repeats: Repeats; add: (fact: T) => void },
): Promise<Outcome<undefined>> {
	const now = client.clock.now();
	const due = dueAgain(stream, now, repeats);
	for (let from = 0; from < due.length; from += AT_ONCE) {
		if (client.clock.now() > deadline) break;
		const keys = due.slice(from, from + AT_ONCE);
		const read = await readById<T>(client, type, keys);
		if (!read.ok) return read;
		for (const fact of read.value) add(fact);
		for (const key of keys) noteRepeated(stream, key, now);
	}
	return ok(undefined);
}
