import type { INodeExecutionData } from 'n8n-workflow';

import { InventorySync } from '../../nodes/InventorySync/InventorySync.node';
import { openStores, type StoreOptions, type Stores } from './stores.mts';

/** The node in n8n's own engine, against both sandboxes: a shop that sells, a company that counts. */

type Row = Record<string, unknown>;

let stores: Stores;
afterEach(async () => await stores.close());

const LAMP = 'LAMP';
const two = (lamp: number, rug: number) => [
	{ title: 'Lamp', sku: LAMP, stock: [lamp] },
	{ title: 'Rug', sku: 'RUG', stock: [rug] },
];
const open = async (products: StoreOptions['products'], more: Partial<StoreOptions> = {}) => {
	stores = await openStores({ products, ...more });
};
const rowsOf = (items: readonly INodeExecutionData[] | undefined) =>
	(items ?? []).map(({ json }) => json as Row);
const short = ({ product, status, before, after, change }: Row) => [
	product,
	status,
	before,
	after,
	change,
];
const codesOf = (items: readonly INodeExecutionData[] | undefined) =>
	rowsOf(items).map(({ product, reason }) => [product, (reason as Row | null)?.code ?? null]);
const available = (sku = LAMP) => stores.till.stock(sku, stores.shop.locations[0]);

/** Looks first, as the node wants it, and then writes with the code of the preview. */
async function apply(parameters: Row = {}, more: Parameters<Stores['run']>[1] = {}) {
	const preview = await stores.run(parameters as never);
	const [, [summary]] = preview.outputs.Sync;
	stores.shopify.control.reset();
	stores.books.sandbox.control.reset();
	const { confirmationCode } = summary.json;
	return await stores.run({ ...parameters, mode: 'Apply', confirmationCode } as never, more);
}

const ready = (settingsOf: Row = {}) => ({ guards: { largestEmptied: 100 }, ...settingsOf });

describe('Preview', () => {
	it('shows what would change in Shopify, less what is sold and not booked, and writes nothing', async () => {
		await open(two(10, 5));
		const lamp = stores.room.item('Lamp', 20, { Sku: LAMP });
		stores.room.item('Rug', 5, { Sku: 'RUG' });
		stores.book(stores.till.sell({ lines: [{ variant: LAMP, quantity: 2 }] }), { [lamp]: 2 });
		stores.till.sell({ lines: [{ variant: LAMP, quantity: 1 }] });
		const { status, error, outputs } = await stores.run();
		expect([status, error?.message]).toEqual(['success', undefined]);
		const [products, [summary]] = outputs.Sync;
		// 18 on hand in the books, 1 of them is sold and not booked; Shopify has 10 - 3
		expect(rowsOf(products).map(short).sort()).toEqual([
			['Lamp', 'Change', 7, 17, 10],
			['Rug', 'Same', 5, 5, 0],
		]);
		expect(rowsOf(products).find(({ product }) => product === 'Lamp')).toMatchObject({
			sku: LAMP,
			quickBooks: { onHand: 18 },
			shopify: { available: 7 },
			unbooked: 1,
			unbookedOrders: ['#1002'],
			reason: null,
			direction: 'QuickBooks to Shopify',
			confirmationCode: summary.json.confirmationCode,
			levels: [{ from: 7, to: 17 }],
		});
		expect(products.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }]);
		expect(summary.json).toMatchObject({
			mode: 'Preview',
			products: { change: 1, same: 1, done: 0, skipped: 0, failed: 0 },
			pieces: 10,
			stop: null,
			shop: stores.shopify.shopDomain,
		});
		expect(stores.writes()).toEqual({ shopify: 0, quickBooks: 0 });
	});

	it('counts every call it made', async () => {
		await open(two(10, 5));
		stores.room.item('Lamp', 20, { Sku: LAMP });
		const { outputs } = await stores.run();
		const { calls } = outputs.Sync[1][0].json as { calls: Row };
		const sent = stores.books.sandbox.control.log().filter(({ path }) => path.startsWith('/v3'));
		expect(calls).toEqual({
			shopify: stores.shopify.control.log.count(),
			quickBooks: { http: sent.length, reads: sent.length, writes: 0 },
		});
	});
});

it('can be a tool of an agent, and has two outputs', async () => {
	await open(two(10, 5));
	const { usableAsTool, outputs, outputNames } = new InventorySync().description;
	expect([usableAsTool, outputs.length, outputNames]).toEqual([true, 2, ['Products', 'Summary']]);
});

