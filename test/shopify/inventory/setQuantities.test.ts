import { setQuantities, type LevelChange } from '../../../nodes/shopify/inventory';
import { shopWithManyProducts } from './manyProducts.mts';
import { openStockShop, valueOf } from './stockShop.mts';

let open: Awaited<ReturnType<typeof openStockShop>>;
afterEach(async () => await open.close());

const reference = 'gid://shopify-quickbooks/Execution/7';
const set = async (
	entries: LevelChange[],
	more: { key?: string; name?: 'on_hand'; client?: ReturnType<typeof open.client> } = {},
) => {
	const { client = open.client(), ...rest } = more;
	return await setQuantities(client, {
		name: 'available',
		entries,
		reference,
		key: 'run',
		...rest,
	});
};

/** Each product of the first location with what is available there, to become three more. */
async function threeMore(wanted: number): Promise<LevelChange[]> {
	const [, main] = await open.locationIds();
	const products = (await open.stock([main])).filter(
		({ tracked, levels }) => tracked && levels.length > 0,
	);
	return products.slice(0, wanted).map(({ inventoryItemId, levels: [level] }) => ({
		inventoryItemId,
		locationId: level.locationId,
		location: level.location,
		from: level.available,
		to: level.available + 3,
	}));
}

async function available(change: LevelChange): Promise<number> {
	const [{ levels }] = await open.stock([change.locationId], [change.inventoryItemId]);
	return levels[0].available;
}

/** Somebody buys one. */
async function sellOne(change: LevelChange): Promise<void> {
	const from = await available(change);
	const sold = { ...change, from, to: from - 1 };
	expect(valueOf(await set([sold], { key: 'a sale' })).done).toHaveLength(1);
}

const nothing = { done: [], stale: [], refused: [], unknown: [] };
const mutations = () => open.labels().filter((label) => label === 'mutation SetQuantities').length;

it('sets what is still what it was', async () => {
	open = await openStockShop();
	const changes = await threeMore(4);
	expect(valueOf(await set(changes))).toEqual({ ...nothing, done: changes });
	for (const change of changes) expect(await available(change)).toBe(change.to);
	expect(mutations()).toBe(1);
});

it('sets what is on hand, and what is available with it', async () => {
	open = await openStockShop();
	const [change] = await threeMore(1);
	const [{ levels }] = await open.stock([change.locationId], [change.inventoryItemId]);
	const { onHand } = levels[0];
	const result = valueOf(
		await set([{ ...change, from: onHand, to: onHand + 1 }], { name: 'on_hand' }),
	);
	expect(result.done).toHaveLength(1);
	expect(await available(change)).toBe(change.from + 1);
});

it('does not undo a sale in between: what changed is stale, the rest is written', async () => {
	open = await openStockShop();
	const changes = await threeMore(5);
	await sellOne(changes[1]);
	await sellOne(changes[4]);
	const result = valueOf(await set(changes));
	expect(result.stale).toEqual([changes[1], changes[4]]);
	expect(result.done).toEqual([changes[0], changes[2], changes[3]]);
	expect(await available(changes[1])).toBe(changes[1].from - 1);
	expect(await available(changes[3])).toBe(changes[3].to);
});

it('takes out what Shopify refuses, names why, and writes the rest', async () => {
	open = await openStockShop();
	const [good, gone, moved, much, twice] = await threeMore(5);
	const unknown = { ...gone, inventoryItemId: 'gid://shopify/InventoryItem/9' };
	const nowhere = { ...moved, locationId: 'gid://shopify/Location/9' };
	const tooMuch = { ...much, to: 1_000_000_001 };
	const result = valueOf(await set([good, unknown, nowhere, tooMuch, twice, twice]));
	expect(result.done).toEqual([good]);
	expect(result.refused.map(({ change, problem }) => [change, problem.code])).toEqual([
		[unknown, 'product-gone'],
		[nowhere, 'location-gone'],
		[tooMuch, 'stock-refused'],
		[twice, 'stock-refused'],
		[twice, 'stock-refused'],
	]);
	expect(result.refused[0].problem.where).toBe(`Shopify, ${gone.location}`);
	expect(mutations()).toBe(2);
});

