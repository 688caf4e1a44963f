import { pollBalance } from '../../../nodes/shopify/polling/pollBalance';
import { pollOrders } from '../../../nodes/shopify/polling/pollOrders';
import { isWhole } from '../../../nodes/ShopifyBalanceTrigger/isWhole';
import { simulate, type SimulationOptions } from './simulation.mts';

jest.setTimeout(120_000);

const rows: SimulationOptions['poll'] = async (client, settings, kept) =>
	await pollBalance(client, { ...settings, news: new Set(['balanceTransaction']), isWhole }, kept);
const payouts: SimulationOptions['poll'] = async (client, settings, kept) =>
	await pollBalance(
		client,
		{ ...settings, news: new Set(['payoutCreated', 'payoutChanged']), isWhole },
		kept,
	);
const orders: SimulationOptions['poll'] = async (client, settings, kept) =>
	await pollOrders(
		client,
		{ ...settings, news: new Set(['orderCreated', 'orderPaid', 'refundCreated']) },
		kept,
	);

const past = {
	from: '2026-11-10T00:00:00Z',
	hours: 60,
	lateness: 'none' as const,
	orders: 120,
};
const idsOf = (list: readonly object[]) =>
	list.map((one) => String((one as { id?: unknown }).id)).sort();

describe.each([
	['a limit per poll', { most: 20 }],
	['no time for more than a first batch', { deadline: 0 }],
])('catching up with the past with %s', (_name, limits) => {
	const settings = { start: '2026-10-01', repeats: [], ...limits };

	it('brings every row once', async () => {
		const run = await simulate({ poll: rows, ...past, settings });
		const all = run.sandbox.shop.shopifyPaymentsAccount.balanceTransactions;
		const wanted = all.filter(
			({ test, transactionDate: date }) => !test && date >= '2026-10-01T04:00:00Z',
		);
		expect(idsOf([...run.books.newest.values()])).toEqual(expect.arrayContaining(idsOf(wanted)));
		expect([...run.books.entries].filter(([, { offered }]) => offered > 1)).toEqual([]);
		expect(run.counts.idle).toBeLessThan(run.counts.polls);
	});

	it('brings every payout once, with all its rows', async () => {
		const run = await simulate({ poll: payouts, ...past, settings });
		const all = run.sandbox.shop.shopifyPaymentsAccount.payouts;
		expect(idsOf([...run.books.newest.values()])).toEqual(idsOf(all));
		expect([...run.books.entries].filter(([, { offered }]) => offered > 1)).toEqual([]);
	});

	it('brings every order and refund once, in more than one poll', async () => {
		const run = await simulate({ poll: orders, ...past, settings });
		const wanted = run.sandbox.shop.orders.filter(
			({ test, createdAt }) => !test && createdAt >= '2026-10-01T04:00:00Z',
		);
		const created = [...run.books.entries].filter(([key]) => key.includes(' created '));
		expect(created.map(([key]) => key.split(' ')[1]).sort()).toEqual(
			expect.arrayContaining(idsOf(wanted)),
		);
		expect(created.filter(([, { offered }]) => offered > 1)).toEqual([]);
		const refunds = wanted.flatMap((order) => order.refunds);
		const given = [...run.books.entries.keys()].filter((key) => key.startsWith('refund '));
		expect(given.length).toBeGreaterThanOrEqual(refunds.length);
		expect(run.counts.polls - run.counts.idle).toBeGreaterThan(1);
	});
});

it('brings rows of the same second once, also when they do not fit on a page', async () => {
	const run = await simulate({
		poll: rows,
		...past,
		settings: { start: '2026-10-01', repeats: [], most: 20 },
		prepare: ({ shopifyPaymentsAccount: { balanceTransactions } }) => {
			for (const row of balanceTransactions) {
				if (row.transactionDate > '2026-10-15') row.transactionDate = '2026-10-15T10:00:00Z';
			}
		},
	});
	const { balanceTransactions } = run.sandbox.shop.shopifyPaymentsAccount;
	const live = balanceTransactions.filter(
		({ test, transactionDate: date }) => !test && date >= '2026-10-01T04:00:00Z',
	);
	expect(idsOf([...run.books.newest.values()])).toEqual(expect.arrayContaining(idsOf(live)));
	expect([...run.books.entries].filter(([, { offered }]) => offered > 1)).toEqual([]);
});