it('off: asks nobody anything', async () => {
	await open(two(10, 5));
	const { outputs } = await stores.run({ mode: 'Off' });
	expect(outputs.Sync[0]).toEqual([]);
	expect(rowsOf(outputs.Sync[1])).toMatchObject([{ mode: 'Off', calls: { shopify: 0 } }]);
	expect(stores.shopify.control.log.count()).toBe(0);
	expect(stores.books.sandbox.control.log()).toEqual([]);
});

describe('Apply', () => {
	it('writes once with the code of a preview, and nothing when it runs again', async () => {
		await open(two(10, 5));
		stores.room.item('Lamp', 20, { Sku: LAMP });
		stores.room.item('Rug', 3, { Sku: 'RUG' });
		const { outputs, error } = await apply();
		expect(error?.message).toBeUndefined();
		expect(rowsOf(outputs.Sync[0]).map(short).sort()).toEqual([
			['Lamp', 'Done', 10, 20, 10],
			['Rug', 'Done', 5, 3, -2],
		]);
		expect(outputs.Sync[1][0].json).toMatchObject({ mode: 'Apply', pieces: 12, rounds: 1 });
		expect([available(), available('RUG')]).toEqual([20, 3]);
		expect(stores.writes()).toEqual({ shopify: 1, quickBooks: 0 });
		const again = await apply({ guards: { settlingSeconds: 0 } });
		expect(rowsOf(again.outputs.Sync[0]).map(({ status }) => status)).toEqual(['Same', 'Same']);
		expect(stores.writes()).toEqual({ shopify: 0, quickBooks: 0 });
	});

	it.each(['', 'ABCD-EFGH'])('only shows the changes where the code is "%s"', async (code) => {
		await open(two(10, 5));
		stores.room.item('Lamp', 20, { Sku: LAMP });
		stores.room.item('Rug', 5, { Sku: 'RUG' });
		const { status, outputs } = await stores.run({ mode: 'Apply', confirmationCode: code });
		expect(status).toBe('success');
		const [products, [summary]] = outputs.Sync;
		expect(
			rowsOf(products)
				.map(({ status: each }) => each)
				.sort(),
		).toEqual(['Change', 'Same']);
		const { stop, confirmationCode, mode } = summary.json as Row;
		expect([mode, (stop as Row).code]).toEqual(['Preview', 'not-confirmed']);
		expect((stop as Row).fix).toContain(confirmationCode);
		expect(stores.writes()).toEqual({ shopify: 0, quickBooks: 0 });
	});

	it('a changed setting takes the confirmation back', async () => {
		await open(two(10, 5));
		stores.room.item('Lamp', 20, { Sku: LAMP });
		const codeWith = async (parameters: Row) =>
			(await stores.run(parameters as never)).outputs.Sync[1][0].json.confirmationCode;
		const codes = [
			await codeWith({}),
			await codeWith({ direction: 'Shopify to QuickBooks' }),
			await codeWith({ quantity: 'on_hand' }),
			await codeWith({ unbooked: 'none' }),
			await codeWith({ options: { distribution: 'proportional' } }),
		];
		expect(new Set(codes).size).toBe(codes.length);
		expect(await codeWith({ guards: { largestRun: 5 } })).toBe(codes[0]);
	});

	it('from the input: what was approved, and no more', async () => {
		await open([...two(10, 5), { title: 'Cup', sku: 'CUP', stock: [4] }]);
		stores.room.item('Lamp', 20, { Sku: LAMP });
		stores.room.item('Rug', 3, { Sku: 'RUG' });
		const cup = stores.room.item('Cup', 6, { Sku: 'CUP' });
		const preview = await stores.run();
		const rows = rowsOf(preview.outputs.Sync[0]);
		const approved = rows.filter(({ product }) => product !== 'Rug');
		stores.books.sandbox.company.update('Item', {
			...stores.books.sandbox.company.read('Item', cup),
			QtyOnHand: 9,
			InvStartDate: '2026-01-01',
		});
		const parameters = {
			mode: 'Apply',
			changesToApply: 'input',
			confirmationCode: '={{ $json.confirmationCode }}',
		};
		const items = [{ note: 'no row' }, ...approved];
		const code = String(preview.outputs.Sync[1][0].json.confirmationCode);
		const { outputs } = await stores.run({ ...parameters, confirmationCode: code }, { items });
		expect(codesOf(outputs.Sync[0]).sort()).toEqual([
			['Cup', 'differs-from-approved'],
			['Lamp', null],
			['Rug', 'differs-from-approved'],
		]);
		expect([available(), available('RUG'), available('CUP')]).toEqual([20, 5, 4]);
		const lamp = outputs.Sync[0].find(({ json }) => json.product === 'Lamp');
		expect(lamp?.pairedItem).toEqual({
			item: items.findIndex((each) => 'product' in each && each.product === 'Lamp'),
		});
		const none = await stores.run({ ...parameters, confirmationCode: code });
		expect(none.error?.message).toContain('no rows of a preview');
	});

	it('reads a product again that was sold in between, and overwrites no sale', async () => {
		await open(two(10, 5));
		stores.room.item('Lamp', 20, { Sku: LAMP });
		stores.room.item('Rug', 9, { Sku: 'RUG' });
		let sold = false;
		stores.shopify.control.interleave({
			before: ({ query }) => {
				if (sold || !query.includes('inventorySetQuantities')) return;
				sold = true;
				stores.till.sell({ lines: [{ variant: LAMP, quantity: 3 }] });
			},
		});
		const { outputs } = await stores.run({ guards: { settlingSeconds: 0 } });
		const confirmationCode = outputs.Sync[1][0].json.confirmationCode as string;
		const done = await stores.run({
			mode: 'Apply',
			confirmationCode,
			guards: { settlingSeconds: 0 },
		});
		expect(sold).toBe(true);
		expect(rowsOf(done.outputs.Sync[0]).map(short).sort()).toEqual([
			['Lamp', 'Done', 7, 17, 10],
			['Rug', 'Done', 5, 9, 4],
		]);
		expect(done.outputs.Sync[1][0].json).toMatchObject({ rounds: 2 });
		expect(available()).toBe(17);
	});

	it('leaves alone what is sold each time', async () => {
		await open(two(10, 5));
		stores.room.item('Lamp', 20, { Sku: LAMP });
		const settled = { guards: { settlingSeconds: 0 } };
		const preview = await stores.run(settled);
		const confirmationCode = preview.outputs.Sync[1][0].json.confirmationCode as string;
		stores.shopify.control.interleave({
			before: ({ query }) => {
				if (!query.includes('inventorySetQuantities')) return;
				stores.till.sell({ lines: [{ variant: LAMP, quantity: 1 }] });
			},
		});
		const { outputs } = await stores.run({ ...settled, mode: 'Apply', confirmationCode });
		expect(codesOf(outputs.Sync[0])).toContainEqual(['Lamp', 'changed-meanwhile']);
		expect(available()).toBe(7);
	});
});

