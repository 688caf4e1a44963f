import { control } from '../client.mts';
import { codesOf, openShop, read, setStock, type StockSandbox } from './stockApi.mts';

let sandbox: StockSandbox;
beforeEach(async () => {
	sandbox = await openShop({ count: 3 });
});
afterEach(async () => await sandbox.close());

const available = (): number => sandbox.till.stock('SKU-1', sandbox.shop.locations[0]);
const SALE = { lines: [{ variant: 'SKU-1', quantity: 2 }] };
const ORDERS = 'query Orders($q: String) { orders(first: 9, query: $q) { nodes { name } } }';

async function found(search: string | null): Promise<string[]> {
	const { orders } = await read<{ orders: { nodes: Array<{ name: string }> } }>(sandbox, ORDERS, {
		variables: { q: search },
	});
	return orders.nodes.map(({ name }) => name);
}

describe('between two requests', () => {
	it('a sale after the reading and before the writing makes what was read stale', async () => {
		const before = available();
		const seen: string[] = [];
		sandbox.control.interleave({
			before: ({ label, number }) => {
				seen.push(`${number} ${label}`);
				if (label === 'mutation SetStock') sandbox.till.sell(SALE);
			},
		});
		await read(sandbox, ORDERS);
		const entry = { sku: 'SKU-1', from: before, to: 50 };
		expect(codesOf(await setStock(sandbox, [entry]))).toEqual(['CHANGE_FROM_QUANTITY_STALE']);
		expect(available()).toBe(before - 2);
		expect(seen).toEqual(['1 query Orders', '2 mutation SetStock']);
	});

	it('a sale after the writing takes from what was written; the answer is the one before it', async () => {
		sandbox.control.interleave({ after: () => sandbox.till.sell(SALE) });
		const answer = await setStock(sandbox, [{ sku: 'SKU-1', from: available(), to: 50 }]);
		expect(codesOf(answer)).toEqual([]);
		expect(available()).toBe(48);
		sandbox.control.interleave();
		await read(sandbox, ORDERS);
		expect(available()).toBe(48);
	});

	it('by the control endpoint: at once, or before or after the next request of a name', async () => {
		const before = available();
		const made = await control(sandbox, 'till', { do: 'sell', ...SALE, paid: false });
		expect(made).toMatchObject({ name: '#1001' });
		await control(sandbox, 'till', { do: 'sell', ...SALE, before: 'SetStock' });
		await control(sandbox, 'till', { do: 'receive', variant: 'SKU-1', quantity: 9, after: 'Set' });
		expect(available()).toBe(before - 2);
		await read(sandbox, ORDERS);
		expect(available()).toBe(before - 2);
		const entry = { sku: 'SKU-1', from: before - 4, to: 30 };
		expect(codesOf(await setStock(sandbox, [entry]))).toEqual([]);
		expect(available()).toBe(39);
		await control(sandbox, 'till', { do: 'cancel', order: '#1001' });
		expect(available()).toBe(41);
		expect(await control(sandbox, 'till', { do: 'steal' })).toMatchObject({
			error: expect.stringContaining('cannot "steal"') as string,
		});
	});
});

describe('a search', () => {
	it('knows an order late, and what has become of it late; by id it is there at once', async () => {
		sandbox.till.index.milliseconds = 5000;
		const order = sandbox.till.sell({ ...SALE, paid: false });
		const since = "updated_at:>='2026-11-24T09:00:00Z'";
		const pending = 'status:open financial_status:pending';
		expect([await found(since), await found(pending)]).toEqual([[], []]);
		const byId = `{ order(id: "${order.id}") { name } }`;
		expect(await read(sandbox, byId)).toEqual({ order: { name: '#1001' } });
		sandbox.control.advance(5000);
		expect([await found(since), await found(pending)]).toEqual([['#1001'], ['#1001']]);
		sandbox.till.pay(order);
		expect(await found(pending)).toEqual(['#1001']);
		sandbox.control.advance(5000);
		expect(await found(pending)).toEqual([]);
		expect(await found("updated_at:>='2026-11-24T10:00:05Z'")).toEqual(['#1001']);
	});

	it('needs the clock; the level has moved at once', async () => {
		sandbox.till.index.milliseconds = 5000;
		const before = available();
		const order = sandbox.till.sell(SALE);
		expect(available()).toBe(before - 2);
		sandbox.control.advance(4999);
		expect(await found(`name:${order.name}`)).toEqual([]);
		sandbox.control.advance(1);
		expect(await found(`name:${order.name}`)).toEqual(['#1001']);
	});
});
