import { ask, startTinyShop, type TinySandbox } from './client.mts';

const ITEM = 'gid://shopify/InventoryItem/1';
const LOCATION = 'gid://shopify/Location/1';

let sandbox: TinySandbox;
beforeEach(async () => {
	sandbox = await startTinyShop();
});
afterEach(async () => await sandbox.close());

const SELECTION = `{ inventoryAdjustmentGroup { id reason changes { name delta item { id } location { id } } }
	userErrors { field message code } }`;

interface Payload {
	inventoryAdjustmentGroup: { changes: Array<{ name: string; delta: number }> } | null;
	userErrors: Array<{ field: string[] | null; message: string; code: string }>;
}

async function set(entry: object, key = 'k1', input: object = {}) {
	const { body } = await ask(
		sandbox,
		`mutation Set($input: InventorySetQuantitiesInput!, $key: String!) {
			inventorySetQuantities(input: $input) @idempotent(key: $key) ${SELECTION} }`,
		{
			variables: {
				key,
				input: {
					name: 'available',
					reason: 'correction',
					quantities: [{ inventoryItemId: ITEM, locationId: LOCATION, quantity: 9, ...entry }],
					...input,
				},
			},
		},
	);
	return { body, payload: body.data?.inventorySetQuantities as Payload | null };
}

async function stock(): Promise<Record<string, number>> {
	const { body } = await ask(
		sandbox,
		`{ inventoryItem(id: "${ITEM}") { inventoryLevel(locationId: "${LOCATION}") {
			quantities(names: ["available", "on_hand"]) { name quantity } } } }`,
	);
	const item = body.data?.inventoryItem as {
		inventoryLevel: { quantities: Array<{ name: string; quantity: number }> };
	};
	const { quantities } = item.inventoryLevel;
	return Object.fromEntries(quantities.map(({ name, quantity }) => [name, quantity]));
}

describe('inventorySetQuantities', () => {
	it('sets what is available, and on hand with it', async () => {
		const { body, payload } = await set({ changeFromQuantity: 5 });
		expect(payload?.userErrors).toEqual([]);
		expect(payload?.inventoryAdjustmentGroup?.changes).toMatchObject([
			{ name: 'available', delta: 4, item: { id: ITEM }, location: { id: LOCATION } },
			{ name: 'on_hand', delta: 4 },
		]);
		expect(body.extensions?.cost.requestedQueryCost).toBe(13);
		expect(await stock()).toEqual({ available: 9, on_hand: 10 });
	});

	it('sets nothing when the quantity is no longer what it was; null does not look', async () => {
		const { payload } = await set({ changeFromQuantity: 4 });
		expect(payload?.userErrors).toMatchObject([
			{
				field: ['input', 'quantities', '0', 'changeFromQuantity'],
				code: 'CHANGE_FROM_QUANTITY_STALE',
			},
		]);
		expect(await stock()).toEqual({ available: 5, on_hand: 6 });
		expect((await set({ changeFromQuantity: null }, 'k2')).payload?.userErrors).toEqual([]);
		expect((await stock()).available).toBe(9);
	});

	it('does the same once under a key, and refuses another input or a failed key', async () => {
		const first = await set({ changeFromQuantity: 5 });
		const again = await set({ changeFromQuantity: 5 });
		expect(again.payload).toEqual(first.payload);
		const other = await set({ changeFromQuantity: 5, quantity: 1 });
		expect(other.payload?.userErrors[0].code).toBe('IDEMPOTENCY_KEY_PARAMETER_MISMATCH');
		await set({ changeFromQuantity: 0 }, 'stale');
		const retried = await set({ changeFromQuantity: 0 }, 'stale');
		expect(retried.payload?.userErrors[0].code).toBe('IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED');
	});

	it.each([
		[{ inventoryItemId: 'gid://shopify/InventoryItem/9' }, {}, 'INVALID_INVENTORY_ITEM'],
		[{ locationId: 'gid://shopify/Location/9' }, {}, 'INVALID_LOCATION'],
		[{ quantity: 1_000_000_001 }, {}, 'INVALID_QUANTITY_TOO_HIGH'],
		[{}, { reason: 'because' }, 'INVALID_REASON'],
		[{}, { name: 'committed' }, 'INVALID_NAME'],
	])('refuses %j %j', async (entry, input, code) => {
		const { payload } = await set({ changeFromQuantity: null, ...entry }, 'k', input);
		expect(payload?.userErrors.map((error) => error.code)).toEqual([code]);
	});

	it('wants the idempotency key and the compared quantity', async () => {
		const input = { name: 'available', reason: 'correction', quantities: [] };
		const query = `mutation Set($input: InventorySetQuantitiesInput!) {
			inventorySetQuantities(input: $input) ${SELECTION} }`;
		const { body } = await ask(sandbox, query, { variables: { input } });
		expect(body.data).toEqual({ inventorySetQuantities: null });
		expect(body.errors?.[0]).toMatchObject({
			message: 'The @idempotent directive is required for this mutation but was not provided.',
			extensions: { code: 'BAD_REQUEST' },
		});
		const missing = await set({});
		expect(missing.body.errors?.[0]).toMatchObject({
			message: 'InventoryQuantityInput must include the following argument: changeFromQuantity.',
			extensions: { code: 'INVALID_FIELD_ARGUMENTS' },
		});
		const removed = await set({ changeFromQuantity: 5 }, 'k', { ignoreCompareQuantity: true });
		expect(removed.body.errors?.[0].extensions?.code).toBe('INVALID_VARIABLE');
	});
});

describe('inventoryAdjustQuantities', () => {
	const adjust = async (name: string, change: object) => {
		const changes = [{ inventoryItemId: ITEM, locationId: LOCATION, delta: 2, ...change }];
		const query = `mutation Adjust($input: InventoryAdjustQuantitiesInput!) {
			inventoryAdjustQuantities(input: $input) @idempotent(key: "a") ${SELECTION} }`;
		const input = { name, reason: 'received', changes };
		const { body } = await ask(sandbox, query, { variables: { input } });
		return body.data?.inventoryAdjustQuantities as Payload;
	};

	it('adjusts by a difference', async () => {
		expect((await adjust('available', { changeFromQuantity: 5 })).userErrors).toEqual([]);
		expect(await stock()).toEqual({ available: 7, on_hand: 8 });
	});

	it('wants a document for other counts only', async () => {
		const damaged = await adjust('damaged', { changeFromQuantity: null });
		expect(damaged.userErrors[0].code).toBe('INVALID_QUANTITY_DOCUMENT');
	});
});
