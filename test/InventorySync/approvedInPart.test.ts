import { syncStock, type SetResult, type Sides } from '../../nodes/InventorySync/sync';
import { LAMP, ok, POLICY, RUN, World } from './sides';

const PLACES = ['gid://shopify/Location/1', 'gid://shopify/Location/2'];

/** Two locations, of which one is sold at just before the first write. */
function twoPlaces(world: World, stock: number[], meanwhile: () => void): Sides {
	const sides = world.sides();
	const readStock: Sides['shop']['readStock'] = async () => {
		const read = await sides.shop.readStock();
		if (!read.ok) return read;
		const [product] = read.value.products;
		const [level] = product.levels;
		const levels = PLACES.map((locationId, index) => ({
			...level,
			locationId,
			available: stock[index],
			onHand: stock[index],
		}));
		return ok({ ...read.value, products: [{ ...product, levels }] });
	};
	let writes = 0;
	const setQuantities: Sides['shop']['setQuantities'] = async ({ entries }) => {
		if (writes++ === 0) meanwhile();
		const result: SetResult = { done: [], stale: [], refused: [], unknown: [] };
		for (const entry of entries) {
			const index = PLACES.indexOf(entry.locationId);
			const isStale = stock[index] !== entry.from;
			(isStale ? result.stale : result.done).push(entry);
			if (!isStale) stock[index] = entry.to;
		}
		return await Promise.resolve(ok(result));
	};
	return { ...sides, shop: { ...sides.shop, readStock, setQuantities } };
}

it('what was written at one location counts towards what was approved', async () => {
	const world = new World();
	world.onHand = 40;
	const stock = [10, 10];
	const sides = twoPlaces(world, stock, () => {
		world.sell(1);
		stock[1] -= 1;
		world.onHand += 8;
	});
	const report = await syncStock(
		sides,
		{ ...POLICY, locations: PLACES, distribution: 'proportional' },
		{ ...RUN, approved: [{ inventoryItemId: LAMP, itemId: '7', change: 20 }] },
	);
	if (!report.ok) throw new Error(report.problem.code);
	// 10 of the 20 are written; another 18 would be right now, and nobody has approved so many
	expect(stock).toEqual([20, 9]);
	expect(report.value.rows).toMatchObject([
		{ status: 'Skipped', problem: { code: 'differs-from-approved' } },
	]);
});
