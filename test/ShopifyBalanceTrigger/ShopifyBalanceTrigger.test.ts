import { createShop } from '../../sandbox/shopify/shop/createShop.mts';
import { startShopifySandbox, type ShopifySandbox } from '../../sandbox/shopify/start.mts';
import { BALANCE, runByHand, watch } from './engine.mts';

let sandbox: ShopifySandbox;
const open = async (options: Parameters<typeof startShopifySandbox>[0] = {}) => {
	sandbox = await startShopifySandbox({
		seed: 5,
		month: '2026-10',
		orders: 60,
		now: new Date('2026-10-12T12:00:00Z'),
		live: 'none',
		realTimeThrottle: false,
		...options,
	});
};
afterEach(async () => {
	jest.useRealTimers();
	await sandbox.close();
});

const from = (date: string) => ({ startFrom: 'date', startDate: date });
const goTo = (date: string) => sandbox.control.setNow(new Date(date));
const calls = () => sandbox.control.log.all().length;
const rows = { triggerOn: ['balanceTransaction'] };

const HOUR = 3_600_000;
const REAL_TIMERS = [
	'hrtime',
	'nextTick',
	'performance',
	'queueMicrotask',
	'setImmediate',
	'clearImmediate',
	'setInterval',
	'clearInterval',
	'setTimeout',
	'clearTimeout',
] as const as unknown as Array<'setTimeout'>;
function fakeDate(now: number): void {
	jest.useFakeTimers({ now, doNotFake: REAL_TIMERS });
}

interface Json {
	id: string;
	triggeredBy: string[];
	[field: string]: unknown;
}
const jsonOf = (items: ReadonlyArray<{ json: object }> = []) =>
	items.map(({ json }) => json as Json);
const idsOf = (list: ReadonlyArray<{ id: unknown }>) => list.map(({ id }) => String(id)).sort();

describe('the trigger on payouts', () => {
	it('hands out a payout with its rows when it is made, and again when it is paid', async () => {
		await open();
		const trigger = await watch(BALANCE, sandbox, from('2026-10-13'));
		expect(await trigger.poll()).toEqual({});
		goTo('2026-10-13T00:00:00Z');
		const made = jsonOf((await trigger.poll()).items);
		expect(made).toEqual([
			expect.objectContaining({
				status: 'SCHEDULED',
				triggeredBy: ['payoutCreated'],
				net: { amount: expect.any(String), currencyCode: 'USD' },
				balanceTransactions: expect.arrayContaining([expect.objectContaining({ type: 'CHARGE' })]),
				shop: expect.objectContaining({ ianaTimezone: 'America/New_York' }),
			}),
		]);
		goTo('2026-10-14T08:00:00Z');
		const later = jsonOf((await trigger.poll()).items);
		const paid = later.find(({ id }) => id === made[0].id);
		expect(paid).toMatchObject({ status: 'PAID', triggeredBy: ['payoutChanged'] });
		expect(JSON.stringify(paid?.balanceTransactions)).toContain('"TRANSFER"');
	});

	it('asks once while there is nothing new, and keeps quiet', async () => {
		await open();
		const every = ['balanceTransaction', 'payoutCreated', 'payoutChanged', 'disputeChanged'];
		const trigger = await watch(BALANCE, sandbox, { triggerOn: every, startFrom: 'now' });
		await trigger.poll();
		for (let poll = 0; poll < 3; poll++) {
			const before = calls();
			expect(await trigger.poll()).toEqual({});
			expect(calls() - before).toBe(1);
		}
	});

	it('waits for rows that Shopify shows late, but not for ever', async () => {
		await open({ now: new Date('2026-10-13T00:00:00Z') });
		const trigger = await watch(BALANCE, sandbox, from('2026-10-13'));
		const { payouts } = sandbox.shop.shopifyPaymentsAccount;
		const payout = payouts.find(({ issuedAt }) => issuedAt.startsWith('2026-10-13'))!;
		const real = payout.net;
		payout.net = { ...real, amount: '9999.0' };
		const start = Date.now();
		const offered: number[] = [];
		for (const hour of [0, 1, 23, 24]) {
			fakeDate(start + hour * HOUR);
			if ((await trigger.poll()).items) offered.push(hour);
		}
		expect(offered).toEqual([24]);
		payout.net = real;
		expect(jsonOf((await trigger.poll()).items)).toMatchObject([
			{ triggeredBy: ['payoutChanged'], net: real },
		]);
	});

	it('is quiet in a shop without Shopify Payments, and says so when it is run by hand', async () => {
		const shop = createShop({ seed: 5, month: '2026-10', orders: 5 });
		shop.shopifyPaymentsAccount = null as never;
		shop.businessEntities[0].shopifyPaymentsAccount = null;
		shop.disputes.length = 0;
		await open({ shop, live: undefined });
		const trigger = await watch(BALANCE, sandbox, { ...rows, startFrom: 'now' });
		expect(await trigger.poll()).toEqual({});
		const result = await runByHand(BALANCE, sandbox, rows);
		expect(result.error).toMatchObject({
			description: expect.stringMatching(/no Shopify Payments account/),
		});
	});
});