describe('Shopify to QuickBooks', () => {
	const toBooks = { direction: 'Shopify to QuickBooks' };

	it('adjusts the books once, to what Shopify has and what is sold and not booked', async () => {
		await open(two(10, 5));
		const lamp = stores.room.item('Lamp', 20, { Sku: LAMP });
		const rug = stores.room.item('Rug', 5, { Sku: 'RUG' });
		stores.till.sell({ lines: [{ variant: LAMP, quantity: 4 }] });
		const { outputs, error } = await apply(toBooks);
		expect(error?.message).toBeUndefined();
		// 6 are left in Shopify, 4 are sold and not booked: the books shall have 10
		expect(rowsOf(outputs.Sync[0]).map(short).sort()).toEqual([
			['Lamp', 'Done', 20, 10, -10],
			['Rug', 'Same', 5, 5, 0],
		]);
		expect([stores.room.onHand(lamp), stores.room.onHand(rug)]).toEqual([10, 5]);
		expect(stores.room.adjustments()).toHaveLength(1);
		expect(stores.writes()).toEqual({ shopify: 0, quickBooks: 1 });
		expect(available()).toBe(6);
		const again = await apply(toBooks);
		expect(rowsOf(again.outputs.Sync[0]).map(({ status }) => status)).toEqual(['Same', 'Same']);
		expect(stores.room.adjustments()).toHaveLength(1);
	});

	it('skips an item whose stock begins later', async () => {
		await open(two(10, 5));
		stores.room.item('Lamp', 20, { Sku: LAMP, InvStartDate: '2099-01-01' });
		const { outputs } = await apply(toBooks);
		expect(codesOf(outputs.Sync[0])).toContainEqual(['Lamp', 'before-stock-start']);
	});

	it('refuses an account that is not there, by item', async () => {
		await open(two(10, 5));
		stores.room.item('Lamp', 20, { Sku: LAMP });
		stores.room.item('Rug', 5, { Sku: 'RUG' });
		const parameters = { ...toBooks, adjustmentAccount: 'Nowhere' };
		const { outputs } = await apply(parameters, { onError: 'continueErrorOutput' });
		const [products, [summary], refused] = outputs.Sync;
		expect(rowsOf(products).map(({ product }) => product)).toEqual(['Rug']);
		expect(rowsOf(refused)).toMatchObject([{ error: expect.stringContaining('Nowhere') }]);
		expect(summary.json).toMatchObject({ products: { failed: 1, same: 1 } });
	});
});

