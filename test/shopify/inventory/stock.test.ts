import { readLocations, readProducts, readStock } from '../../../nodes/shopify/inventory';
import { throttled, json, scriptedClient } from '../scripted';
import { shopWithManyProducts } from './manyProducts.mts';
import { openStockShop, valueOf } from './stockShop.mts';

interface Raw {
	inventoryItem: {
		id: string;
		sku: string | null;
		inventoryLevels: Array<{
			location: { id: string; name: string };
			quantities: Array<{ name: string; quantity: number }>;
		}>;
	};
}

let open: Awaited<ReturnType<typeof openStockShop>>;
afterEach(async () => await open?.close());

const variants = () => (open.shop as unknown as { productVariants: Raw[] }).productVariants;

/** What the shop itself holds, by item and location. */
function truth(locationIds: string[]) {
	const levels = variants().flatMap(({ inventoryItem: { id, inventoryLevels } }) =>
		inventoryLevels
			.filter(({ location }) => locationIds.includes(location.id))
			.map(({ location, quantities }) => {
				const [available, onHand, committed] = ['available', 'on_hand', 'committed'].map(
					(name) => quantities.find((one) => one.name === name)?.quantity,
				);
				return [`${id} ${location.id}`, { available, onHand, committed, at: location.name }];
			}),
	);
	return Object.fromEntries(levels) as object;
}

function levelsOf(products: Awaited<ReturnType<typeof open.stock>>) {
	const levels = products.flatMap(({ inventoryItemId, levels: own }) =>
		own.map(({ locationId, available, onHand, committed, location }) => [
			`${inventoryItemId} ${locationId}`,
			{ available, onHand, committed, at: location },
		]),
	);
	return Object.fromEntries(levels) as object;
}

it('reads every product with its stock at the chosen locations, and at no other', async () => {
	open = await openStockShop();
	const all = await open.locationIds();
	expect(all).toHaveLength(3);
	for (const chosen of [all, [all[1]], [all[0], all[2]]]) {
		const products = await open.stock(chosen);
		expect(products.map(({ inventoryItemId }) => inventoryItemId).sort()).toEqual(
			variants()
				.map(({ inventoryItem }) => inventoryItem.id)
				.sort(),
		);
		expect(Object.keys(truth(chosen)).length).toBeGreaterThan(10);
		expect(levelsOf(products)).toEqual(truth(chosen));
	}
});

it('names a variant as orders do, and knows what has no stock of its own', async () => {
	open = await openStockShop();
	const products = await open.stock(await open.locationIds());
	expect(products.filter(({ name }) => name.includes('Default Title'))).toEqual([]);
	expect(products.some(({ name }) => / - /.test(name))).toBe(true);
	expect(products.some(({ tracked }) => !tracked)).toBe(true);
	expect(products.some(({ isGiftCard }) => isGiftCard)).toBe(true);
	expect(products.some(({ sku }) => sku === null)).toBe(true);
	const [{ levels }] = products.filter((one) => one.levels.length > 0);
	expect(levels[0].updatedAt).toMatch(/^\d{4}-\d\d-\d\dT/);
});

it('gives the same by pages, in bulk and by ids', async () => {
	open = await openStockShop({ shop: shopWithManyProducts(1010) as never });
	const locationIds = await open.locationIds();
	const paged = await open.stock(locationIds);
	const inBulk = await readStock(open.client(), { locationIds, download: open.download });
	expect(open.labels()).toContain('mutation BulkRun');
	expect(valueOf(inBulk).products).toEqual(paged);
	const ids = paged.map(({ inventoryItemId }) => inventoryItemId).reverse();
	const byId = await open.stock(locationIds, [...ids, 'gid://shopify/InventoryItem/1', ids[0]]);
	expect(byId).toEqual([...paged].reverse());
});

