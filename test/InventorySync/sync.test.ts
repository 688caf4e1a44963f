import {
	syncStock,
	type SyncReport,
	type SyncPolicy,
	type SyncRun,
} from '../../nodes/InventorySync/sync';
import { POLICY, RUN, World } from './sides';

/** The run by itself, on plain values: in which order it reads, and what it makes of what moves. */

let world: World;
beforeEach(() => {
	world = new World();
});

async function sync(
	policy: Partial<SyncPolicy> = {},
	run: Partial<SyncRun> = {},
): Promise<SyncReport> {
	const report = await syncStock(world.sides(), { ...POLICY, ...policy }, { ...RUN, ...run });
	if (!report.ok) throw new Error(report.problem.code);
	return report.value;
}

const TO_BOOKS = { direction: 'Shopify to QuickBooks' } as const;

it('reads Shopify first, its orders next, and the quantities of the books between two looks at what is booked', async () => {
	world.sell(1);
	await sync({}, { mode: 'Preview' });
	expect(world.log).toEqual(['stock', 'orders', 'pieces', 'booked', 'items', 'booked']);
});

it('asks for no orders where they are not counted', async () => {
	world.sell(1);
	await sync({ unbooked: 'none' }, { mode: 'Preview' });
	expect(world.log).toEqual(['stock', 'items']);
});

it('an order that is booked while the books are read is counted once', async () => {
	const order = world.sell(3);
	let isBooked = false;
	world.before.set('booked', () => {
		if (!isBooked) world.book(order);
		isBooked = true;
	});
	const { rows } = await sync();
	expect(rows).toMatchObject([{ status: 'Done', before: 7, after: 17 }]);
	expect(world.onHand).toBe(17);
});

it('an item that is posted each time is left alone', async () => {
	const { id } = world.sell(1);
	let posted = 0;
	world.before.set('booked', () => world.booked.set(`${id} 7`, (posted += 1)));
	const { rows, rounds } = await sync();
	expect(rows).toMatchObject([{ status: 'Skipped', problem: { code: 'changed-meanwhile' } }]);
	expect(rounds).toBe(3);
	expect(world.log).not.toContain('set');
	const preview = await sync({}, { mode: 'Preview' });
	expect(preview.rows).toMatchObject([{ status: 'Skipped' }]);
});

it('orders that a day summary holds are booked', async () => {
	const order = world.sell(3);
	world.onHand -= 3;
	world.bySummary.set(order.id, 'Day/2026-11-20');
	world.booked.set('Day/2026-11-20 7', 3);
	const { rows } = await sync({}, { mode: 'Preview' });
	expect(rows).toMatchObject([{ unbooked: 0, after: 17 }]);
});

describe('a day summary', () => {
	const DAY = 'Day/2026-11-20';
	beforeEach(() => {
		for (const pieces of [3, 2]) world.bySummary.set(world.sell(pieces).id, DAY);
		world.onHand -= 3;
		world.booked.set(`${DAY} 7`, 3);
	});
	const preview = async (run: Partial<SyncRun> = {}) =>
		(await sync({}, { mode: 'Preview', ...run })).rows;

	it('does not hold an order that was left out of it, whose pieces are not offered again', async () => {
		expect(await preview()).toMatchObject([
			{ unbooked: 2, unbookedOrders: [DAY], before: 5, after: 15 },
		]);
	});

	it('may have refunds beside it', async () => {
		world.onHand += 1;
		world.booked.set(`${world.orders[0].id} 7`, -1);
		world.orders[0].pieces = 2;
		expect(await preview()).toMatchObject([{ unbooked: 2, after: 16 }]);
	});

	it('that holds more than was sold sells nothing once more', async () => {
		world.booked.set(`${DAY} 7`, 9);
		expect(await preview()).toMatchObject([{ unbooked: 0, after: 17 }]);
	});

	it('of a day of which not all orders were read is not compared', async () => {
		expect(await preview({ lookBackDays: 4 })).toMatchObject([{ unbooked: 0 }]);
	});
});

