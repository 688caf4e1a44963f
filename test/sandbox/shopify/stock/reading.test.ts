import { ask, download } from '../client.mts';
import { openShop, read, type StockSandbox } from './stockApi.mts';

let sandbox: StockSandbox;
beforeAll(async () => {
	sandbox = await openShop({ count: 60, mix: 'usual', locations: 2 }, { realTimeThrottle: false });
});
afterAll(async () => await sandbox.close());

const variant = (sku: string) => sandbox.shop.productVariants.find((one) => one.sku === sku)!;
const LEVELS = `inventoryLevels(first: 5) { nodes { id isActive updatedAt location { id name }
	quantities(names: ["available", "on_hand", "committed"]) { name quantity updatedAt } } }`;

interface Page<T> {
	nodes: T[];
	pageInfo: { hasNextPage: boolean; endCursor: string };
}

describe('what a client of stock reads', () => {
	it('items by SKU and by pages, with cost and levels', async () => {
		const query = `query Items($q: String, $c: String) { inventoryItems(first: 25, query: $q, after: $c) {
			nodes { id legacyResourceId sku tracked duplicateSkuCount updatedAt
				unitCost { amount currencyCode } variants(first: 2) { nodes { id } } ${LEVELS} }
			pageInfo { hasNextPage endCursor } } }`;
		const page = async (variables: object) =>
			(await read<{ inventoryItems: Page<{ sku: string }> }>(sandbox, query, { variables }))
				.inventoryItems;
		const item = variant('SKU-1').inventoryItem;
		expect((await page({ q: 'sku:SKU-1' })).nodes).toMatchObject([
			{
				id: item.id,
				sku: 'SKU-1',
				tracked: true,
				unitCost: { amount: item.unitCost!.amount, currencyCode: 'USD' },
				variants: { nodes: [{ id: variant('SKU-1').id }] },
			},
		]);
		const first = await page({});
		const second = await page({ c: first.pageInfo.endCursor });
		const third = await page({ c: second.pageInfo.endCursor });
		const all = [...first.nodes, ...second.nodes, ...third.nodes];
		expect([all.length, third.pageInfo.hasNextPage]).toEqual([60, false]);
		expect(new Set(all.map((one) => (one as unknown as { id: string }).id)).size).toBe(60);
		const since = await page({ q: "updated_at:>='2026-11-24T00:00:00Z'" });
		expect(since.nodes).toEqual([]);
	});

	it('variants and products by search', async () => {
		const data = await read<Record<string, { nodes: object[] }>>(
			sandbox,
			`{ productVariants(first: 5, query: "sku:'SKU-2'") { nodes { sku title displayName price taxable
					product { id title status isGiftCard vendor productType description }
					inventoryItem { id tracked } inventoryQuantity } }
				products(first: 5, query: "status:draft") { nodes { title status totalInventory
					variants(first: 2) { nodes { sku } } } }
				gifts: products(first: 5, query: "gift_card:true") { nodes { isGiftCard } } }`,
		);
		expect(data.productVariants.nodes).toMatchObject([
			{ sku: 'SKU-2', inventoryItem: { tracked: true } },
		]);
		expect(data.products.nodes).toMatchObject([{ status: 'DRAFT', title: 'Product 54' }]);
		expect(data.gifts.nodes).toEqual([{ isGiftCard: true }]);
	});

	it('locations, those that are closed only when asked for, and what lies there', async () => {
		const closed = sandbox.shop.locations[1];
		closed.isActive = false;
		const query = `{ locations(first: 9) { nodes { name isActive fulfillsOnlineOrders } }
			all: locations(first: 9, includeInactive: true) { nodes { name } }
			location(id: "${closed.id}") { name inventoryLevels(first: 250) { nodes { id item { sku } } } } }`;
		const data = await read<Record<string, { nodes: object[]; inventoryLevels: Page<object> }>>(
			sandbox,
			query,
		);
		closed.isActive = true;
		expect(data.locations.nodes).toEqual([
			{ name: 'Main Warehouse', isActive: true, fulfillsOnlineOrders: true },
		]);
		expect(data.all.nodes).toHaveLength(2);
		expect(data.location.inventoryLevels.nodes.length).toBeGreaterThan(20);
	});

	it('an item with one level, a level by its id, objects by their ids, names of quantities', async () => {
		const { id, inventoryItem: item } = variant('SKU-3');
		const [location] = sandbox.shop.locations;
		const [level] = item.inventoryLevels;
		const data = await read<Record<string, object>>(
			sandbox,
			`query Ids($ids: [ID!]!) {
				inventoryItem(id: "${item.id}") { inventoryLevel(locationId: "${location.id}") { id } }
				inventoryLevel(id: "${level.id}") { item { sku } quantities(names: ["available"]) { quantity } }
				nodes(ids: $ids) { id ... on InventoryItem { sku ${LEVELS} } ... on ProductVariant { sku } }
				inventoryProperties { quantityNames { name belongsTo comprises } } }`,
			{ variables: { ids: [item.id, id, 'gid://shopify/InventoryItem/5'] } },
		);
		const [available] = level.quantities;
		expect(data).toMatchObject({
			inventoryItem: { inventoryLevel: { id: level.id } },
			inventoryLevel: { item: { sku: 'SKU-3' }, quantities: [{ quantity: available.quantity }] },
			nodes: [{ id: item.id, sku: 'SKU-3' }, { id, sku: 'SKU-3' }, null],
		});
		const { quantityNames } = data.inventoryProperties as {
			quantityNames: Array<{ name: string; belongsTo: string[]; comprises: string[] }>;
		};
		expect(quantityNames.find(({ name }) => name === 'on_hand')).toEqual({
			name: 'on_hand',
			belongsTo: [],
			comprises: quantityNames
				.filter(({ belongsTo }) => belongsTo.length > 0)
				.map(({ name }) => name)
				.sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)),
		});
	});

	it('pieces of orders: lines, what is left of them, and how refunds put them back', async () => {
		const order = sandbox.till.sell({ lines: [{ variant: 'SKU-5', quantity: 3 }] });
		sandbox.till.refund(order, [{ line: 0, quantity: 1 }], 'CANCEL');
		const data = await read<{ orders: Page<object> }>(
			sandbox,
			`{ orders(first: 5, query: "updated_at:>='2026-11-24T00:00:00Z'") { nodes {
				id legacyResourceId name test edited processedAt createdAt
				refunds(first: 9) { id legacyResourceId processedAt
					refundLineItems(first: 9) { nodes { quantity restockType restocked lineItem { id } } } }
				lineItems(first: 9) { nodes { id quantity currentQuantity
					variant { inventoryItem { id tracked } } } } } } }`,
		);
		const [line] = order.lineItems;
		expect(data.orders.nodes).toMatchObject([
			{
				name: order.name,
				test: false,
				edited: false,
				refunds: [
					{
						processedAt: '2026-11-24T10:00:00Z',
						refundLineItems: {
							nodes: [
								{ quantity: 1, restockType: 'CANCEL', restocked: true, lineItem: { id: line.id } },
							],
						},
					},
				],
				lineItems: {
					nodes: [
						{
							quantity: 3,
							currentQuantity: 2,
							variant: { inventoryItem: { id: variant('SKU-5').inventoryItem.id, tracked: true } },
						},
					],
				},
			},
		]);
	});
});