describe('the trigger on balance transactions', () => {
	it('hands out a row when it appears, and again with its payout', async () => {
		await open({ now: new Date('2026-10-08T00:00:00Z') });
		const never = { options: { repeat: 'never' } };
		const trigger = await watch(BALANCE, sandbox, { ...rows, ...never, startFrom: 'now' });
		fakeDate(Date.parse('2026-10-08T00:00:00Z'));
		// a payout that goes out later today is there already
		const seen = jsonOf((await trigger.poll()).items);
		expect(
			seen.every(({ associatedPayout }) => JSON.stringify(associatedPayout).includes('SCHEDULED')),
		).toBe(true);
		for (let day = 9; day < 16; day++) {
			const now = `2026-10-${String(day).padStart(2, '0')}T00:00:00Z`;
			goTo(now);
			fakeDate(Date.parse(now));
			seen.push(...jsonOf((await trigger.poll()).items));
		}
		const payoutOf = (row: Json) => (row.associatedPayout as { id: string | null }).id;
		const twice = seen.filter(({ id }) => seen.filter((other) => other.id === id).length > 1);
		expect(twice.length).toBeGreaterThan(5);
		expect(twice.filter((row) => payoutOf(row) === null)).toHaveLength(twice.length / 2);
		const keys = seen.map((row) => `${row.id} ${payoutOf(row)}`);
		expect(new Set(keys).size).toBe(keys.length);
	});

	it('catches up from a date bit by bit, each row once', async () => {
		await open({ now: new Date('2026-11-05T00:00:00Z'), live: undefined, orders: 400 });
		const never = { options: { repeat: 'never' } };
		const trigger = await watch(BALANCE, sandbox, { ...rows, ...never, ...from('2026-10-01') });
		const seen: string[] = [];
		let polls = 0;
		for (; polls < 30; polls++) {
			const { items, error } = await trigger.poll();
			expect(error).toBeUndefined();
			if (!items) break;
			seen.push(...idsOf(jsonOf(items)));
		}
		expect(polls).toBeGreaterThan(0);
		expect(new Set(seen).size).toBe(seen.length);
		const live = sandbox.shop.shopifyPaymentsAccount.balanceTransactions.filter(
			({ test, transactionDate: date }) => !test && date >= '2026-10-01T04:00:00Z',
		);
		expect(seen.sort()).toEqual(expect.arrayContaining(idsOf(live)));
	});

	it('hands out a fact again after an hour and after a day, then no more', async () => {
		await open({ now: new Date('2026-10-08T00:00:00Z') });
		const trigger = await watch(BALANCE, sandbox, {
			triggerOn: ['disputeChanged'],
			...from('2026-10-01'),
		});
		const [dispute] = sandbox.timeline!.changes.filter(({ kind }) => kind === 'dispute');
		goTo(new Date(dispute.at + 1000).toISOString());
		const offered: number[] = [];
		for (let hour = 0; hour < 30; hour++) {
			fakeDate(dispute.at + 1000 + hour * HOUR);
			const { items, error } = await trigger.poll();
			expect(error).toBeUndefined();
			if (items) offered.push(hour);
		}
		expect(offered).toEqual([0, 1, 25]);
	});
});

