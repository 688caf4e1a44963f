import { pollBalance, type BalanceNews } from '../../../nodes/shopify/polling/pollBalance';
import { pollOrders, type OrderNews } from '../../../nodes/shopify/polling/pollOrders';
import { isWhole } from '../../../nodes/ShopifyBalanceTrigger/isWhole';
import { simulate, type SimulationOptions } from './simulation.mts';
import { keyOfChange } from './versions.mts';

jest.setTimeout(300_000);

const HOUR = 3_600_000;
const everyBalanceNews = new Set<BalanceNews>([
	'balanceTransaction',
	'payoutCreated',
	'payoutChanged',
	'disputeChanged',
]);
const everyOrderNews = new Set<OrderNews>([
	'orderCreated',
	'orderPaid',
	'orderEdited',
	'orderCancelled',
	'refundCreated',
]);

const balance: SimulationOptions['poll'] = async (client, settings, kept) =>
	await pollBalance(client, { ...settings, news: everyBalanceNews, isWhole }, kept);
const orders: SimulationOptions['poll'] = async (client, settings, kept) =>
	await pollOrders(client, { ...settings, news: everyOrderNews }, kept);

const threeWeeks = { from: '2026-10-05T00:00:00Z', hours: 21 * 24 };
type Run = Awaited<ReturnType<typeof simulate>>;

const LEDGER = ['balanceTransaction', 'payout', 'dispute'];
const SALES = ['order', 'refund'];

/** Every change that could be noticed between the first poll and an hour before the last. */
function noticeable({ changes, begin, end }: Run, kinds: string[], until = end - HOUR): string[] {
	return changes
		.filter(({ kind, at }) => kinds.includes(kind) && at > begin && at <= until)
		.map(keyOfChange)
		.sort();
}

/** What each thing had come to in the end: a status may be over before a poll succeeds again. */
function finalStates({ changes, begin, end }: Run): string[] {
	const last = new Map<string, string>();
	for (const change of changes) {
		if (!LEDGER.includes(change.kind) || change.at > end - HOUR) continue;
		if (change.at > begin) last.set(change.id, keyOfChange(change));
	}
	return [...last.values()].sort();
}

/** In the books, but never noticeable; a payout dated after the start was made just before it. */
function strangers(run: Run, kinds: string[]): string[] {
	const wanted = new Set(noticeable(run, kinds, run.end));
	const dated = new Set(
		[...run.books.newest.values()]
			.filter(({ issuedAt }) => Date.parse(String(issuedAt)) >= run.begin)
			.map(({ id }) => String(id)),
	);
	return run.books
		.keys()
		.filter((key) => !wanted.has(key) && ![...dated].some((id) => key.includes(id)));
}

const missing = (run: Run, wanted: string[]) => wanted.filter((key) => !run.books.entries.has(key));
const offeredMoreThan = ({ books }: Run, times: number) =>
	[...books.entries].filter(([, { offered, excused }]) => offered > times + excused);

describe('three weeks of hourly polls of the ledger', () => {
	it('on good days bring every change, and each two times more later', async () => {
		const run = await simulate({ poll: balance, ...threeWeeks, lateness: 'usual' });
		expect(strangers(run, LEDGER)).toEqual([]);
		expect(missing(run, noticeable(run, LEDGER))).toEqual([]);
		expect(offeredMoreThan(run, 3)).toEqual([]);
		expect(run.books.entries.size).toBeGreaterThan(200);
		expect(run.memoryBytes).toBeLessThan(100_000);
	});

	it('through crashes and failures lose nothing', async () => {
		const run = await simulate({ poll: balance, ...threeWeeks, trouble: 20 });
		expect(run.fates.size).toBe(6);
		expect(run.counts.failed).toBeGreaterThan(5);
		expect(run.books.lost.size).toBeGreaterThan(10);
		expect(strangers(run, LEDGER)).toEqual([]);
		expect(missing(run, finalStates(run))).toEqual([]);
		expect(offeredMoreThan(run, 4)).toEqual([]);
		for (const [, fact] of run.books.newest) {
			if (String(fact.id).includes('Payout/')) expect(isWhole(fact as never)).toBe(true);
		}
	});

	it('without repeats bring each change once, and ask once while there is nothing new', async () => {
		const once = { lateness: 'none' as const, settings: { repeats: [] } };
		const run = await simulate({ poll: balance, ...threeWeeks, ...once });
		expect(missing(run, noticeable(run, LEDGER))).toEqual([]);
		expect(offeredMoreThan(run, 1)).toEqual([]);
		expect(run.counts.idle).toBeGreaterThan(150);
		expect([...run.counts.idleRequests]).toEqual([1]);
	});

	it('with durable cursors need no repeats to lose nothing', async () => {
		const durable = { durable: true, settings: { repeats: [] } };
		const run = await simulate({ poll: balance, ...threeWeeks, trouble: 20, ...durable });
		expect(missing(run, finalStates(run))).toEqual([]);
		expect(offeredMoreThan(run, 1)).toEqual([]);
	});
});

describe('three weeks of hourly polls of orders', () => {
	it('on good days bring what happens to orders, and no order to which nothing happened', async () => {
		const run = await simulate({ poll: orders, ...threeWeeks, everyCase: true, lateness: 'usual' });
		const wanted = noticeable(run, SALES);
		expect(wanted.length).toBeGreaterThan(150);
		const kinds = ['created', 'paid', 'edited', 'cancelled'].map((kind) => ` ${kind} `);
		expect(kinds.every((kind) => wanted.some((key) => key.includes(kind)))).toBe(true);
		expect(missing(run, wanted)).toEqual([]);
		const all = noticeable(run, SALES, run.end);
		const idOf = ({ id, refund }: { id?: unknown; refund?: unknown }) =>
			String((refund as { id: string } | undefined)?.id ?? id);
		const touched = (fact: object) => all.some((key) => key.includes(idOf(fact)));
		expect([...run.books.newest.values()].filter((fact) => !touched(fact))).toEqual([]);
		expect([...run.counts.idleRequests]).toEqual([1]);
		expect(run.memoryBytes).toBeLessThan(200_000);
	});

	it('through crashes and failures lose nothing', async () => {
		const run = await simulate({ poll: orders, ...threeWeeks, everyCase: true, trouble: 20 });
		expect(run.fates.size).toBe(6);
		expect(run.books.lost.size).toBeGreaterThan(10);
		expect(missing(run, noticeable(run, SALES))).toEqual([]);
	});

	it('with durable cursors need no repeats to lose nothing', async () => {
		const durable = { durable: true, settings: { repeats: [] } };
		const run = await simulate({
			poll: orders,
			...threeWeeks,
			everyCase: true,
			trouble: 20,
			...durable,
		});
		expect(missing(run, noticeable(run, SALES))).toEqual([]);
	});
});
