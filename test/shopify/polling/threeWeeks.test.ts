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

/** What had been there to be noticed long enough, from the first poll on. */
function noticeable({ changes, begin, end }: Run): string[] {
	const keys = changes
		.filter(({ at }) => at > begin && at <= end - HOUR)
		.map((change) => ({ key: keyOfChange(change), ...change }));
	return keys.map(({ key }) => key).sort();
}

/** The state that each thing had come to in the end. */
function finalStates({ changes, begin, end }: Run, kinds: string[]): string[] {
	const last = new Map<string, string>();
	const seen = changes.filter(({ kind, at }) => kinds.includes(kind) && at <= end - HOUR);
	for (const change of seen) {
		if (change.at > begin) last.set(change.id, keyOfChange(change));
	}
	return [...last.values()].sort();
}

describe('three weeks of hourly polls of the ledger', () => {
	it('on good days bring every change once, and each two times more later', async () => {
		const run = await simulate({ poll: balance, ...threeWeeks, lateness: 'usual' });
		expect(run.books.keys().filter((key) => !noticeable(run).includes(key))).toEqual([]);
		expect(noticeable(run).filter((key) => !run.books.entries.has(key))).toEqual([]);
		const settled = [...run.books.entries].filter(([, { first }]) => first < run.end - 26 * HOUR);
		expect(settled.filter(([, { offered }]) => offered > 3)).toEqual([]);
		expect(settled.length).toBeGreaterThan(200);
	});

	it.each([1, 2, 3])('through crashes and failures lose nothing (%i)', async (seed) => {
		const run = await simulate({ poll: balance, ...threeWeeks, trouble: 25, seed });
		expect(run.fates.size).toBe(6);
		const wanted = noticeable(run);
		expect(run.books.keys().filter((key) => !wanted.includes(key))).toEqual([]);
		const kinds = ['balanceTransaction', 'payout', 'dispute'];
		expect(finalStates(run, kinds).filter((key) => !run.books.entries.has(key))).toEqual([]);
		const tooOften = [...run.books.entries].filter(
			([, { offered, excused }]) => offered > 4 + excused,
		);
		expect(tooOften).toEqual([]);
		for (const [, fact] of run.books.newest) {
			if (String(fact.id).includes('Payout/')) expect(isWhole(fact as never)).toBe(true);
		}
	});

	it('ask once while there is nothing new', async () => {
		const run = await simulate({ poll: balance, ...threeWeeks, lateness: 'usual' });
		expect(run.counts.idle).toBeGreaterThan(100);
		expect([...run.counts.idleRequests]).toEqual([1]);
		expect(run.memoryBytes).toBeLessThan(100_000);
	});

	it('with durable cursors need no repeats', async () => {
		const run = await simulate({
			poll: balance,
			...threeWeeks,
			trouble: 25,
			durable: true,
			settings: { repeats: [] },
		});
		const kinds = ['balanceTransaction', 'payout', 'dispute'];
		expect(finalStates(run, kinds).filter((key) => !run.books.entries.has(key))).toEqual([]);
		const repeated = [...run.books.entries].filter(([, { offered }]) => offered > 1);
		expect(repeated).toEqual([]);
	});
});

describe('three weeks of hourly polls of orders', () => {
	it('on good days bring everything that happens to an order, and no order that only got older', async () => {
		const run = await simulate({ poll: orders, ...threeWeeks, lateness: 'usual' });
		const wanted = noticeable(run).filter((key) => /^(order|refund) /.test(key));
		expect(wanted.filter((key) => !run.books.entries.has(key))).toEqual([]);
		const strange = [...run.books.newest.values()].filter(
			({ id }) => !wanted.some((key) => key.includes(String(id))),
		);
		expect(strange).toEqual([]);
		expect([...run.counts.idleRequests]).toEqual([1]);
		expect(run.memoryBytes).toBeLessThan(200_000);
	});

	it.each([1, 2, 3])('through crashes and failures lose nothing (%i)', async (seed) => {
		const run = await simulate({ poll: orders, ...threeWeeks, trouble: 25, seed });
		expect(run.fates.size).toBe(6);
		const wanted = noticeable(run).filter((key) => /^(order|refund) /.test(key));
		expect(wanted.length).toBeGreaterThan(150);
		expect(wanted.filter((key) => !run.books.entries.has(key))).toEqual([]);
	});

	it('with durable cursors need no repeats', async () => {
		const quiet = { durable: true, settings: { repeats: [] } };
		const run = await simulate({ poll: orders, ...threeWeeks, trouble: 25, ...quiet });
		const wanted = noticeable(run).filter((key) => /^(order|refund) /.test(key));
		expect(wanted.filter((key) => !run.books.entries.has(key))).toEqual([]);
	});
});
