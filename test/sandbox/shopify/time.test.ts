import { startShopifySandbox, type ShopifySandbox } from '../../../sandbox/shopify/start.mts';
import { createShop } from '../../../sandbox/shopify/shop/createShop.mts';
import { identityProblems } from './orderIdentities.mts';
import { ask } from './client.mts';
import { minor, total } from './shop/money.mts';

let sandbox: ShopifySandbox;
const open = async (now: string, live: 'none' | 'usual' | 'bad' = 'usual') => {
	sandbox = await startShopifySandbox({
		orders: 120,
		now: new Date(now),
		live,
		realTimeThrottle: false,
	});
};
afterEach(async () => await sandbox.close());

const DAY = 86_400_000;
const account = () => sandbox.shop.shopifyPaymentsAccount;

async function paymentsNow(at: number) {
	sandbox.control.setNow(new Date(at));
	const query = `{ shopifyPaymentsAccount { balance { amount currencyCode }
		payouts(first: 250) { nodes { id status issuedAt externalTraceId } }
		balanceTransactions(first: 250, reverse: true) {
			nodes { id transactionDate associatedPayout { id status } } } } }`;
	const { body } = await ask(sandbox, query);
	expect(body.errors).toBeUndefined();
	return (body.data as { shopifyPaymentsAccount: Record<string, { nodes: Seen[] }> })
		.shopifyPaymentsAccount;
}
interface Seen {
	id: string;
	status: string;
	issuedAt: string;
	transactionDate: string;
	externalTraceId: string | null;
	associatedPayout: { id: string | null; status: string };
}

