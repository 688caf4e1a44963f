/**
 * The memory of a polling trigger, pure. A poll looks at a window that reaches back from the
 * youngest fact it has met, because Shopify's search shows new facts late; what was handed out is
 * remembered, so that the window may be looked at again and again. Nobody tells a trigger whether
 * the run it started went well, so each fact is handed out a second time later: the books know
 * what they hold, and a run that was lost is made good.
 */

/** A fact as a look finds it. */
export interface Candidate {
	/** The number in its id. */
	key: string;
	/** Changes when the fact is to be handed out again, e.g. a payout's status. */
	version: string;
	/** Milliseconds since 1970 UTC, the date that the window goes by. */
	at: number;
}

export interface Seen {
	version: string;
	at: number;
	/** When it was handed out last, by the clock of n8n. */
	given: number;
	/** How often this version was handed out; 0 for what was there before the trigger's start. */
	times: number;
	/** What a stream keeps beside: how many rows a payout had, what an order had come to. */
	mark: string;
}

export interface Stream {
	/** The date of the youngest fact up to which everything has been met. */
	cursor: number;
	/** Facts before it belong to the time before the trigger. */
	start: number;
	/** The window never reaches back behind this; rises when the memory is full. */
	floor: number;
	/** When it was looked far back for the last time. */
	deep: number;
	seen: Map<string, Seen>;
}

/** How long after it was handed out a fact comes again, e.g. [an hour, a day]; none for never. */
export type Repeats = readonly number[];

/** Kept per stream; what lies in the window is kept in any case, by shortening the window. */
export const MAX_SEEN = 5000;

export function newStream(start: number): Stream {
	return { cursor: start, start, floor: 0, deep: 0, seen: new Map() };
}

const DAY_MS = 24 * 3_600_000;
/** Once a day a look reaches back this far, for what Shopify showed later than any overlap. */
export const DEEP_MS = 3 * DAY_MS;

/** How far back to look this time. */
export function reachOf({ deep }: Stream, overlapMs: number, now: number): number {
	return now - deep >= DAY_MS ? Math.max(overlapMs, DEEP_MS) : overlapMs;
}

/** A look that was cut short has to be taken once more. */
export function noteLook(stream: Stream, reachMs: number, upTo: number, now: number): void {
	if (reachMs >= DEEP_MS && upTo === Number.POSITIVE_INFINITY) stream.deep = now;
}

export function windowStart({ cursor, floor }: Stream, overlapMs: number): number {
	return Math.max(cursor - overlapMs, floor);
}

/** A fact that was never met, or that has changed. */
export function isNew({ seen }: Stream, { key, version }: Candidate): boolean {
	return seen.get(key)?.version !== version;
}

export function noteGiven(stream: Stream, candidate: Candidate, now: number, mark = ''): void {
	const { key, version, at } = candidate;
	stream.seen.set(key, { version, at, given: now, times: 1, mark });
}

/** Known from now on, though it was not handed out. */
export function noteKnown(stream: Stream, { key, version, at }: Candidate, mark = ''): void {
	stream.seen.set(key, { version, at, given: 0, times: 0, mark });
}

export function noteRepeated(stream: Stream, key: string, now: number): void {
	const known = stream.seen.get(key);
	if (known) stream.seen.set(key, { ...known, given: now, times: known.times + 1 });
}

/** Keys whose time to come again has come, oldest first. */
export function dueAgain({ seen }: Stream, now: number, repeats: Repeats): string[] {
	return [...seen]
		.filter(([, { times, given }]) => {
			const delay = times > 0 ? repeats[times - 1] : undefined;
			return delay !== undefined && now >= given + delay;
		})
		.sort(([, a], [, b]) => a.at - b.at)
		.map(([key]) => key);
}

/**
 * Forgets what lies before the window and will not come again.
 *
 * @param keep facts behind the window that must stay known, such as a payout that is still open.
 */
export function prune(
	stream: Stream,
	overlapMs: number,
	repeats: Repeats,
	keep: (seen: Seen) => boolean = () => false,
	max = MAX_SEEN,
): void {
	const from = windowStart(stream, overlapMs);
	for (const [key, one] of stream.seen) {
		const comesAgain = one.times > 0 && one.times <= repeats.length;
		if (one.at < from && !comesAgain && !keep(one)) stream.seen.delete(key);
	}
	if (stream.seen.size > max) dropOldest(stream, max);
}

/** A window that would reach behind what is remembered would hand everything out again. */
function dropOldest(stream: Stream, max: number): void {
	const times = [...stream.seen.values()].map(({ at }) => at).sort((a, b) => b - a);
	const oldest = times[max - 1];
	for (const [key, { at }] of stream.seen) if (at < oldest) stream.seen.delete(key);
	stream.floor = Math.max(stream.floor, oldest);
}

/** A short sign of a text, to see whether something changed. */
export function signOf(text: string): string {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
	}
	return hash.toString(36);
}
