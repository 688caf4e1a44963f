import {
	DEEP_MS,
	dueAgain,
	isNew,
	newStream,
	noteGiven,
	noteKnown,
	noteRepeated,
	prune,
	reachOf,
	windowStart,
} from '../../../nodes/shopify/polling/seen';
import { readState, writeState } from '../../../nodes/shopify/polling/state';

const HOUR = 3_600_000;
const T = Date.UTC(2026, 9, 5);
const fact = (key: string, version = '', at = T) => ({ key, version, at });

describe('what a trigger has seen', () => {
	it('is new once, and again with another version', () => {
		const stream = newStream(T);
		expect(isNew(stream, fact('1'))).toBe(true);
		noteGiven(stream, fact('1'), T);
		expect(isNew(stream, fact('1'))).toBe(false);
		expect(isNew(stream, fact('1', '500'))).toBe(true);
	});

	it('comes again after each delay, counted from when it was handed out last, oldest first', () => {
		const stream = newStream(T);
		noteGiven(stream, fact('2', '', T + 1), T);
		noteGiven(stream, fact('1'), T);
		noteKnown(stream, fact('3'));
		const repeats = [HOUR, 24 * HOUR];
		expect(dueAgain(stream, T + HOUR - 1, repeats)).toEqual([]);
		expect(dueAgain(stream, T + HOUR, repeats)).toEqual(['1', '2']);
		noteRepeated(stream, '1', T + 2 * HOUR);
		expect(dueAgain(stream, T + 3 * HOUR, repeats)).toEqual(['2']);
		expect(dueAgain(stream, T + 26 * HOUR, repeats)).toEqual(['1', '2']);
		noteRepeated(stream, '1', T + 26 * HOUR);
		expect(dueAgain(stream, T + 900 * HOUR, repeats)).toEqual(['2']);
		expect(dueAgain(stream, T + 900 * HOUR, [])).toEqual([]);
	});

	it('is forgotten behind the window, unless it comes again or has to stay', () => {
		const stream = { ...newStream(T), cursor: T + 100 * HOUR };
		noteKnown(stream, fact('old'));
		noteGiven(stream, fact('comes again'), T);
		noteKnown(stream, fact('open', 'SCHEDULED'));
		noteKnown(stream, fact('in the window', '', T + 99 * HOUR));
		prune(stream, 6 * HOUR, [HOUR], ({ version }) => version === 'SCHEDULED');
		expect([...stream.seen.keys()]).toEqual(['comes again', 'open', 'in the window']);
	});

	it('is bounded: a full memory shortens the window, so that nothing comes twice', () => {
		const stream = { ...newStream(T), cursor: T + 10 };
		for (let n = 0; n < 10; n++) noteKnown(stream, fact(String(n), '', T + n));
		prune(stream, 6 * HOUR, [], undefined, 4);
		expect([...stream.seen.keys()]).toEqual(['6', '7', '8', '9']);
		expect(windowStart(stream, 6 * HOUR)).toBe(T + 6);
	});

	it('is looked for far back once a day', () => {
		const stream = newStream(T);
		expect(reachOf(stream, HOUR, T)).toBe(DEEP_MS);
		stream.deep = T;
		expect(reachOf(stream, HOUR, T + 23 * HOUR)).toBe(HOUR);
		expect(reachOf(stream, HOUR, T + 24 * HOUR)).toBe(DEEP_MS);
	});
});

describe('what n8n keeps', () => {
	const state = () => {
		const rows = newStream(T);
		noteGiven(rows, fact('1373000033043', '3169000033604'), T, '12 payoutCreated');
		return { shop: 'gid://shopify/Shop/1', startSetting: 'now', begin: T, streams: { rows } };
	};

	it('comes back as it was, by way of JSON', () => {
		const kept = JSON.parse(JSON.stringify(writeState(state()))) as unknown;
		expect(readState(kept, 'now')).toEqual(state());
	});

	it.each([
		['nothing yet', {}],
		['something else', { cursor: 5 }],
		['another version', { ...writeState(state()), version: 99 }],
		['a stream that is none', { ...writeState(state()), streams: { rows: 5 } }],
		['a fact that is none', { ...writeState(state()), streams: { rows: { seen: { 1: 'x' } } } }],
	])('of %s is a new beginning', (_name, kept) => {
		expect(readState(kept, 'now')).toBeUndefined();
	});

	it('is left for another date, but never for "now", which would skip what happened since', () => {
		const kept = writeState({ ...state(), startSetting: '2026-10-01' });
		expect(readState(kept, '2026-09-01')).toBeUndefined();
		expect(readState(kept, '2026-10-01')).toBeDefined();
		expect(readState(kept, 'now')).toMatchObject({ begin: T });
	});
});
