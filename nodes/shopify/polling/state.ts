import { newStream, type Seen, type Stream } from './seen';

/** What n8n keeps for a trigger between its polls. */
export interface PollState {
	/** Id of the shop that it belongs to. */
	shop: string;
	/** Where it began, as the user set it: "now", or the text of a date. */
	startSetting: string;
	/** The moment that it stood for. */
	begin: number;
	streams: Record<string, Stream>;
}

const VERSION = 1;
const SEPARATOR = '|';

/**
 * Reads what was kept. Anything that is not such a state (none yet, or another start date) is a
 * new beginning; "now" never begins anew, since that would skip what happened since.
 */
export function readState(kept: unknown, startSetting: string): PollState | undefined {
	if (!isRecord(kept) || kept.version !== VERSION || !isRecord(kept.streams)) return undefined;
	if (kept.startSetting !== startSetting && startSetting !== 'now') return undefined;
	const begin = Number(kept.begin);
	if (!Number.isFinite(begin)) return undefined;
	const streams: Record<string, Stream> = {};
	for (const [name, stream] of Object.entries(kept.streams)) {
		const read = readStream(stream);
		if (!read) return undefined;
		streams[name] = read;
	}
	return { shop: String(kept.shop), startSetting, begin, streams };
}

/** Plain JSON, a short text per fact: n8n writes all of it at every hand-over. */
export function writeState({
	shop,
	startSetting,
	begin,
	streams,
}: PollState): Record<string, unknown> {
	return {
		version: VERSION,
		shop,
		startSetting,
		begin,
		streams: Object.fromEntries(
			Object.entries(streams).map(([name, stream]) => [name, writeStream(stream)]),
		),
	};
}

function writeStream({ cursor, start, floor, deep, seen }: Stream) {
	const texts = [...seen].map(([key, one]) => [
		key,
		[one.version, one.at, one.given, one.times, one.mark].join(SEPARATOR),
	]);
	return { cursor, start, floor, deep, seen: Object.fromEntries(texts) as Record<string, string> };
}

function readStream(kept: unknown): Stream | undefined {
	if (!isRecord(kept) || !isRecord(kept.seen)) return undefined;
	const numbers = [kept.cursor, kept.start, kept.floor, kept.deep].map(Number);
	if (!numbers.every(Number.isFinite)) return undefined;
	const [cursor, start, floor, deep] = numbers;
	const stream = { ...newStream(start), cursor, floor, deep };
	for (const [key, text] of Object.entries(kept.seen)) {
		const one = readSeen(String(text));
		if (!one) return undefined;
		stream.seen.set(key, one);
	}
	return stream;
}

function readSeen(text: string): Seen | undefined {
	const [version, at, given, times, mark] = text.split(SEPARATOR);
	const numbers = [at, given, times].map(Number);
	if (mark === undefined || !numbers.every(Number.isFinite)) return undefined;
	return { version, at: numbers[0], given: numbers[1], times: numbers[2], mark };
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
