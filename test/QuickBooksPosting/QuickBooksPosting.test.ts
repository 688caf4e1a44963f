import { startQuickBooksSandbox, type QuickBooksSandbox } from '../../sandbox/quickbooks/start.mts';
import { allKinds, payment } from '../quickbooks/allKinds';
import { fromShop, receipt, receipts } from '../quickbooks/documents';
import { connected, runPosting } from './engine.mts';

let sandbox: QuickBooksSandbox;

beforeEach(async () => {
	sandbox = await startQuickBooksSandbox();
});
afterEach(async () => await sandbox.close());

const EVERYTHING = ['Account', 'Customer', 'Item', 'Payment Method'];
const POST = { operation: 'post', createMissing: EVERYTHING };

test('posts in one batch and gives each document its place in the books', async () => {
	const { status, outputs } = await runPosting(receipts(3), connected(sandbox), POST);
	expect(status).toBe('success');
	const [posted] = outputs.Post;
	expect(posted.map(({ pairedItem }) => pairedItem)).toEqual([
		{ item: 0 },
		{ item: 1 },
		{ item: 2 },
	]);
	expect(posted[0].json).toMatchObject({
		document: 'Sales Receipt',
		number: '1001',
		quickBooks: {
			status: 'Posted',
			number: '1001',
			total: '47.90',
			company: 'Harbor & Pine Outfitters',
			url: expect.stringMatching(
				/^https:\/\/app\.sandbox\.qbo\.intuit\.com\/app\/salesreceipt\?txnId=\d+$/,
			),
		},
	});
	const again = await runPosting(receipts(3), connected(sandbox), POST);
	expect(
		again.outputs.Post[0].map(({ json }) => (json.quickBooks as { status: string }).status),
	).toEqual(Array(3).fill('Already Posted'));
});

test('a plan writes nothing and says what is missing and what is posted', async () => {
	await runPosting([receipt(1)], connected(sandbox), POST);
	const rows = () =>
		['SalesReceipt', 'Item', 'Account'].map((list) => sandbox.company.all(list).length);
	const before = rows();
	const newItem = receipt(2);
	newItem.lines[0].item = { ...newItem.lines[0].item, sku: 'NEW', name: 'New Shirt' };
	const dated = { ...receipt(1), date: '2026-10-30' };
	const inputs = [dated, newItem, { ...newItem, ...fromShop('other-store'), number: '1003' }, {}];
	const { outputs } = await runPosting(inputs, connected(sandbox), { operation: 'plan' });
	expect(outputs.Post[0].map(({ json }) => json.plan)).toMatchObject([
		{
			action: 'Already Posted',
			quickBooksId: expect.any(String),
			differences: [{ field: 'date', document: '2026-10-30', quickBooks: '2026-10-02' }],
		},
		{
			action: 'Held',
			missing: [{ kind: 'Item', name: 'New Shirt (SKU NEW)', willBeCreated: false }],
		},
		{ action: 'Held', code: 'missing-in-quickbooks' },
		{ action: 'Held', code: 'not-a-document' },
	]);
	expect(rows()).toEqual(before);
	const allowed = await runPosting(inputs, connected(sandbox), { createMissing: EVERYTHING });
	expect(allowed.outputs.Post[0][1].json.plan).toMatchObject({
		action: 'Create',
		missing: [{ willBeCreated: true }],
	});
});

test('each kind leads to its own page in QuickBooks', async () => {
	const { outputs } = await runPosting(allKinds(), connected(sandbox), POST);
	const urls = outputs.Post[0].map(({ json }) => (json.quickBooks as { url: string }).url);
	expect(urls.map((url) => /app\/(\w+)\?txnId=1$/.exec(url)?.[1])).toEqual([
		'expense',
		'recvpayment',
		'refundreceipt',
		'creditmemo',
		'invoice',
		'salesreceipt',
	]);
	const { outputs: planned } = await runPosting(allKinds(), connected(sandbox));
	expect(planned.Post[0].map(({ json }) => (json.plan as { url: string }).url)).toEqual(urls);
});

test('a plan needs no invoice in the books where the run posts it', async () => {
	const alone = await runPosting([payment(2)], connected(sandbox), { createMissing: EVERYTHING });
	expect(alone.outputs.Post[0][0].json.plan).toMatchObject({
		action: 'Held',
		code: 'invoice-not-posted',
	});
	const together = await runPosting(allKinds(), connected(sandbox), { createMissing: EVERYTHING });
	const actions = together.outputs.Post[0].map(
		({ json }) => (json.plan as { action: string }).action,
	);
	expect(actions).toEqual(Array(6).fill('Create'));
});

