import { startQuickBooksSandbox, type QuickBooksSandbox } from '../../sandbox/quickbooks/start.mts';
import { orderKey } from '../quickbooks/allKinds';
import { receipt, SHOP } from '../quickbooks/documents';
import { allLedgerKinds, bill, billPayment, deposit, waiting } from '../quickbooks/ledgerKinds';
import { connected, runPosting } from './engine.mts';

/** The node with documents of the ledger, and its operations on what the books hold. */

let sandbox: QuickBooksSandbox;
beforeEach(async () => {
	sandbox = await startQuickBooksSandbox({ limits: false });
});
afterEach(async () => await sandbox.close());

const EVERYTHING = ['Account', 'Customer', 'Vendor', 'Item', 'Payment Method'];
const POST = { operation: 'post', createMissing: EVERYTHING };
const FIND = { operation: 'find', shop: SHOP, from: '2026-10-01T00:00:00', to: '2026-10-31' };
const field = (json: object, name: string) => (json as Record<string, object>)[name];

test('documents of the ledger are planned, posted, and lead to their pages', async () => {
	const documents = [...allLedgerKinds(), ...waiting(1)];
	const planned = await runPosting(documents, connected(sandbox), { createMissing: EVERYTHING });
	expect(planned.outputs.Post[0].map(({ json }) => field(json, 'plan'))).toMatchObject(
		Array(11).fill({ action: 'Create' }),
	);
	const { outputs } = await runPosting(documents, connected(sandbox), POST);
	const posted = outputs.Post[0].map(({ json }) => field(json, 'quickBooks'));
	expect(posted).toMatchObject(Array(11).fill({ status: 'Posted' }));
	expect(
		posted.slice(0, 7).map((each) => /app\/(\w+)\?/.exec(String(field(each, 'url')))?.[1]),
	).toEqual(['deposit', 'billpayment', 'deposit', 'transfer', 'bill', 'expense', 'journal']);
	expect(outputs.Post[0][2].json).toMatchObject({
		document: 'Deposit',
		quickBooks: { number: null, total: '96.80' },
	});
	expect(outputs.Post[0][4].json).toMatchObject({ quickBooks: { number: 'F-6660001' } });
});

test('a vendor is created only where that is allowed', async () => {
	const stranger = { ...bill(1), vendor: 'Shopify International' };
	const barred = { operation: 'plan', createMissing: ['Account'] };
	const { outputs } = await runPosting([stranger], connected(sandbox), barred);
	expect(field(outputs.Post[0][0].json, 'plan')).toMatchObject({
		action: 'Held',
		fix: expect.stringContaining("allow Vendors under 'Create Missing'"),
	});
});

test("finds the shop's documents, and by key", async () => {
	await runPosting([deposit(1), receipt(5)], connected(sandbox), POST);
	const { outputs } = await runPosting([{}], connected(sandbox), FIND);
	expect(outputs.Post[0].map(({ json }) => json)).toMatchObject([
		{
			document: 'Deposit',
			key: deposit(1).key,
			id: '1',
			number: null,
			date: '2026-10-04',
			currency: 'USD',
			total: '96.80',
			url: expect.stringContaining('/deposit?txnId=1'),
		},
		{ document: 'Sales Receipt', key: orderKey(5), number: '1005', party: 'Shopify Customer' },
	]);
	expect(outputs.Post[0][0].pairedItem).toEqual({ item: 0 });
	const keys = `${orderKey(5)}, ${orderKey(6)}`;
	const byKey = await runPosting([{}], connected(sandbox), { ...FIND, keys });
	expect(byKey.outputs.Post[0].map(({ json }) => json.key)).toEqual([orderKey(5)]);
	const other = await runPosting([{}], connected(sandbox), { ...FIND, shop: 'else.myshopify.com' });
	expect(other.outputs.Post[0]).toEqual([]);
	const early = await runPosting([{}], connected(sandbox), { ...FIND, to: '2026-10-05' });
	expect(early.outputs.Post[0]).toHaveLength(1);
});

test('what was found can be undone, and undone again', async () => {
	await runPosting([bill(1), billPayment(1), deposit(1)], connected(sandbox), POST);
	const found = await runPosting([{}], connected(sandbox), FIND);
	const items = found.outputs.Post[0].map(({ json }) => json);
	const undone = await runPosting(items, connected(sandbox), { operation: 'undo' });
	expect(undone.outputs.Post[0].map(({ json }) => json.undo)).toMatchObject(
		Array(3).fill({ status: 'Deleted', deleted: [{ id: expect.any(String) }] }),
	);
	expect(['Deposit', 'Bill', 'BillPayment'].flatMap((list) => sandbox.company.all(list))).toEqual(
		[],
	);
	const again = await runPosting(items, connected(sandbox), { operation: 'undo' });
	expect(again.outputs.Post[0].map(({ json }) => json.undo)).toMatchObject(
		Array(3).fill({ status: 'Not in Books', deleted: [] }),
	);
});

test('what cannot be undone leaves by the error output, the others are undone', async () => {
	await runPosting([bill(1), billPayment(1), deposit(2)], connected(sandbox), POST);
	const { outputs } = await runPosting(
		[bill(1), deposit(2), { name: 'no key' }],
		connected(sandbox),
		{ operation: 'undo' },
		'continueErrorOutput',
	);
	expect(outputs.Post[0].map(({ json }) => json.key)).toEqual([deposit(2).key]);
	expect(outputs.Post[1].map(({ json }) => field(json, 'details'))).toMatchObject([
		{ code: 'in-use', fix: expect.stringContaining('together') },
		{ code: 'no-key' },
	]);
	const stopped = await runPosting([bill(1)], connected(sandbox), { operation: 'undo' });
	expect(stopped.status).toBe('error');
});

test('a revoked connection refuses every item of find and undo', async () => {
	const credential = connected(sandbox, {
		oauthTokenData: { access_token: 'x', callbackQueryString: { realmId: sandbox.realmId } },
	});
	for (const operation of ['find', 'undo']) {
		const { outputs } = await runPosting(
			[deposit(1), deposit(2)],
			credential,
			{ ...FIND, operation },
			'continueErrorOutput',
		);
		expect(outputs.Post[0]).toEqual([]);
		expect(outputs.Post[1]).toHaveLength(2);
	}
});
