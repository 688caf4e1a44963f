import { setQuantities, type LevelChange } from '../../../nodes/shopify/inventory';
import { error, json, scriptedClient, throttled, type Scripted } from '../scripted';
import { valueOf } from './stockShop.mts';

/** Answers that the sandbox does not give. */

const change = (number: number): LevelChange => ({
	inventoryItemId: `gid://shopify/InventoryItem/${number}`,
	locationId: 'gid://shopify/Location/1',
	location: 'Main Warehouse',
	from: 5,
	to: 7,
});
const changes = (count: number) => Array.from({ length: count }, (_, index) => change(index));

const answer = (...errors: Array<[string, (number | null)?]>) =>
	json({
		data: {
			inventorySetQuantities: {
				inventoryAdjustmentGroup: null,
				userErrors: errors.map(([code, position = null]) => ({
					field: position === null ? null : ['input', 'quantities', String(position), 'quantity'],
					message: `Shopify says ${code}`,
					code,
				})),
			},
		},
	});
const written = answer();
const lost: Scripted = { noAnswer: 'dropped' };

interface SentInput {
	key: string;
	input: { name: string; quantities: object[] };
}

async function send(script: Scripted[], entries = changes(1)) {
	const { client, sent, clock } = scriptedClient(script);
	const request = { name: 'available' as const, entries, reference: 'gid://app/Run/1', key: 'run' };
	const outcome = await setQuantities(client, request);
	const variables = sent.map(
		({ body }) => (JSON.parse(String(body)) as { variables: SentInput }).variables,
	);
	return { outcome, keys: variables.map(({ key }) => key), variables, slept: clock.slept };
}

it('sends the basis of every quantity, and no null', async () => {
	const { variables } = await send([written], changes(2));
	expect(variables[0].input).toEqual({
		name: 'available',
		reason: 'correction',
		referenceDocumentUri: 'gid://app/Run/1',
		quantities: changes(2).map(({ inventoryItemId, locationId, from, to }) => ({
			inventoryItemId,
			locationId,
			quantity: to,
			changeFromQuantity: from,
		})),
	});
	expect(JSON.stringify(variables)).not.toContain('null');
});

it.each([
	['is lost', lost, ['run-1', 'run-1']],
	['is empty', json({ data: { inventorySetQuantities: null } }), ['run-1', 'run-1']],
	['is cut off', { status: 200, body: '{"data":' }, ['run-1', 'run-1']],
	['is throttled', throttled(13, 0), ['run-1', 'run-1']],
	[
		'says that the same is in progress',
		answer(['IDEMPOTENCY_CONCURRENT_REQUEST']),
		['run-1', 'run-1'],
	],
	[
		'says that the key has failed',
		answer(['IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED']),
		['run-1', 'run-2'],
	],
	[
		'says that the key is another input',
		answer(['IDEMPOTENCY_KEY_PARAMETER_MISMATCH']),
		['run-1', 'run-2'],
	],
])('waits and asks again where the first answer %s', async (_name, first, keys) => {
	const sent = await send([first, written]);
	expect(valueOf(sent.outcome).done).toEqual(changes(1));
	expect(sent.keys).toEqual(keys);
	expect(Math.max(...sent.slept)).toBeGreaterThanOrEqual(1000);
});

it('is in doubt where Shopify stays busy with it', async () => {
	const { outcome, keys } = await send([answer(['IDEMPOTENCY_CONCURRENT_REQUEST'])]);
	expect(valueOf(outcome).unknown).toMatchObject([
		{ change: change(0), problem: { code: 'stock-write-unknown' } },
	]);
	expect(new Set(keys)).toEqual(new Set(['run-1']));
	expect(keys).toHaveLength(6);
});

it('stays in doubt where an answer was lost before access was taken away', async () => {
	const { outcome } = await send([lost, { status: 401 }]);
	expect(valueOf(outcome).unknown).toHaveLength(1);
});

it('is not in doubt where the lost attempt is known to have failed', async () => {
	const failedBefore = answer(['IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED']);
	const { outcome } = await send([lost, failedBefore, { status: 401 }]);
	expect(outcome).toMatchObject({ ok: false, problem: { code: 'reconnect' } });
});

it('does not try again when the workflow was stopped', async () => {
	const { outcome, keys } = await send([{ noAnswer: 'cancelled' }]);
	expect(valueOf(outcome).unknown).toHaveLength(1);
	expect(keys).toHaveLength(1);
});

it('sends nothing more after a doubt, and tells the rest from it', async () => {
	const { outcome } = await send([written, lost], changes(600));
	const { done, unknown, refused } = valueOf(outcome);
	expect([done.length, unknown.length, refused.length]).toEqual([250, 250, 100]);
	expect(refused[0].problem.code).toBe('no-answer');
});

it('keeps what is done where the rest is barred', async () => {
	const denied = error('Access denied. Required access: `write_inventory`.', 'ACCESS_DENIED');
	const { outcome } = await send([written, denied], changes(300));
	const { done, refused } = valueOf(outcome);
	expect([done.length, refused.length]).toEqual([250, 50]);
	expect(refused[0].problem.code).toBe('access-denied');
});

it.each([
	['NON_MUTABLE_INVENTORY_ITEM', 'stock-not-settable'],
	['INVALID_QUANTITY_NEGATIVE', 'stock-refused'],
	['ITEM_NOT_STOCKED_AT_LOCATION', 'stock-refused'],
])('takes out an entry for %s', async (code, expected) => {
	const { outcome, variables } = await send([answer([code, 1]), written], changes(3));
	const { done, refused } = valueOf(outcome);
	expect(done).toEqual([change(0), change(2)]);
	expect(refused).toMatchObject([{ change: change(1), problem: { code: expected } }]);
	expect(variables[1].key).toBe('run-2');
	expect(variables[1].input.quantities).toHaveLength(2);
});

it('calls an entry stale only where nothing else is wrong with it', async () => {
	const errors = answer(['CHANGE_FROM_QUANTITY_STALE', 0], ['INVALID_LOCATION', 0]);
	const { outcome } = await send([errors]);
	expect(valueOf(outcome)).toMatchObject({ stale: [], refused: [{ change: change(0) }] });
});

it('finds out by halves where Shopify does not say which', async () => {
	const unnamed = answer(['CHANGE_FROM_QUANTITY_STALE']);
	const { outcome, keys } = await send([unnamed, written, unnamed, unnamed, written], changes(4));
	const { done, stale } = valueOf(outcome);
	expect(done).toEqual([change(0), change(1), change(3)]);
	expect(stale).toEqual([change(2)]);
	expect(new Set(keys).size).toBe(5);
});

it.each(['INVALID_NAME', 'INVALID_REASON', 'INVALID_REFERENCE_DOCUMENT'])(
	'gives up on the whole for %s',
	async (code) => {
		const { outcome, keys } = await send([answer([code])], changes(300));
		expect(outcome).toMatchObject({
			ok: false,
			problem: { code: 'stock-refused', what: expect.stringContaining(code) },
		});
		expect(keys).toHaveLength(1);
	},
);

it.each([
	'The @idempotent directive is required for this mutation but was not provided.',
	'InventoryQuantityInput must include the following argument: changeFromQuantity.',
])('a defect such as "%s" is told, not repeated', async (message) => {
	const { outcome, keys } = await send([error(message, 'BAD_REQUEST')]);
	expect(outcome).toMatchObject({
		ok: false,
		problem: { code: 'query-refused', what: expect.stringContaining(message) },
	});
	expect(keys).toHaveLength(1);
});
