import { createShop } from '../../sandbox/shopify/shop/createShop.mts';
import { allScenarios } from '../../sandbox/shopify/shop/scenarios/all.mts';
import { startShopifySandbox, type ShopifySandbox } from '../../sandbox/shopify/start.mts';
import { ORDERS, runByHand, watch } from '../ShopifyBalanceTrigger/engine.mts';

let sandbox: ShopifySandbox;
const open = async (options: Parameters<typeof startShopifySandbox>[0] = {}) => {
	const scenarios = allScenarios.map(({ name }) => name);
	sandbox = await startShopifySandbox({
		shop: createShop({ seed: 11, month: '2026-10', orders: scenarios.length, scenarios }),
		now: new Date('2026-11-05T00:00:00Z'),
		live: 'none',
		realTimeThrottle: false,
		...options,
	});
};
afterEach(async () => await sandbox.close());

const goTo = (at: number) => sandbox.control.setNow(new Date(at));
const from = (startDate: string) => ({ startFrom: 'date', startDate });
const never = { options: { repeat: 'never' } };
const every = ['orderCreated', 'orderPaid', 'orderEdited', 'orderCancelled', 'refundCreated'];
const calls = () => sandbox.control.log.all().length;

interface Json {
	id: string;
	triggeredBy: string[];
	refund?: { id: string };
	[field: string]: unknown;
}
const jsonOf = (items: ReadonlyArray<{ json: object }> = []) =>
	items.map(({ json }) => json as Json);

describe('the trigger on orders', () => {
	it('hands out an order with its agreements when it is created, and each later event', async () => {
		await open();
		const { changes } = sandbox.timeline!;
		const edit = changes.find(({ version }) => version.startsWith('edited'))!;
		const created = changes.find(({ id, version }) => id === edit.id && /^created/.test(version))!;
		goTo(created.at + 1000);
		const start = new Date(created.at - 60_000).toISOString();
		const trigger = await watch(ORDERS, sandbox, { triggerOn: every, ...never, ...from(start) });
		const first = jsonOf((await trigger.poll()).items).find(({ id }) => id === edit.id);
		expect(first?.triggeredBy).toContain('orderCreated');
		expect(first).toMatchObject({
			agreements: [expect.objectContaining({ reason: 'ORDER', sales: expect.any(Array) })],
			shop: expect.objectContaining({ currencyCode: 'USD' }),
		});
		goTo(edit.at + 1000);
		const later: Json[] = [];
		for (let poll = 0; poll < 5; poll++) later.push(...jsonOf((await trigger.poll()).items));
		const edited = later.filter(({ id }) => id === edit.id);
		expect(edited).toHaveLength(1);
		expect(edited[0].triggeredBy).toContain('orderEdited');
		expect(edited[0].triggeredBy).not.toContain('orderCreated');
	});

	it('hands out a refund with its order, and only what was chosen', async () => {
		await open();
		const settings = { triggerOn: ['refundCreated'], ...never, ...from('2026-10-01') };
		const trigger = await watch(ORDERS, sandbox, settings);
		const items = jsonOf((await trigger.poll()).items);
		const wanted = sandbox.shop.orders
			.filter(({ test, createdAt }) => !test && createdAt >= '2026-10-01T04:00:00Z')
			.flatMap(({ refunds }) => refunds);
		expect(wanted.length).toBeGreaterThan(2);
		expect(items.map(({ refund }) => refund?.id).sort()).toEqual(wanted.map(({ id }) => id).sort());
		expect(items.every(({ triggeredBy }) => triggeredBy[0] === 'refundCreated')).toBe(true);
		expect(await trigger.poll()).toEqual({});
	});

	it('reads an order that got a tag, hands nothing out, and asks once when all is quiet', async () => {
		await open();
		const trigger = await watch(ORDERS, sandbox, { ...never, ...from('2026-10-01') });
		expect((await trigger.poll()).items?.length).toBeGreaterThan(20);
		const order = sandbox.timeline!.changes.find(({ version }) => version.startsWith('created'))!;
		const shown = sandbox.shop.orders.find(({ id }) => id === order.id)!;
		const before = calls();
		expect(await trigger.poll()).toEqual({});
		expect(calls() - before).toBe(1);
		// the timeline would show the order as it was
		sandbox.timeline!.showAt = () => undefined;
		Object.defineProperty(shown, 'updatedAt', { value: '2026-11-04T23:00:00Z', writable: false });
		Object.defineProperty(shown, 'tags', { value: ['vip'], writable: false });
		const result = await trigger.poll();
		expect(result.items ?? []).toEqual([]);
	});

	it('from now on hands out nothing older, though an older order changes', async () => {
		await open({ live: undefined });
		const trigger = await watch(ORDERS, sandbox, { triggerOn: every, ...never, startFrom: 'now' });
		expect(await trigger.poll()).toEqual({});
		sandbox.shop.orders[3].updatedAt = new Date(Date.now() + 60_000).toISOString();
		expect(await trigger.poll()).toEqual({});
	});
});

describe('a run by hand', () => {
	it('shows real samples of what was chosen', async () => {
		await open({ live: undefined });
		const result = await runByHand(ORDERS, sandbox, { triggerOn: every });
		expect(result.error).toBeUndefined();
		const items = jsonOf(result.outputs.Watch[0]);
		expect(items.length).toBeGreaterThan(5);
		expect(items.some(({ triggeredBy }) => triggeredBy.includes('orderPaid'))).toBe(true);
		const cancelled = await runByHand(ORDERS, sandbox, { triggerOn: ['orderCancelled'] });
		const kinds = jsonOf(cancelled.outputs.Watch?.[0]).flatMap(({ triggeredBy }) => triggeredBy);
		expect(kinds.every((kind) => kind === 'orderCancelled')).toBe(true);
	});
});