describe('5,000 products at one location', () => {
	it('are a bulk operation, or pages of less than a tenth of the allowance', async () => {
		open = await openStockShop({ shop: shopWithManyProducts(5000) as never });
		const [, main] = await open.locationIds();
		const client = open.client();
		open.sandbox.control.log.clear();
		const inBulk = valueOf(
			await readStock(client, { locationIds: [main], download: open.download }),
		);
		const bulk = open.calls();
		expect(inBulk.products).toHaveLength(5000);
		expect(bulk.count).toBeLessThanOrEqual(6);
		expect(bulk.points).toBeLessThan(40);
		open.sandbox.control.log.clear();
		const paged = await open.stock([main]);
		expect(paged).toEqual(inBulk.products);
		const pages = open.calls();
		expect(pages.count).toBe(21);
		expect(pages.dearest).toBeLessThan(100);
		expect(pages.points).toBeLessThan(1500);
	}, 60_000);

	it('are read by pages where the bulk operation fails', async () => {
		open = await openStockShop({ shop: shopWithManyProducts(1010) as never });
		const [, main] = await open.locationIds();
		const noFile = async () => ({ status: 404, headers: {}, body: '' });
		const read = await readStock(open.client(), { locationIds: [main], download: noFile });
		expect(valueOf(read).products).toHaveLength(1010);
	});
});

it.each([
	['throttle', {}],
	['throttle', { status: 429 }],
	['serverError', {}],
	['droppedAfter', {}],
])('reads on after %s %j', async (kind, more) => {
	open = await openStockShop();
	const locationIds = await open.locationIds();
	const undisturbed = await open.stock(locationIds);
	open.fail(kind, 2, { match: 'Stock', ...more });
	expect(await open.stock(locationIds)).toEqual(undisturbed);
});

it('waits for points before the next page', async () => {
	const page = (after: boolean) =>
		json({
			data: {
				locations: { nodes: [], pageInfo: { hasNextPage: after, endCursor: after ? 'x' : null } },
			},
		});
	const { client, clock } = scriptedClient([throttled(252, 52), page(true), page(false)]);
	expect((await readLocations(client)).ok).toBe(true);
	expect(clock.slept[0]).toBe(2000);
});

it('says when the reading began, not when it ended', async () => {
	open = await openStockShop();
	const locationIds = await open.locationIds();
	const client = open.client();
	const before = client.clock.now();
	open.fail('throttle', 3, { match: 'Stock' });
	const { readAt } = valueOf(await readStock(client, { locationIds }));
	expect(client.clock.now()).toBeGreaterThan(before);
	expect(readAt).toBe(new Date(before).toISOString());
});

it('wants a location', async () => {
	open = await openStockShop();
	const read = await readStock(open.client(), { locationIds: [] });
	expect(read).toMatchObject({ ok: false, problem: { code: 'invalid-setting' } });
	expect(open.calls().count).toBe(0);
});

it('asks nothing for no products', async () => {
	open = await openStockShop();
	expect(await open.stock(['gid://shopify/Location/1'], [])).toEqual([]);
	expect(open.calls().count).toBe(0);
});

it('names the scope that is missing', async () => {
	open = await openStockShop();
	const client = open.clientWith(['read_products']);
	const read = await readStock(client, { locationIds: ['gid://shopify/Location/1'] });
	expect(read).toMatchObject({
		ok: false,
		problem: { code: 'access-denied', what: expect.stringContaining('read_inventory') },
	});
});

describe('the catalogue', () => {
	it('is every variant with price and cost, by pages and in bulk', async () => {
		open = await openStockShop({ shop: shopWithManyProducts(1010) as never });
		const paged = valueOf(await readProducts(open.client()));
		expect(paged).toHaveLength(1010);
		const inBulk = await readProducts(open.client(), { download: open.download });
		expect(open.labels()).toContain('mutation BulkRun');
		expect(valueOf(inBulk)).toEqual(paged);
		expect(paged[0]).toMatchObject({
			productId: expect.stringMatching(/Product\/\d+$/),
			price: expect.stringMatching(/^\d+\.\d\d$/),
			status: 'ACTIVE',
			description: '',
		});
		const costs = paged.map(({ unitCost }) => unitCost?.amount);
		expect(costs).toContain(undefined);
		expect(costs.find(Boolean)).toMatch(/^\d+\.\d+$/);
	});
});
