import { ask, control } from '../client.mts';
import { codesOf, openShop, read, SET, setStock, setting, wait } from './stockApi.mts';
import type { SetAnswer, StockSandbox } from './stockApi.mts';

let sandbox: StockSandbox;
beforeEach(async () => {
	sandbox = await openShop({
		products: ['A', 'B', 'C'].map((sku) => ({ title: sku, sku, stock: [10] })),
	});
});
afterEach(async () => await sandbox.close());

const stocks = (): number[] =>
	['A', 'B', 'C'].map((sku) => sandbox.till.stock(sku, sandbox.shop.locations[0]));
const TO_FIVE = ['A', 'B', 'C'].map((sku) => ({ sku, from: 10, to: 5 }));

async function attempt(key: string, token?: string) {
	return await ask(sandbox, SET, { variables: setting(sandbox, TO_FIVE, key), token });
}

describe('setting quantities', () => {
	it('changes nothing at all when one entry is refused, and names that one', async () => {
		sandbox.till.sell({ lines: [{ variant: 'B', quantity: 1 }] });
		const refused = await setStock(sandbox, TO_FIVE);
		expect(refused.inventoryAdjustmentGroup).toBeNull();
		expect(refused.userErrors).toMatchObject([
			{
				field: ['input', 'quantities', '1', 'changeFromQuantity'],
				code: 'CHANGE_FROM_QUANTITY_STALE',
			},
		]);
		expect(stocks()).toEqual([10, 9, 10]);
		expect(codesOf(await setStock(sandbox, TO_FIVE))).toEqual([
			'IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED',
		]);
	});

	it('keeps what is committed on hand', async () => {
		sandbox.till.sell({ lines: [{ variant: 'A', quantity: 4 }] });
		await setStock(sandbox, [{ sku: 'A', from: 6, to: 1 }]);
		const [location] = sandbox.shop.locations;
		const counts = ['available', 'committed', 'on_hand'].map((name) =>
			sandbox.till.stock('A', location, name),
		);
		expect(counts).toEqual([1, 4, 5]);
	});

	it('stocks an item where it was not stocked', async () => {
		const item = sandbox.shop.inventoryItems[0];
		const other = { ...sandbox.shop.locations[0], id: 'gid://shopify/Location/77' };
		sandbox.shop.locations.push({ ...other, inventoryLevels: [] });
		const variables = setting(sandbox, [{ sku: 'A', from: 0, to: 3 }]);
		variables.input.quantities[0].locationId = other.id;
		const query = `{ location(id: "${other.id}") { inventoryLevels(first: 5) { nodes { item { id } } } } }`;
		expect(await read(sandbox, query)).toEqual({ location: { inventoryLevels: { nodes: [] } } });
		await read(sandbox, SET, { variables });
		expect(await read(sandbox, query)).toEqual({
			location: { inventoryLevels: { nodes: [{ item: { id: item.id } }] } },
		});
	});

	it.each([
		['gid://n8n/InventorySync/2026-11-24', []],
		['https://example.com/documents/1', []],
		['warehouse://take-7', []],
		['gid://n8n/InventorySync', ['INVALID_REFERENCE_DOCUMENT']],
		['take 7', ['INVALID_REFERENCE_DOCUMENT']],
	])('a document that it refers to: %s', async (referenceDocumentUri, codes) => {
		const { key, input } = setting(sandbox, TO_FIVE);
		const variables = { key, input: { ...input, referenceDocumentUri } };
		const data = await read<{ inventorySetQuantities: SetAnswer }>(sandbox, SET, { variables });
		expect(codesOf(data.inventorySetQuantities)).toEqual(codes);
	});

	it('takes 250 entries and not one more', async () => {
		const entry = setting(sandbox, TO_FIVE).input.quantities[0];
		const variables = (size: number) => ({
			key: `of ${size}`,
			input: { ...setting(sandbox, []).input, quantities: Array(size).fill(entry) as object[] },
		});
		const tooMany = await ask(sandbox, SET, { variables: variables(251) });
		expect(tooMany.body.errors?.[0]).toMatchObject({
			message: 'The input array size of 251 is greater than the maximum allowed of 250.',
			extensions: { code: 'MAX_INPUT_SIZE_EXCEEDED' },
		});
		const most = await ask(sandbox, SET, { variables: variables(250) });
		expect(most.body.errors).toBeUndefined();
	});
});

