import { openStores, type Stores } from './stores.mts';

/** Ways around the guards: expressions that come to nonsense, and input that approves nothing. */

type Row = Record<string, unknown>;

let stores: Stores;
afterEach(async () => await stores.close());

async function openLamps(onHand = 20): Promise<void> {
	stores = await openStores({ products: [{ title: 'Lamp', sku: 'LAMP', stock: [10] }] });
	stores.room.item('Lamp', onHand, { Sku: 'LAMP' });
}

const available = () => stores.till.stock('LAMP', stores.shop.locations[0]);

async function codeOf(parameters: Row = {}): Promise<unknown> {
	const { outputs } = await stores.run(parameters as never);
	return outputs.Sync[1][0].json.confirmationCode;
}

describe('what an expression gives', () => {
	it.each([
		['Changes to Apply', { changesToApply: 'Only Those in the Input' }],
		['Direction', { direction: 'Shopify to Quickbooks' }],
		['Largest Change per Product', { guards: { largestChange: '={{ [] }}' } }],
		['Largest Change per Product', { guards: { largestChange: '={{ false }}' } }],
		['Settling Time', { guards: { settlingSeconds: '={{ 3600 }}' } }],
		['Look-Back Days', { options: { lookBackDays: '={{ true }}' } }],
	])('that is no %s is refused, and nothing is written: %j', async (label, parameters) => {
		await openLamps();
		const confirmationCode = await codeOf();
		const { error } = await stores.run({ ...parameters, mode: 'Apply', confirmationCode } as never);
		expect(error?.message).toContain(`'${label}' is`);
		expect(available()).toBe(10);
	});

	it('that is blank does not switch a guard off', async () => {
		await openLamps(500);
		const { outputs } = await stores.run({ guards: { largestChange: '={{ "  " }}' } });
		expect(outputs.Sync[0][0].json).toMatchObject({ reason: { code: 'change-too-large' } });
	});
});

it('a preview that was stopped approves nothing', async () => {
	await openLamps();
	const preview = await stores.run({ guards: { largestRun: 5 } });
	const items = preview.outputs.Sync[0].map(({ json }) => json);
	expect(items).toMatchObject([{ status: 'Skipped', change: 10 }]);
	const confirmationCode = items[0].confirmationCode as string;
	const { error } = await stores.run(
		{ mode: 'Apply', changesToApply: 'input', confirmationCode },
		{ items },
	);
	expect(error?.message).toContain('no rows of a preview');
	expect(available()).toBe(10);
});

it('counting fewer orders as unbooked, or another buffer, takes a new confirmation', async () => {
	await openLamps();
	const codes = [
		await codeOf(),
		await codeOf({ options: { lookBackDays: 1 } }),
		await codeOf({ buffer: 3 }),
	];
	expect(new Set(codes).size).toBe(3);
});