const ORDER = ['available', 'committed', 'reserved', 'damaged', 'safety_stock', 'quality_control'];

async function inBulk(shop: StockSandbox, query: string): Promise<Array<Record<string, unknown>>> {
	const run = `mutation Run($query: String!) { bulkOperationRunQuery(query: $query) {
		bulkOperation { id } userErrors { message } } }`;
	const started = await read<{
		bulkOperationRunQuery: { bulkOperation: { id: string } | null; userErrors: object[] };
	}>(shop, run, { variables: { query } });
	expect(started.bulkOperationRunQuery.userErrors).toEqual([]);
	const { id } = started.bulkOperationRunQuery.bulkOperation!;
	for (;;) {
		const poll = `{ bulkOperation(id: "${id}") { status url } }`;
		const data = await read<{ bulkOperation: { status: string; url: string } }>(shop, poll);
		if (data.bulkOperation.status === 'COMPLETED') return await download(data.bulkOperation.url);
	}
}

describe('in bulk', () => {
	let own: StockSandbox | undefined;
	afterEach(async () => {
		await own?.close();
		own = undefined;
	});

	const LEVELS_IN_BULK = `inventoryLevels { edges { node { id updatedAt location { id }
		quantities(names: ["available", "on_hand"]) { name quantity } } } }`;

	it.each(['object', 'node'] as const)('variants with levels; parent: %s', async (bulkParents) => {
		own = await openShop({ count: 60, mix: 'usual', locations: 2 }, { bulkParents });
		const rows = await inBulk(
			own,
			`{ productVariants { edges { node { id sku product { title status }
				inventoryItem { id tracked unitCost { amount } ${LEVELS_IN_BULK} } } } } }`,
		);
		const variants = rows.filter(({ __parentId }) => __parentId === undefined);
		const levels = rows.filter(({ __parentId }) => __parentId !== undefined);
		const wanted = own.shop.inventoryItems.flatMap(({ inventoryLevels }) => inventoryLevels);
		expect([variants.length, levels.length]).toEqual([60, wanted.length]);
		expect(variants[0]).toMatchObject({ sku: 'SKU-1', inventoryItem: { tracked: true } });
		const parent = bulkParents === 'node' ? variants[0] : (variants[0].inventoryItem as object);
		expect(levels[0]).toMatchObject({
			__parentId: (parent as { id: string }).id,
			location: { id: own.shop.locations[0].id },
			quantities: [{ name: 'available' }, { name: 'on_hand' }],
		});
	});

	it('items with their levels', async () => {
		const rows = await inBulk(
			sandbox,
			`{ inventoryItems { edges { node { id sku tracked ${LEVELS_IN_BULK} } } } }`,
		);
		expect(rows.filter(({ __parentId }) => __parentId === undefined)).toHaveLength(60);
		const { id } = variant('SKU-1').inventoryItem;
		expect(rows.filter(({ __parentId }) => __parentId === id).length).toBeGreaterThan(0);
	});
});

describe('cost', () => {
	it('grows with the page and with the levels of each item', async () => {
		const query = (
			first: number,
			levels: number,
		) => `{ productVariants(first: ${first}) { nodes { id sku
			product { title status isGiftCard } inventoryItem { id tracked unitCost { amount }
			inventoryLevels(first: ${levels}) { nodes { id updatedAt location { id }
				quantities(names: ["available", "on_hand"]) { name quantity } } } } } } }`;
		const costOf = async (first: number, levels: number) => {
			const { body } = await ask(sandbox, query(first, levels));
			return body.extensions?.cost.requestedQueryCost;
		};
		// A variant is 3 objects with product and item; its levels cost 2, and 3 objects for each.
		expect([await costOf(100, 1), await costOf(100, 10)]).toEqual([2 + 9 * 8, 2 + 9 * 17]);
		expect(await costOf(250, 10)).toBe(2 + 11 * 17);
	});
});
