import { openStores, type Stores } from '../InventorySync/stores.mts';
import { answerForm, APPROVE, PREVIEW, runTemplate10 } from './stockRun.mts';

// Jest cannot require the ES modules that n8n's form loads for its pages.
jest.mock('sanitize-html', () => ({}));

/** Template 10, unchanged but for its settings, in n8n's own engine: look, ask, then write what was approved. */

type Row = Record<string, unknown>;

const APPLY = 'Apply the approved changes';
let stores: Stores;
beforeEach(async () => {
	stores = await openStores({
		products: [
			{ title: 'Lamp', sku: 'LAMP', stock: [10] },
			{ title: 'Rug', sku: 'RUG', stock: [5] },
			{ title: 'Cup', sku: 'CUP', stock: [4] },
			{ title: 'Bare', sku: 'BARE', stock: [1] },
		],
	});
	stores.room.item('Lamp', 20, { Sku: 'LAMP' });
	stores.room.item('Rug', 3, { Sku: 'RUG' });
	stores.room.item('Cup', 4, { Sku: 'CUP' });
});
afterEach(async () => await stores.close());

const stock = () =>
	['LAMP', 'RUG', 'CUP', 'BARE'].map((sku) => stores.till.stock(sku, stores.shop.locations[0]));
const jsonOf = (items: ReadonlyArray<{ json: object }> | undefined) =>
	(items ?? []).map(({ json }) => json as Row);

it('asks before it writes anything', async () => {
	const { status, error, outputs } = await runTemplate10(stores);
	expect([status, error?.message]).toEqual(['waiting', undefined]);
	expect(
		jsonOf(outputs[PREVIEW][0])
			.map(({ status: each }) => each)
			.sort(),
	).toEqual(['Change', 'Change', 'Same', 'Skipped']);
	const [question] = jsonOf(outputs['Write the question'][0]);
	expect(question).toMatchObject({ products: 2, pieces: 12 });
	expect(question.changes).toBe('Lamp (LAMP): 10 → 20\nRug (RUG): 5 → 3');
	expect(outputs['Write the question'][0]).toHaveLength(1);
	expect(jsonOf(outputs['Skipped: why'][0])).toMatchObject([{ product: 'Bare (BARE)' }]);
	expect(stores.writes()).toEqual({ shopify: 0, quickBooks: 0 });
});

it('writes what was approved, with the settings of the preview', async () => {
	const waiting = await runTemplate10(stores, { buffer: 1, guards: { largestChange: 50 } });
	const outputs = await answerForm(stores, waiting, { 'Apply these changes': 'Yes' });
	expect(
		jsonOf(outputs[APPLY][0])
			.map(({ product, status, after }) => [product, status, after])
			.sort(),
	).toEqual([
		['Bare', 'Skipped', null],
		['Cup', 'Done', 3],
		['Lamp', 'Done', 19],
		['Rug', 'Done', 2],
	]);
	expect(stock()).toEqual([19, 2, 3, 1]);
	expect(stores.writes()).toEqual({ shopify: 1, quickBooks: 0 });
});

it('leaves out what the form names, by SKU or name', async () => {
	const waiting = await runTemplate10(stores, { buffer: 1 });
	const form = { 'Apply these changes': 'Yes', 'Leave out': ' lamp \nRug' };
	const outputs = await answerForm(stores, waiting, form);
	expect(stock()).toEqual([10, 5, 3, 1]);
	expect(jsonOf(outputs['Skipped: why'][0]).map(({ product }) => product)).toEqual(
		expect.arrayContaining(['Lamp (LAMP)', 'Rug (RUG)']),
	);
});

it.each([[{ 'Apply these changes': 'No' }], [{}]])(
	'writes nothing for the answer %j',
	async (form) => {
		const waiting = await runTemplate10(stores);
		const outputs = await answerForm(stores, waiting, form);
		expect(outputs[APPLY]).toBeUndefined();
		expect(stock()).toEqual([10, 5, 4, 1]);
	},
);

it('what grew since it was approved is skipped, and a sale in between is kept', async () => {
	const waiting = await runTemplate10(stores);
	stores.till.sell({ lines: [{ variant: 'RUG', quantity: 2 }] });
	const outputs = await answerForm(stores, waiting, { 'Apply these changes': 'Yes' });
	// two rugs are sold and not booked: 3 - 2 of them are left
	expect(stock()).toEqual([20, 1, 4, 1]);
	expect(jsonOf(outputs[APPLY][1])).toMatchObject([{ mode: 'Apply', pieces: 12 }]);
});

it('has nothing to ask where nothing would change', async () => {
	const waiting = await runTemplate10(stores);
	await answerForm(stores, waiting, { 'Apply these changes': 'Yes' });
	const { status, outputs } = await runTemplate10(stores);
	expect(status).toBe('success');
	expect(outputs[APPROVE]).toBeUndefined();
});

it('with the code in the preview, it writes without asking', async () => {
	const { outputs } = await runTemplate10(stores);
	const [{ confirmationCode }] = jsonOf(outputs[PREVIEW][1]);
	const settings = { mode: 'Apply', confirmationCode: String(confirmationCode) };
	const { status } = await runTemplate10(stores, settings);
	expect([status, stock()]).toEqual(['success', [20, 3, 4, 1]]);
});

it('says what stops a run, and what could not be read', async () => {
	const stopped = await runTemplate10(stores, { guards: { largestRun: 5 } });
	expect(stopped.status).toBe('success');
	expect(jsonOf(stopped.outputs['Stopped: what to do'][0])).toMatchObject([
		{ whatHappened: expect.stringContaining('12'), whatToDo: expect.any(String) },
	]);
	const held = await runTemplate10(stores, { locations: ['Nowhere'] });
	expect(held.status).toBe('success');
	expect(jsonOf(held.outputs['Held: what to do'][0])).toMatchObject([
		{ whatHappened: expect.stringContaining('Nowhere'), whatToDo: expect.any(String) },
	]);
});