describe('guards', () => {
	const codes = async (parameters: Row = {}) => {
		const { outputs } = await stores.run(parameters as never);
		return Object.fromEntries(codesOf(outputs.Sync[0])) as Row;
	};

	it('names what cannot be compared, product by product', async () => {
		await open([
			{ title: 'Lamp', sku: LAMP, stock: [10] },
			{ title: 'Bare', sku: 'BARE', stock: [1] },
			{ title: 'Loose', sku: 'LOOSE', tracked: false, stock: [1] },
			{ title: 'Set', sku: 'SET', bundleOf: [{ sku: LAMP, quantity: 2 }] },
			{ title: 'Card', sku: null, giftCard: true },
			{ title: 'Twin A', sku: 'TWIN', stock: [2] },
			{ title: 'Twin B', sku: 'TWIN', stock: [2] },
			{ title: 'Double', sku: 'DOUBLE', stock: [2] },
			{ title: 'Advice', sku: 'ADVICE', stock: [2] },
			{ title: 'Old', sku: 'OLD', stock: [2] },
			{ title: 'Elsewhere', sku: 'ELSE', stock: [null] },
		]);
		stores.room.item('Lamp', 10, { Sku: LAMP });
		for (const name of ['Loose', 'Set', 'Elsewhere']) {
			stores.room.item(name, 3, { Sku: name === 'Elsewhere' ? 'ELSE' : name.toUpperCase() });
		}
		stores.room.item('Twin', 3, { Sku: 'TWIN' });
		stores.room.item('Double 1', 3, { Sku: 'DOUBLE' });
		stores.room.item('Double 2', 3, { Sku: 'DOUBLE' });
		stores.room.unstocked('Advice', { Sku: 'ADVICE' });
		const old = stores.room.item('Old', 0, { Sku: 'OLD' });
		const { company } = stores.books.sandbox;
		company.update('Item', { ...company.read('Item', old), Active: false });
		stores.room.item('Only Here', 3, { Sku: 'ONLY' });
		expect(await codes()).toMatchObject({
			Lamp: null,
			Bare: 'not-in-quickbooks',
			Loose: 'untracked',
			Set: 'bundle',
			Card: 'gift-card',
			'Twin A': 'ambiguous-sku',
			'Twin B': 'ambiguous-sku',
			Double: 'ambiguous-item',
			Advice: 'not-inventory',
			Old: 'inactive-item',
			Elsewhere: 'not-stocked',
			'Only Here': 'not-in-shopify',
		});
	});

	it('a level that changed a moment ago waits', async () => {
		await open(two(10, 5));
		stores.room.item('Lamp', 20, { Sku: LAMP });
		stores.room.item('Rug', 9, { Sku: 'RUG' });
		stores.till.receive(LAMP, stores.shop.locations[0], -1, new Date());
		expect(await codes()).toEqual({ Lamp: 'just-changed', Rug: null });
		expect(await codes({ guards: { settlingSeconds: 0 } })).toEqual({ Lamp: null, Rug: null });
	});

	it('a product that changes by too much is skipped', async () => {
		await open(two(10, 5));
		stores.room.item('Lamp', 20, { Sku: LAMP });
		stores.room.item('Rug', 9, { Sku: 'RUG' });
		expect(await codes({ guards: { largestChange: 9 } })).toEqual({
			Lamp: 'change-too-large',
			Rug: null,
		});
	});

	it.each([
		['run-change-too-large', { largestRun: 13 }, 20],
		['shop-would-be-emptied', { largestEmptied: 40 }, 0],
	])('%s bars the whole run', async (code, guards, lamps) => {
		await open(two(10, 5));
		stores.room.item('Lamp', lamps, { Sku: LAMP });
		stores.room.item('Rug', 9, { Sku: 'RUG' });
		const preview = await stores.run({ guards });
		const [products, [summary]] = preview.outputs.Sync;
		expect((summary.json.stop as Row).code).toBe(code);
		expect(new Set(rowsOf(products).map(({ status }) => status))).toEqual(new Set(['Skipped']));
		const { outputs } = await apply({ guards }, { onError: 'continueErrorOutput' });
		expect(rowsOf(outputs.Sync[2])).toMatchObject([{ details: { code } }]);
		expect((outputs.Sync[1][0].json.stop as Row).code).toBe(code);
		expect((await apply({ guards })).error).toBeDefined();
		expect(stores.writes()).toEqual({ shopify: 0, quickBooks: 0 });
	});

	it('the well-known trap: stock is on in QuickBooks, and no product is an inventory item', async () => {
		await open(two(10, 5));
		stores.room.unstocked('Lamp', { Sku: LAMP });
		stores.room.unstocked('Rug', { Sku: 'RUG' });
		const { outputs } = await apply(ready(), { onError: 'continueErrorOutput' });
		expect((outputs.Sync[1][0].json.stop as Row).code).toBe('no-stock-items');
		expect([available(), available('RUG')]).toEqual([10, 5]);
	});

	it('a company that counts no stock is told so, before the shop is asked anything', async () => {
		await open(two(10, 5));
		stores.books.prefer('ProductAndServicesPrefs', { QuantityOnHand: false });
		const { outputs } = await stores.run({}, { onError: 'continueErrorOutput' });
		expect(rowsOf(outputs.Sync[2])).toMatchObject([
			{ error: expect.stringContaining('does not count stock') },
		]);
		expect(stores.shopify.control.log.count()).toBe(0);
		expect((await stores.run()).error?.message).toContain('does not count stock');
	});

	it('sales summed up by payout do not say what is booked', async () => {
		await open(two(10, 5));
		const lamp = stores.room.item('Lamp', 20, { Sku: LAMP });
		stores.till.sell({ lines: [{ variant: LAMP, quantity: 1 }] });
		stores.room.document(
			'SalesReceipt',
			'',
			{ [lamp]: 1 },
			{
				TxnDate: new Date().toISOString().slice(0, 10),
				PrivateNote: `Shopify sales [${stores.shopify.shopDomain}/Payout/77/Sales/USD]`,
			},
		);
		expect((await stores.run()).error?.message).toContain('summed up by payout');
		expect(await codes({ unbooked: 'none' })).toMatchObject({ Lamp: null });
	});
});

