import type { RunResult } from '../../engine/index.mts';
import type { OrderTruth } from '../../sandbox/shopify/shop/truth.mts';
import { judge } from '../../scripts/demo/judge.mts';
import { outcomeOf } from '../../scripts/demo/outcome.mts';
import { bookingOf } from '../../scripts/demo/template.mts';
import { lineage } from './lineage.mts';
import { lastMonth, NODES, startMerchant, template1, type Merchant } from './merchant.mts';
import { told, type Told } from './told.mts';

/** A small shop in which much happens; some of it cannot be booked as a sales receipt. */
const SCENARIOS = [
	...Array.from({ length: 8 }, () => 'Ordinary paid order'),
	...['Automatic line discount and order code', 'Free shipping code', 'Free order', 'Tip'],
	...['Two codes, one a fixed amount', 'Additional fee', 'One cent item', 'Subscription'],
	...['Gift card sold', 'Gift card and credit card', 'Gift card pays all', 'Two cards'],
	...['Store credit and card', 'Shop Cash and card', 'Card declined, then paid'],
	...['POS cash with change', 'POS cash, rounded to five cents', 'Bank deposit, paid days later'],
	...['Bank deposit, not paid', 'Deposit paid, rest open', 'Authorised only', 'Test order'],
	...['Cancelled before payment', 'Cancelled after payment', 'Customer pays EUR, with duties'],
	...['Shop channel, marketplace tax', 'B2B on terms, paid', 'Refund in full'],
	...['Edited: item added and paid', 'Exchange for something dearer', 'More than 100 lines'],
];

function receiptsByNumber({ quickBooks }: Merchant): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { DocNumber } of quickBooks.company.all('SalesReceipt')) {
		const name = `#${String(DocNumber)}`;
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	return counts;
}

const names = (list: readonly Told[]) => list.map(({ order }) => order);