describe('what n8n keeps', () => {
	it('survives a restart', async () => {
		await open({ now: new Date('2026-10-13T00:00:00Z') });
		const trigger = await watch(BALANCE, sandbox, from('2026-10-08'));
		expect((await trigger.poll()).items?.length).toBeGreaterThan(2);
		trigger.restart();
		expect(await trigger.poll()).toEqual({});
	});

	it('is not touched by a poll that fails, which says what to do', async () => {
		await open({ now: new Date('2026-10-13T00:00:00Z') });
		const trigger = await watch(BALANCE, sandbox, from('2026-10-08'));
		sandbox.control.faults.order({ kind: 'expiredToken', times: 9, after: 2 });
		const { error, items } = await trigger.poll();
		expect(items).toBeUndefined();
		expect(error).toMatchObject({ description: expect.stringMatching(/reconnect/) });
		expect(trigger.saved()).toEqual({});
		sandbox.control.faults.clear();
		expect((await trigger.poll()).items?.length).toBeGreaterThan(2);
	});

	it('is saved without items too where cursors are durable', async () => {
		await open({ now: new Date('2026-10-12T12:00:00Z') });
		const trigger = await watch(BALANCE, sandbox, { startFrom: 'now' }, true);
		expect(await trigger.poll()).toEqual({});
		expect(trigger.saved()).toMatchObject({ version: 1, startSetting: 'now' });
		trigger.restart();
		expect(await trigger.poll()).toEqual({});
	});

	it('goes on when more is chosen, and begins anew with another date or another shop', async () => {
		await open({ now: new Date('2026-10-13T00:00:00Z') });
		const trigger = await watch(BALANCE, sandbox, from('2026-10-08'));
		const first = idsOf(jsonOf((await trigger.poll()).items));
		trigger.set({ triggerOn: ['payoutCreated', 'payoutChanged', 'disputeChanged'] });
		const more = jsonOf((await trigger.poll()).items);
		expect(more.filter(({ id }) => first.includes(id))).toEqual([]);
		trigger.set({ startDate: '2026-10-05' });
		const anew = idsOf(jsonOf((await trigger.poll()).items));
		expect(anew).toEqual(expect.arrayContaining(first));
		expect(anew.length).toBeGreaterThan(first.length);
		const node = sandbox.shop.shop;
		node.id = 'gid://shopify/Shop/99';
		const other = idsOf(jsonOf((await trigger.poll()).items));
		expect(other).toEqual(anew);
	});
});

describe('a run by hand', () => {
	it('shows real samples and moves nothing', async () => {
		await open({ live: undefined, now: new Date('2026-11-05T00:00:00Z') });
		const every = ['balanceTransaction', 'payoutCreated', 'payoutChanged', 'disputeChanged'];
		const result = await runByHand(BALANCE, sandbox, { triggerOn: every });
		expect(result.error).toBeUndefined();
		const items = jsonOf(result.outputs.Watch[0]);
		const kinds = new Set(items.flatMap(({ triggeredBy }) => triggeredBy));
		expect(kinds).toEqual(new Set(['balanceTransaction', 'payoutCreated', 'disputeChanged']));
		const payout = items.find(({ triggeredBy }) => triggeredBy[0] === 'payoutCreated');
		expect((payout?.balanceTransactions as unknown[]).length).toBeGreaterThan(0);
	});

	it('without the scope says which', async () => {
		await open();
		const { accessToken } = sandbox.control.issueToken(['read_orders']);
		const result = await runByHand(BALANCE, { url: sandbox.url, accessToken });
		expect(result.error?.message).toMatch(/read_shopify_payments/);
		expect(JSON.stringify(result.run.data.resultData)).not.toContain(accessToken);
	});
});
