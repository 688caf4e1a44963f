import { lineage } from './lineage.mts';
import { lastMonth, nodesOf } from './merchant.mts';
import { Month, type OrdersTemplate } from './month.mts';

const KINDS: Record<OrdersTemplate, string[]> = {
	1: ['RefundReceipt', 'SalesReceipt'],
	2: ['CreditMemo', 'Invoice', 'Payment', 'Purchase', 'RefundReceipt'],
	4: ['RefundReceipt', 'SalesReceipt'],
};

/** Each template for orders, unchanged, and template 3 after it, over a month in which everything happens. */
describe.each([1, 2, 4] as const)('template %s, then template 3', (number) => {
	let month: Month;
	let runs: Array<Awaited<ReturnType<Month['run']>>>;
	let ofOrders: ReturnType<Month['judge']>;

	beforeAll(async () => {
		month = await Month.open(number);
		const orders = await month.run(month.orders);
		ofOrders = month.judge(false);
		runs = [orders, await month.run(month.refunds)];
	}, 120_000);

	afterAll(async () => await month.merchant.close());

	it('runs to the end, and reads every order and refund', () => {
		const errors = runs.map(({ result }) => [result.status, result.error?.message]);
		expect(errors).toEqual(runs.map(() => ['success', undefined]));
		const { orders } = month.merchant.shopify.shop;
		const since = `${lastMonth()}-02`;
		const live = orders.filter(({ test, processedAt }) => !test && processedAt >= since);
		const read = new Set(runs[0].said.read);
		expect(live.map(({ name }) => name).filter((name) => !read.has(name))).toEqual([]);
		expect(runs[1].said.read).toHaveLength(live.flatMap(({ refunds }) => refunds).length);
	});

	it("leaves the books as the merchant's own record has them, before the refunds and after", () => {
		expect(ofOrders.faults).toEqual([]);
		const { faults, documents, totals, orders } = month.judge(true);
		expect(faults).toEqual([]);
		expect(orders).toBeGreaterThan(50);
		expect(totals.length).toBeGreaterThan(14);
		expect([...new Set(documents.map(({ entity }) => entity))].sort()).toEqual(KINDS[number]);
	});

	it('says of everything it skipped or held why, and what to do', () => {
		for (const { said } of runs) {
			for (const { order, what } of said.skipped) {
				expect([order, what]).toEqual([
					expect.stringMatching(/^#\d+$/),
					expect.stringMatching(/\w+ \w+/),
				]);
			}
			for (const { order, what, fix } of said.held) {
				expect(order).toMatch(/^#\d+/);
				expect(what).toMatch(/\w+ \w+/);
				expect(fix).toMatch(/\w+ \w+/);
			}
		}
		expect(runs[0].said.held.length).toBeGreaterThan(0);
		expect(runs[1].said.skipped.length).toBeGreaterThan(0);
		expect(runs[1].said.held).toEqual([]);
	});

	it('keeps the link of every item back to the trigger', () => {
		for (const { workflow, result } of runs) {
			const { byHand, map, post, skipped, held } = nodesOf(workflow);
			const { runData } = result.run.data.resultData;
			for (const node of [post, skipped, held]) {
				for (const [run, { data }] of (runData[node] ?? []).entries()) {
					for (const index of (data?.main[0] ?? []).keys()) {
						const steps = lineage(result.run, { node, run, index }).map((step) => step.node);
						expect(steps).toContain(map);
						expect(steps.at(-1)).toBe(byHand);
					}
				}
			}
		}
	});

	it('books nothing when both run again', async () => {
		const journal = month.journal();
		for (const { workflow, said } of runs) {
			const again = (await month.run(workflow)).said;
			expect(again.posted).toEqual([]);
			expect(again.alreadyPosted.sort()).toEqual([...said.posted].sort());
			expect([again.skipped, again.held].map((list) => list.length)).toEqual(
				[said.skipped, said.held].map((list) => list.length),
			);
		}
		expect(month.journal()).toBe(journal);
	});
});