describe('template 1, unchanged, on a small shop', () => {
	let merchant: Merchant;
	let result: RunResult;
	let truth: OrderTruth[];

	beforeAll(async () => {
		merchant = await startMerchant({
			scenarios: SCENARIOS,
			orders: SCENARIOS.length,
			limits: true,
		});
		truth = merchant.shopify.shop.truth.orders;
		result = await merchant.run();
	});

	afterAll(async () => await merchant.close());

	it('runs to the end', () => {
		expect([result.status, result.error?.message]).toEqual(['success', undefined]);
		expect(told(result).read.length).toBeGreaterThanOrEqual(truth.length - 1);
	});

	it('books every paid order exactly once, or says why not and what to do', () => {
		const booked = receiptsByNumber(merchant);
		const { posted, held } = told(result);
		for (const { name, scenario } of truth.filter(({ state }) => state === 'paid')) {
			const explained = held.filter(({ order }) => order === name);
			expect([scenario, (booked.get(name) ?? 0) + explained.length]).toEqual([scenario, 1]);
			expect(posted.includes(name)).toBe(booked.get(name) === 1);
		}
		expect(posted.length).toBeGreaterThanOrEqual(28);
		for (const { what, fix } of held) {
			expect(what).toMatch(/\w{3,} \w+/);
			expect(fix).toMatch(/\w{3,} \w+/);
		}
	});

	it('skips what is no sale, with a reason, and does not read test orders', () => {
		const { skipped, read } = told(result);
		const unpaid = truth.filter(({ state }) => state !== 'paid' && state !== 'test');
		expect(names(skipped).sort()).toEqual(unpaid.map(({ name }) => name).sort());
		expect(skipped.filter(({ what }) => !/\w{3,} \w+/.test(what))).toEqual([]);
		const booked = receiptsByNumber(merchant);
		for (const { name, state } of truth) {
			if (state !== 'paid') expect([name, booked.get(name)]).toEqual([name, undefined]);
			if (state === 'test') expect(read).not.toContain(name);
		}
	});

	it("leaves the ledger, order by order and account by account, as the merchant's own books have it", () => {
		const { faults, totals, orders } = judge({
			truth: merchant.shopify.shop.truth,
			company: merchant.quickBooks.company,
			shopDomain: merchant.shopify.shopDomain,
			from: `${lastMonth()}-01`,
			booking: bookingOf(template1(), false),
			outcomes: [outcomeOf(template1(), result.outputs)],
		});
		expect(faults).toEqual([]);
		expect(orders).toBeGreaterThanOrEqual(28);
		expect(totals.length).toBeGreaterThan(10);
	});

	it('takes few calls and is never throttled', () => {
		const { quickBooks, shopify } = merchant;
		const calls = [...quickBooks.control.log(), ...shopify.control.log.all()];
		expect(calls.filter(({ status }) => status !== 200)).toEqual([]);
		const batches = quickBooks.control.log().filter(({ label }) => label === 'batch');
		expect(batches.length).toBeLessThanOrEqual(8);
		expect(quickBooks.control.log().length).toBeLessThanOrEqual(25);
		expect(shopify.control.log.count()).toBeLessThanOrEqual(20);
	});

	it.each([
		[NODES.post, 0, [NODES.map, NODES.read]],
		[NODES.skipped, 0, [NODES.map, NODES.read]],
		[NODES.held, 0, [NODES.map, NODES.read]],
	])('keeps the link of every item of "%s" back to the trigger', (node, output, path) => {
		const { runData } = result.run.data.resultData;
		expect(runData[node].flatMap(({ data }) => data?.main[output] ?? [])).not.toEqual([]);
		for (const [run, { data }] of runData[node].entries()) {
			for (const index of (data?.main[output] ?? []).keys()) {
				const steps = lineage(result.run, { node, run, output, index });
				const nodes = steps.map((step) => step.node);
				expect(nodes.at(-1)).toBe(NODES.byHand);
				expect(nodes).toEqual(expect.arrayContaining(path));
				const orders = steps.map(({ item }) => orderName(item.json)).filter((name) => name !== '');
				expect([...new Set(orders)]).toHaveLength(1);
				expect(orders[0]).toMatch(/^#\d+$/);
			}
		}
	});

	it('posts nothing when it runs again', async () => {
		const { posted, skipped, held } = told(result);
		const ledger = JSON.stringify(merchant.quickBooks.company.journal);
		const again = told(await merchant.run());
		expect(again.posted).toEqual([]);
		expect(again.alreadyPosted.sort()).toEqual([...posted].sort());
		expect(names(again.skipped)).toEqual(names(skipped));
		expect(names(again.held).sort()).toEqual(names(held).sort());
		expect(JSON.stringify(merchant.quickBooks.company.journal)).toBe(ledger);
	});
});

describe('template 1, its hourly branch', () => {
	it('books what changed in the last three days; a run by hand then books the rest', async () => {
		const merchant = await startMerchant({ scenarios: ['Ordinary paid order'], orders: 9 });
		const { orders } = merchant.shopify.shop;
		const recent = orders.filter((_, index) => index % 3 === 0);
		const [old] = recent.splice(0, 1);
		for (const order of [old, ...recent]) {
			order.updatedAt = `${new Date(Date.now() - 3_600_000).toISOString().slice(0, 19)}Z`;
		}
		const { processedAt } = old;
		old.processedAt = '2020-02-29T12:00:00Z';
		const hourly = { startNode: NODES.schedule, mode: 'trigger' as const };
		const first = await merchant.run(template1(), hourly);
		expect([first.status, first.error?.message]).toEqual(['success', undefined]);
		expect(first.outputs[NODES.read]).toBeUndefined();
		// An order from before the start date is in the books that were kept until then.
		expect(told(first).read).toContain(old.name);
		expect(told(first).posted.sort()).toEqual(recent.map(({ name }) => name).sort());
		expect(told(await merchant.run(template1(), hourly))).toMatchObject({ posted: [], held: [] });
		old.processedAt = processedAt;
		const byHand = told(await merchant.run());
		expect(byHand.posted).toHaveLength(7);
		expect(byHand.alreadyPosted).toHaveLength(2);
		expect([...receiptsByNumber(merchant).values()]).toEqual(Array(9).fill(1));
		await merchant.close();
	});
});

/** "#1001" also of its edit "#1001-E1"; nothing of an item that is no order's. */
function orderName(json: Record<string, unknown>): string {
	const { source, order, name } = json as { source?: { name?: string } } & typeof json;
	return String(order ?? source?.name ?? name ?? '').replace(/-E\d+$/, '');
}
