import { syncStock } from '../../nodes/InventorySync/sync';
import { POLICY, RUN, World } from './sides';

/** The table of docs/inventory.md, "Monday, 20 lamps on both sides", line by line. */
it('the worked example holds', async () => {
	const world = new World();
	world.available = 20;
	const line = async () => {
		const { available: shopify, onHand: books } = world;
		const report = await syncStock(world.sides(), POLICY, RUN);
		if (!report.ok) throw new Error(report.problem.code);
		const [{ unbooked, status }] = report.value.rows;
		return [shopify, books, unbooked, world.available, status];
	};

	const order = world.sell(2);
	expect(await line()).toEqual([18, 20, 2, 18, 'Same']);
	world.onHand += 10;
	expect(await line()).toEqual([18, 30, 2, 28, 'Done']);
	world.book(order);
	expect(await line()).toEqual([28, 28, 0, 28, 'Same']);
	world.available += 1;
	world.orders[0].pieces -= 1;
	expect(await line()).toEqual([29, 28, -1, 29, 'Same']);
	world.onHand += 1;
	world.booked.set(`${order.id} 7`, 1);
	expect(await line()).toEqual([29, 29, 0, 29, 'Same']);
});