it('never writes without knowing what it replaces', async () => {
	open = await openStockShop();
	const [nan, half, missing] = await threeMore(3);
	const wrong = [
		{ ...nan, from: Number.NaN },
		{ ...half, to: 1.5 },
		{ ...missing, from: undefined as unknown as number },
	];
	const result = valueOf(await set(wrong));
	expect(result).toEqual({
		...nothing,
		refused: wrong.map((change) => ({
			change,
			problem: expect.objectContaining({ code: 'stock-refused' }),
		})),
	});
	expect(mutations()).toBe(0);
});

it('writes 600 quantities in three mutations', async () => {
	open = await openStockShop({ shop: shopWithManyProducts(800) as never });
	const changes = await threeMore(600);
	expect(changes).toHaveLength(600);
	open.sandbox.control.log.clear();
	const result = valueOf(await set(changes));
	expect(result.done).toEqual(changes);
	expect(mutations()).toBe(3);
	expect(open.calls().points).toBe(30);
});

describe('an answer that is lost', () => {
	it.each([
		['droppedAfter', {}],
		['droppedBefore', {}],
		['malformed', {}],
		['serverError', { status: 502 }],
		['throttle', {}],
		['throttle', { status: 429 }],
	])('after %s %j is asked for again, and nothing is written twice', async (kind, more) => {
		open = await openStockShop();
		const changes = await threeMore(3);
		open.fail(kind, 2, { match: 'SetQuantities', ...more });
		expect(valueOf(await set(changes))).toEqual({ ...nothing, done: changes });
		for (const change of changes) expect(await available(change)).toBe(change.to);
		expect(mutations()).toBe(3);
	});

	it('is told as unknown where no answer comes at all, although it was written', async () => {
		open = await openStockShop();
		const changes = await threeMore(2);
		open.fail('droppedAfter', 20, { match: 'SetQuantities' });
		const result = valueOf(await set(changes));
		expect(result.unknown.map(({ change, problem }) => [change, problem.code])).toEqual(
			changes.map((change) => [change, 'stock-write-unknown']),
		);
		expect({ ...result, unknown: [] }).toEqual(nothing);
		expect(await available(changes[0])).toBe(changes[0].to);
	});

	it('of a sale in between is neither lost nor doubled', async () => {
		open = await openStockShop();
		const [change] = await threeMore(1);
		open.fail('droppedBefore', 1, { match: 'SetQuantities' });
		const client = open.client();
		let sold = false;
		const selling: typeof client = {
			...client,
			clock: {
				...client.clock,
				sleep: async (ms) => {
					if (!sold) {
						sold = true;
						await sellOne(change);
					}
					await client.clock.sleep(ms);
				},
			},
		};
		expect(valueOf(await set([change], { client: selling })).stale).toEqual([change]);
		expect(await available(change)).toBe(change.from - 1);
	});
});

it('takes a new key where an earlier run has spent this one', async () => {
	open = await openStockShop();
	const [change, other] = await threeMore(2);
	await sellOne(other);
	expect(valueOf(await set([other])).stale).toEqual([other]);
	expect(valueOf(await set([other])).stale).toEqual([other]);
	expect(valueOf(await set([change])).done).toEqual([change]);
	expect(await available(change)).toBe(change.to);
});

it('names write_inventory where the app may only read, and how to get it', async () => {
	open = await openStockShop();
	const changes = await threeMore(2);
	const client = open.clientWith(['read_inventory', 'read_products', 'read_locations']);
	const result = await set(changes, { client });
	expect(result).toMatchObject({
		ok: false,
		problem: {
			code: 'access-denied',
			what: expect.stringContaining('write_inventory'),
			fix: expect.stringMatching(/write_inventory.*'Write Stock to Shopify'/),
		},
	});
	expect(await available(changes[0])).toBe(changes[0].from);
});