describe('a shop that lives through its month', () => {
	it('makes payouts the evening before, sends them, and the bank pays or refuses', async () => {
		await open('2026-11-05T00:00:00Z');
		const all = [...account().payouts];
		const paid = all.find(({ status }) => status === 'PAID')!;
		const failed = all.find(({ status }) => status === 'FAILED')!;
		const courses = [
			[paid, ['none', 'SCHEDULED', 'IN_TRANSIT', 'PAID', 'PAID']],
			[failed, ['none', 'SCHEDULED', 'IN_TRANSIT', 'IN_TRANSIT', 'FAILED']],
		] as const;
		for (const [payout, course] of courses) {
			const issued = Date.parse(payout.issuedAt);
			const seen: string[] = [];
			for (const at of [-DAY / 2, -DAY / 8, DAY / 2, 2 * DAY, 4 * DAY]) {
				const { payouts } = await paymentsNow(issued + at);
				seen.push(payouts.nodes.find(({ id }) => id === payout.id)?.status ?? 'none');
			}
			expect(seen).toEqual(course);
		}
	});

	it('gives rows their payout when it is made, and the same status', async () => {
		await open('2026-11-05T00:00:00Z');
		const payout = account().payouts.find(({ status }) => status === 'PAID')!;
		const row = account().balanceTransactions.find(
			({ associatedPayout, type }) => associatedPayout.id === payout.id && type === 'CHARGE',
		)!;
		const issued = Date.parse(payout.issuedAt);
		const of = async (at: number) =>
			(await paymentsNow(at)).balanceTransactions.nodes.find(({ id }) => id === row.id)
				?.associatedPayout;
		expect(await of(Date.parse(row.transactionDate) - 1)).toBeUndefined();
		expect(await of(issued - DAY / 2)).toEqual({ id: null, status: 'PENDING' });
		expect(await of(issued - DAY / 8)).toEqual({ id: payout.id, status: 'SCHEDULED' });
		expect(await of(issued + 2 * DAY)).toEqual({ id: payout.id, status: 'PAID' });
	});

	it('shows some rows late, and some get their payout later than the others', async () => {
		await open('2026-11-05T00:00:00Z', 'bad');
		const { changes } = sandbox.timeline!;
		const rows = new Map(account().balanceTransactions.map((row) => [row.id, row]));
		const late = changes
			.filter(({ kind, version }) => kind === 'balanceTransaction' && version === '')
			.map(({ id, at }) => at - Date.parse(rows.get(id)!.transactionDate));
		expect(late.some((by) => by >= DAY / 24 / 6 && by < DAY / 24)).toBe(true);
		expect(late.some((by) => by >= 3 * (DAY / 24))).toBe(true);
		const assigned = new Map<string, Set<number>>();
		for (const { kind, version, at } of changes) {
			if (kind !== 'balanceTransaction' || version === '') continue;
			assigned.set(version, (assigned.get(version) ?? new Set()).add(at));
		}
		expect([...assigned.values()].some((moments) => moments.size > 1)).toBe(true);
	});

	it('owes at every moment what no payout holds', async () => {
		await open('2026-10-01T04:00:00Z', 'none');
		for (let day = 1; day < 35; day += 3) {
			const seen = await paymentsNow(Date.UTC(2026, 9, day, 12));
			const rows = account().balanceTransactions.filter(
				({ test, associatedPayout }) => !test && associatedPayout.id === null,
			);
			const [balance] = seen.balance as unknown as Array<{ amount: string; currencyCode: string }>;
			expect(minor(balance)).toBe(total(rows.map(({ net }) => minor(net))));
		}
	});

	it('lets disputes begin, be answered and end', async () => {
		await open('2026-11-05T00:00:00Z');
		const won = sandbox.shop.disputes.find(({ status }) => status === 'WON')!;
		const { initiatedAt, evidenceSentOn, finalizedOn } = won;
		const at = async (date: unknown) => {
			sandbox.control.setNow(new Date(Date.parse(String(date)) + 1000));
			const { body } = await ask(sandbox, '{ disputes(first: 9) { nodes { id status } } }');
			const { nodes } = body.data?.disputes as { nodes: Seen[] };
			return nodes.find(({ id }) => id === won.id)?.status;
		};
		expect(await at('2026-10-01T05:00:00Z')).toBeUndefined();
		expect(await at(initiatedAt)).toBe('NEEDS_RESPONSE');
		expect(await at(evidenceSentOn)).toBe('UNDER_REVIEW');
		expect(await at(finalizedOn)).toBe('WON');
	});

	it('shows orders as they stood, in agreement with themselves, and in the end as they are', async () => {
		const shop = createShop({ orders: 120 });
		const end = JSON.stringify(shop.orders.map(({ id, updatedAt }) => [id, updatedAt]));
		sandbox = await startShopifySandbox({
			shop,
			now: new Date('2026-10-01T00:00:00Z'),
			live: 'usual',
			realTimeThrottle: false,
		});
		let seen = 0;
		for (let day = 2; day < 34; day += 4) {
			const now = new Date(Date.UTC(2026, 9, day, 12));
			sandbox.timeline!.showAt(now.getTime());
			expect(shop.orders.length).toBeGreaterThanOrEqual(seen);
			seen = shop.orders.length;
			for (const order of shop.orders) {
				expect(Date.parse(order.createdAt)).toBeLessThanOrEqual(now.getTime());
				expect(identityProblems(order)).toEqual([]);
			}
		}
		sandbox.timeline!.showAt(Date.UTC(2026, 11, 1));
		expect(JSON.stringify(shop.orders.map(({ id, updatedAt }) => [id, updatedAt]))).toBe(end);
	});

	it('is moved by the control endpoint, which also tells its today', async () => {
		await open('2026-10-10T00:00:00Z');
		const clock = async (body?: object) => {
			const response = await fetch(`${sandbox.url}/_control/clock`, {
				method: 'POST',
				body: JSON.stringify(body ?? {}),
			});
			return { status: response.status, body: (await response.json()) as object };
		};
		const before = (await paymentsNow(Date.UTC(2026, 9, 10))).payouts.nodes.length;
		expect(await clock({ now: '2026-10-20T00:00:00Z' })).toEqual({
			status: 200,
			body: { now: expect.stringMatching(/^2026-10-20T00:00:00/) },
		});
		expect((await clock()).body).toEqual({ now: expect.stringMatching(/^2026-10-20T00:00:0/) });
		const { body } = await ask(
			sandbox,
			'{ shopifyPaymentsAccount { payouts(first: 50) { nodes { id } } } }',
		);
		const { payouts } = body.data?.shopifyPaymentsAccount as { payouts: { nodes: unknown[] } };
		expect(payouts.nodes.length).toBeGreaterThan(before);
		expect((await clock({ now: 'tomorrow' })).status).toBe(400);
	});
});