test('closed books hold a document, or move it and say so in the plan', async () => {
	const { preferences } = sandbox.company;
	const closed = { ...(preferences.AccountingInfoPrefs as object), BookCloseDate: '2026-10-15' };
	sandbox.company.preferences = { ...preferences, AccountingInfoPrefs: closed };
	const planOf = async (options: object) => {
		const parameters = { createMissing: EVERYTHING, options: { ...options } };
		const { outputs } = await runPosting([receipt(1)], connected(sandbox), parameters);
		return outputs.Post[0][0].json.plan;
	};
	expect(await planOf({})).toMatchObject({ action: 'Held', code: 'closed-period' });
	expect(await planOf({ closedPeriod: 'stop' })).toMatchObject({ action: 'Held' });
	expect(await planOf({ closedPeriod: 'nextOpenDay' })).toMatchObject({
		action: 'Create',
		date: '2026-10-16',
	});
});

test('refused documents leave by the error output with the document, the reason and the fix', async () => {
	const euro = receipt(2, { currency: 'EUR' });
	const inputs = [receipt(1), euro, receipt(3)];
	const { status, outputs } = await runPosting(
		inputs,
		connected(sandbox),
		POST,
		'continueErrorOutput',
	);
	expect(status).toBe('success');
	const [posted, refused] = outputs.Post;
	expect(posted.map(({ json }) => json.number)).toEqual(['1001', '1003']);
	expect(refused).toHaveLength(1);
	expect(refused[0].json).toMatchObject({
		number: '1002',
		error: expect.stringContaining('Sales Receipt 1002'),
		details: { code: 'foreign-currency', fix: expect.stringContaining('Multicurrency') },
	});
});

test('where the workflow shall stop, the other documents are posted first', async () => {
	const inputs = [receipt(1, { currency: 'EUR' }), receipt(2)];
	const { status, error } = await runPosting(inputs, connected(sandbox), POST);
	expect(status).toBe('error');
	expect(error?.message).toContain('Sales Receipt 1001');
	expect(error?.description).toContain('1 of 2 documents');
	expect(sandbox.company.all('SalesReceipt').some(({ DocNumber }) => DocNumber === '1002')).toBe(
		true,
	);
});

test('an expired token is refreshed once, and the rotated refresh token is kept', async () => {
	const credential = connected(sandbox);
	const before = credential.oauthTokenData as { refresh_token: string };
	sandbox.control.expireAccessTokens();
	const { status, credentials } = await runPosting(receipts(2), credential, POST);
	expect(status).toBe('success');
	const after = credentials.quickBooksCompanyOAuth2Api.oauthTokenData as Record<string, unknown>;
	expect(after.refresh_token).not.toBe(before.refresh_token);
	expect(after.callbackQueryString).toEqual({ realmId: sandbox.realmId });
	const refreshes = sandbox.control.log().filter(({ path }) => path.includes('tokens/bearer'));
	expect(refreshes).toHaveLength(1);
});

test('a token that expires amid the writes leaves every document posted once', async () => {
	sandbox.control.fail({ kind: 'expiredToken', times: 1, match: 'batch' });
	const { status } = await runPosting(receipts(3), connected(sandbox), POST);
	expect(status).toBe('success');
	const numbers = sandbox.company.all('SalesReceipt').map(({ DocNumber }) => DocNumber);
	expect(numbers.filter((number) => /^100[123]$/.test(String(number)))).toHaveLength(3);
});

test('a connection that was revoked asks to reconnect and shows no token', async () => {
	const credential = connected(sandbox);
	sandbox.control.expireAccessTokens();
	sandbox.control.revokeRefreshTokens();
	const { status, error, run } = await runPosting(receipts(1), credential, POST);
	expect(status).toBe('error');
	expect(error?.description).toMatch(/connect it again/i);
	const { access_token: access, refresh_token: refresh } = credential.oauthTokenData as Record<
		string,
		string
	>;
	const record = JSON.stringify([run, error, error?.message]);
	expect(record).not.toContain(access);
	expect(record).not.toContain(refresh);
});

test.each([
	[
		'another company than the one expected',
		{ companyId: '9341 0000 0000 0001' },
		"its 'Company ID' says 9341000000000001",
	],
	['no company', { oauthTokenData: { access_token: 'x' } }, 'not connected to a company'],
	['a company the token is not for', undefined, 'QuickBooks refused'],
])('a credential for %s stops before anything is read', async (_title, changes, message) => {
	const wrong = {
		oauthTokenData: { ...sandbox.issueTokens(), callbackQueryString: { realmId: '123' } },
	};
	const { status, error } = await runPosting(
		[receipt(1)],
		connected(sandbox, changes ?? wrong),
		POST,
	);
	expect(status).toBe('error');
	expect(error?.message).toContain(message);
	expect(sandbox.company.all('SalesReceipt').some(({ DocNumber }) => DocNumber === '1001')).toBe(
		false,
	);
});

test('no input makes no call', async () => {
	const { status } = await runPosting([], connected(sandbox), POST);
	expect(status).toBe('success');
	expect(sandbox.control.log()).toEqual([]);
});
