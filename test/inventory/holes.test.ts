import { World } from './world.mts';

/**
 * Holes that chance seldom finds: a quantity that changes and comes back to what it was looks as if it
 * had not changed.
 */
function newWorld(direction: 'QuickBooks to Shopify' | 'Shopify to QuickBooks'): World {
	return new World({
		seed: 1,
		products: 1,
		locations: 1,
		distribution: 'mainLocation',
		quantity: 'available',
		oversells: false,
		searchLateMilliseconds: 0,
		direction,
		start: '2026-10-05T14:00:00Z',
		costOf: () => 700,
	});
}

/** The run goes on until it is about to ask this. */
async function until(world: World, actor: string, label: RegExp): Promise<void> {
	while (world.scheduler.actors().includes(actor)) {
		if (label.test(world.scheduler.next(actor))) return;
		await world.scheduler.step(actor);
	}
	throw new Error(`${actor} never asked ${String(label)}`);
}

async function finish(world: World, actor: string): Promise<void> {
	while (world.scheduler.actors().includes(actor)) await world.scheduler.step(actor);
}

const LAMP = 'Lamp0';

describe('what changes and comes back', () => {
	it('is noticed in Shopify: a piece comes back and another is sold', async () => {
		const world = newWorld('QuickBooks to Shopify');
		const { counter, truth } = world;
		const first = counter.sell([{ product: LAMP, pieces: 1 }]);
		truth.happened('sold', LAMP, 1);
		world.warehouse.receive(LAMP, 1, 700, world.today());
		truth.happened('received', LAMP, 1);
		world.clock.advance(600_000);

		await world.start('sync', 'sync');
		await until(world, 'sync', /RecentOrders/);
		world.clock.advance(1000);
		counter.refund(first, LAMP, 1, true);
		truth.happened('returned', LAMP, 1);
		await until(world, 'sync', /GET query/);
		world.clock.advance(1000);
		counter.sell([{ product: LAMP, pieces: 1 }]);
		truth.happened('sold', LAMP, 1);
		await finish(world, 'sync');

		expect(world.wrong()).toBeUndefined();
	});

	it('is noticed in the books: a sale is booked before, and a return after they are looked through', async () => {
		const world = newWorld('QuickBooks to Shopify');
		const { counter, truth } = world;
		const first = counter.sell([{ product: LAMP, pieces: 1 }]);
		truth.happened('sold', LAMP, 1);
		await world.bookNow();
		world.clock.advance(600_000);
		counter.refund(first, LAMP, 1, true);
		truth.happened('returned', LAMP, 1);
		counter.sell([{ product: LAMP, pieces: 1 }]);
		truth.happened('sold', LAMP, 1);
		world.clock.advance(600_000);

		await world.start('sync', 'sync');
		await until(world, 'sync', /GET query SalesReceipt/);
		await world.start('books', 'books');
		await until(world, 'books', /POST batch/);
		await world.scheduler.step('books');
		await until(world, 'sync', /GET query Item/);
		await finish(world, 'books');
		await finish(world, 'sync');

		expect(world.wrong()).toBeUndefined();
	});
});