describe('locations', () => {
	it('one of several has to be chosen; a name, a number or an id will do', async () => {
		await open([{ title: 'Lamp', sku: LAMP, stock: [10, 4] }], { locations: 2 });
		stores.room.item('Lamp', 20, { Sku: LAMP });
		expect((await stores.run()).error?.message).toContain('2 locations, and none is chosen');
		expect((await stores.run({ locations: ['Nowhere'] })).error?.message).toContain('"Nowhere"');
		const [main, second] = stores.shop.locations;
		const changes = async (locations: unknown) => {
			const { outputs } = await stores.run({ locations } as never);
			return rowsOf(outputs.Sync[0]).map(({ before, after }) => [before, after]);
		};
		expect(await changes([main.id])).toEqual([[10, 20]]);
		expect(await changes(String(main.name))).toEqual([[10, 20]]);
		const number = String(second.id).replace(/.*\//, '');
		expect(await changes(`${number}, ${String(main.name)}`)).toEqual([[14, 20]]);
	});
});

describe('what is refused', () => {
	it('a number that is none', async () => {
		await open(two(10, 5));
		expect((await stores.run({ buffer: '={{ "many" }}' })).error?.message).toContain('Buffer');
		expect((await stores.run({ guards: { largestRun: '={{ -1 }}' } })).error?.message).toContain(
			'Largest Change per Run',
		);
	});

	it('every item where a side cannot be reached, and throws none', async () => {
		await open(two(10, 5), { scopes: ['read_orders'] });
		const items = [{}, {}];
		const { status, outputs } = await stores.run({}, { items, onError: 'continueErrorOutput' });
		expect(status).toBe('success');
		expect(outputs.Sync.slice(0, 2)).toEqual([[], []]);
		expect(outputs.Sync[2].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect((await stores.run()).status).toBe('error');
	});

	it('what Shopify refuses leaves by the error output, without a secret in it', async () => {
		await open(two(10, 5), {
			scopes: ['read_orders', 'read_products', 'read_inventory', 'read_locations'],
		});
		stores.room.item('Lamp', 20, { Sku: LAMP });
		stores.room.item('Rug', 5, { Sku: 'RUG' });
		const { outputs } = await apply({}, { onError: 'continueErrorOutput' });
		const [products, , refused] = outputs.Sync;
		expect(rowsOf(products).map(({ product }) => product)).toEqual(['Rug']);
		expect(rowsOf(refused)).toMatchObject([
			{ error: expect.any(String), details: { fix: expect.any(String) } },
		]);
		const told = JSON.stringify(outputs.Sync);
		for (const credential of Object.values(stores.credentials())) {
			const token = (credential.oauthTokenData as Row | undefined)?.access_token;
			for (const secret of [credential.accessToken, credential.clientSecret, token]) {
				if (secret) expect(told).not.toContain(String(secret));
			}
		}
	});
});