it('payout summaries stop the run', async () => {
	world.sell(1);
	world.payoutSummaries = true;
	await expect(sync()).rejects.toThrow('unbooked-unknown');
});

describe('a sale between reading and writing', () => {
	it('is read, once Shopify had the time to list it, and another key is used', async () => {
		let sold = 0;
		world.before.set('set', () => {
			if (sold++ === 0) world.sell(4);
		});
		const { rows, rounds } = await sync();
		expect(rows).toMatchObject([{ status: 'Done', before: 6, after: 16 }]);
		expect([rounds, world.slept, new Set(world.keys).size]).toEqual([2, 60_000, 2]);
	});

	it('each time: three rounds, then nothing', async () => {
		world.before.set('set', () => void world.sell(1));
		const { rows, rounds, pieces } = await sync();
		expect(rows).toMatchObject([{ status: 'Skipped', problem: { code: 'changed-meanwhile' } }]);
		expect([rounds, pieces, world.available]).toEqual([3, 0, 7]);
	});

	it('that Shopify does not list yet makes the product wait', async () => {
		world.before.set('set', () => {
			world.available -= 1;
			world.changedAt = new Date(Date.parse('2026-11-24T12:00:59Z')).toISOString();
		});
		const { rows } = await sync();
		expect(rows).toMatchObject([{ status: 'Skipped', problem: { code: 'just-changed' } }]);
		expect(world.available).toBe(9);
	});
});

describe('an answer that is lost', () => {
	it('is found to be done', async () => {
		world.answer = ({ done, ...rest }) => ({
			...rest,
			done: [],
			unknown: done.map((change) => ({ change, problem: lost })),
		});
		const { rows } = await sync();
		expect(rows).toMatchObject([{ status: 'Done', before: 10, after: 20, change: 10 }]);
	});

	it('or is said to be lost', async () => {
		world.answer = ({ done, ...rest }) => {
			world.available = 10;
			return { ...rest, done: [], unknown: done.map((change) => ({ change, problem: lost })) };
		};
		const { rows } = await sync();
		expect(rows).toMatchObject([{ status: 'Failed', problem: { code: 'no-answer' } }]);
	});
});

const lost = { code: 'no-answer', what: 'No answer came', where: 'Lamp', fix: 'Run again' };

describe('to QuickBooks', () => {
	it('takes the key before it reads, and looks at Shopify once more before it writes', async () => {
		world.sell(2);
		const { rows } = await sync(TO_BOOKS);
		expect(world.log).toEqual([
			'key',
			'stock',
			'orders',
			'pieces',
			'booked',
			'items',
			'booked',
			'stock',
			'adjust',
		]);
		expect(rows).toMatchObject([{ status: 'Done', before: 20, after: 10, change: -10 }]);
		expect(world.adjustments).toMatchObject([
			{
				key: expect.stringMatching('/Inventory/2026-11-24/1$'),
				account: 'Inventory Shrinkage',
				lines: [{ itemId: '7', change: -10 }],
			},
		]);
	});

	it('a preview takes no key', async () => {
		await sync(TO_BOOKS, { mode: 'Preview' });
		expect(world.log).toEqual(['stock', 'orders', 'pieces', 'items']);
	});

	it('a sale in between is read first', async () => {
		let isSold = false;
		world.before.set('items', () => {
			if (!isSold) world.sell(4);
			isSold = true;
		});
		const { rows, rounds } = await sync(TO_BOOKS);
		// 6 in Shopify, 4 sold and not booked
		expect(rows).toMatchObject([{ status: 'Done', after: 10 }]);
		expect(rounds).toBe(2);
	});

	it('a posting in between is not undone', async () => {
		const order = world.sell(4);
		world.before.set('adjust', () => world.book(order));
		await sync(TO_BOOKS);
		expect(world.onHand).toBe(6);
	});
});