describe('what can go wrong with it', () => {
	it('an answer that is lost: the same key tells what was done, and does it once', async () => {
		await control(sandbox, 'fail', { kind: 'droppedAfter', times: 1, match: 'SetStock' });
		await expect(attempt('lost')).rejects.toThrow();
		expect(stocks()).toEqual([5, 5, 5]);
		sandbox.till.receive('A', sandbox.shop.locations[0], 2);
		const again = await setStock(sandbox, TO_FIVE, 'lost');
		expect(codesOf(again)).toEqual([]);
		expect(again.inventoryAdjustmentGroup?.changes.length).toBe(6);
		expect(stocks()).toEqual([7, 5, 5]);
	});

	it.each([
		['droppedBefore', {}, undefined],
		['serverError', { status: 502 }, 502],
		['htmlError', {}, 503],
		['throttle', {}, 200],
	])('%s: nothing is done', async (kind, more, status) => {
		await control(sandbox, 'fail', { kind, times: 1, match: 'mutation SetStock', ...more });
		if (status === undefined) await expect(attempt('k')).rejects.toThrow();
		else expect((await attempt('k')).status).toBe(status);
		expect(stocks()).toEqual([10, 10, 10]);
		expect(codesOf(await setStock(sandbox, TO_FIVE, 'k'))).toEqual([]);
	});

	it('slowness: what happens meanwhile comes first', async () => {
		await control(sandbox, 'fail', { kind: 'slow', times: 1, delayMs: 60, match: 'SetStock' });
		const slow = setStock(sandbox, TO_FIVE);
		await wait(10);
		sandbox.till.sell({ lines: [{ variant: 'C', quantity: 1 }] });
		expect(codesOf(await slow)).toEqual(['CHANGE_FROM_QUANTITY_STALE']);
	});

	it('a key that another request works with: later it is free', async () => {
		await control(sandbox, 'hold-keys', { times: 1 });
		const held = await setStock(sandbox, TO_FIVE);
		expect(held.userErrors).toEqual([
			{
				field: null,
				message: 'This request is currently in progress, please try again.',
				code: 'IDEMPOTENCY_CONCURRENT_REQUEST',
			},
		]);
		expect(stocks()).toEqual([10, 10, 10]);
		expect(codesOf(await setStock(sandbox, TO_FIVE))).toEqual([]);
	});
});

describe('scopes', () => {
	const denied = (field: string, requiredAccess: string) => ({
		message: `Access denied for ${field} field. Required access: ${requiredAccess}`,
		extensions: { code: 'ACCESS_DENIED', requiredAccess },
	});
	const tokenOf = (...scopes: string[]) => sandbox.control.issueToken(scopes).accessToken;

	it('writing needs write_inventory', async () => {
		const { body } = await attempt('k', tokenOf('read_inventory', 'read_products'));
		expect(body.data).toEqual({ inventorySetQuantities: null });
		expect(body.errors).toMatchObject([
			denied(
				'inventorySetQuantities',
				'`write_inventory` access scope. Also: The user must have a permission to update an inventory.',
			),
		]);
		expect(stocks()).toEqual([10, 10, 10]);
		const written = await attempt('k', tokenOf('write_inventory'));
		expect(written.body.errors).toBeUndefined();
		expect(stocks()).toEqual([5, 5, 5]);
	});

	it.each([
		[
			'{ inventoryItems(first: 1) { nodes { inventoryLevels(first: 1) { nodes { id } } } } }',
			['read_products'],
			'inventoryLevels',
			'`read_inventory` access scope.',
		],
		[
			'{ locations(first: 1) { nodes { id isActive } } }',
			['read_inventory'],
			'isActive',
			'`read_locations` access scope.',
		],
		[
			'{ productVariants(first: 1) { nodes { sku } } }',
			['read_inventory', 'read_locations'],
			'productVariants',
			'`read_products` access scope.',
		],
		[
			'{ inventoryProperties { quantityNames { name } } }',
			['read_products'],
			'inventoryProperties',
			'`read_inventory` access scope.',
		],
	])('%s', async (query, scopes, field, requiredAccess) => {
		const { body } = await ask(sandbox, query, { token: tokenOf(...scopes) });
		expect(body.errors?.[0]).toMatchObject(denied(field, requiredAccess));
		expect((await ask(sandbox, query)).body.errors).toBeUndefined();
	});
});

describe('inventoryItemUpdate', () => {
	const UPDATE = `mutation Cost($id: ID!, $input: InventoryItemInput!) {
		inventoryItemUpdate(id: $id, input: $input) {
			inventoryItem { sku tracked updatedAt unitCost { amount currencyCode } variant { sku } }
			userErrors { field message } } }`;
	const update = async (input: object, id = sandbox.shop.inventoryItems[0].id) =>
		(await read<{ inventoryItemUpdate: object }>(sandbox, UPDATE, { variables: { id, input } }))
			.inventoryItemUpdate;

	it('sets the cost, and the SKU of the variant too', async () => {
		expect(await update({ cost: '4.50', sku: 'NEW' })).toEqual({
			inventoryItem: {
				sku: 'NEW',
				tracked: true,
				updatedAt: '2026-11-24T10:00:00Z',
				unitCost: { amount: '4.5', currencyCode: 'USD' },
				variant: { sku: 'NEW' },
			},
			userErrors: [],
		});
		expect(await update({ cost: null })).toMatchObject({ inventoryItem: { unitCost: null } });
	});

	it('refuses a negative cost and an unknown item', async () => {
		expect(await update({ cost: '-1' })).toMatchObject({
			inventoryItem: null,
			userErrors: [{ field: ['input', 'cost'] }],
		});
		expect(await update({ cost: '1' }, 'gid://shopify/InventoryItem/5')).toMatchObject({
			inventoryItem: null,
			userErrors: [{ field: ['id'] }],
		});
	});
});
