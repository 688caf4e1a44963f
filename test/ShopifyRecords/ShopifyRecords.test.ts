import { startShopifySandbox, type ShopifySandbox } from '../../sandbox/shopify/start.mts';
import { readRecords } from './engine.mts';

let sandbox: ShopifySandbox;
type Options = Parameters<typeof startShopifySandbox>[0];

const open = async (options: Options = {}) => {
	sandbox = await startShopifySandbox({ seed: 5, month: '2026-10', orders: 12, ...options });
};
afterEach(async () => await sandbox.close());

const shop = () => ({ shopSubdomain: 'ignored-here', baseUrl: sandbox.url });
const app = () => ({ clientId: sandbox.clientId, clientSecret: sandbox.clientSecret });
const accessToken = () => ({
	shopifyStoreAccessTokenApi: { ...shop(), accessToken: sandbox.accessToken },
});
const clientCredentials = (token = '') => ({
	shopifyStoreClientCredentialsApi: { ...shop(), ...app(), accessToken: token },
});

const october = {
	authentication: 'accessToken',
	period: 'dateRange',
	from: '2026-10-01T00:00:00',
	to: '2026-10-31T00:00:00',
	returnAll: true,
};
const everyName = () =>
	sandbox.shop.truth.orders.filter(({ state }) => state !== 'test').map(({ name }) => name);
const namesOf = (result: Awaited<ReturnType<typeof readRecords>>) =>
	(result.outputs.Read?.[0] ?? []).map(({ json }) => json.name as string);
const calls = (label: string) =>
	sandbox.control.log.all().filter((call) => call.label.includes(label)).length;

describe('an order', () => {
	it('is an item with flat lists, the shop and both currencies, paired to its input', async () => {
		await open();
		const result = await readRecords(accessToken(), october);
		expect(result.error).toBeUndefined();
		expect(namesOf(result).sort()).toEqual(everyName().sort());
		const [item] = result.outputs.Read[0];
		expect(item.pairedItem).toEqual({ item: 0 });
		expect(item.json).toMatchObject({
			id: expect.stringMatching(/^gid:\/\/shopify\/Order\/\d+$/),
			lineItems: expect.arrayContaining([
				expect.objectContaining({ discountAllocations: expect.any(Array) }),
			]),
			shippingLines: expect.any(Array),
			transactions: [expect.objectContaining({ kind: 'SALE' })],
			totalPriceSet: {
				shopMoney: { amount: expect.stringMatching(/^\d+\.\d+$/), currencyCode: 'USD' },
				presentmentMoney: { amount: expect.any(String), currencyCode: expect.any(String) },
			},
			shop: {
				id: expect.any(String),
				name: expect.any(String),
				myshopifyDomain: expect.any(String),
				currencyCode: 'USD',
				ianaTimezone: 'America/New_York',
				taxesIncluded: false,
			},
		});
		expect(Object.keys(item.json)).not.toContain('transactionsCount');
	});

	it('is nothing where there is none', async () => {
		await open();
		const result = await readRecords(accessToken(), { ...october, from: '2030-01-01', to: '' });
		expect(result.status).toBe('success');
		expect(result.outputs.Read?.[0] ?? []).toEqual([]);
	});

	it('is read up to the limit, with a hint that there are more', async () => {
		await open();
		const result = await readRecords(accessToken(), { ...october, returnAll: false, limit: 4 });
		expect(namesOf(result)).toHaveLength(4);
		const [{ hints }] = result.run.data.resultData.runData.Read;
		expect(hints).toEqual([
			expect.objectContaining({ message: expect.stringMatching(/limit of 4/) }),
		]);
	});

	it('comes for every input item, with its own settings', async () => {
		await open();
		const parameters = { ...october, limit: '={{ $json.hours }}', returnAll: false };
		const result = await readRecords(accessToken(), parameters, { items: 2 });
		expect(result.error).toBeUndefined();
		expect(result.outputs.Read[0].map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 1 },
		]);
	});

	it('is found by the hours that went by, also with a date made by an expression', async () => {
		await open({ now: new Date() });
		const last = { authentication: 'accessToken', period: 'lastHours', hours: 24, returnAll: true };
		expect(namesOf(await readRecords(accessToken(), last))).toEqual([]);
		const years = await readRecords(accessToken(), { ...last, hours: 24 * 365 * 20 });
		expect(namesOf(years)).toHaveLength(everyName().length);
		const from = '={{ $now.minus({ years: 20 }) }}';
		const range = await readRecords(accessToken(), { ...october, from, to: '={{ $now }}' });
		expect(range.error).toBeUndefined();
		expect(namesOf(range)).toHaveLength(everyName().length);
	});

	it('of more than fifty comes by a bulk operation', async () => {
		await open({ orders: 60, bulkPolls: 1 });
		const result = await readRecords(accessToken(), october);
		expect(result.error).toBeUndefined();
		expect(calls('BulkRun')).toBe(1);
		expect(namesOf(result).sort()).toEqual(everyName().sort());
	});
});

describe('a refund', () => {
	it('is an item with its whole order, paired to its input', async () => {
		await open({ orders: 400 });
		const result = await readRecords(accessToken(), { ...october, resource: 'refund' });
		expect(result.error).toBeUndefined();
		const wanted = sandbox.shop.truth.orders
			.filter(({ state }) => state !== 'test')
			.flatMap(({ refunds }) => refunds)
			.filter(({ date }) => date.startsWith('2026-10'));
		const items = result.outputs.Read[0];
		expect(wanted.length).toBeGreaterThan(5);
		expect(items.map(({ json }) => (json.refund as { id: string }).id).sort()).toEqual(
			wanted.map(({ refundId }) => refundId).sort(),
		);
		expect(items[0]).toMatchObject({
			json: {
				name: expect.stringMatching(/^#/),
				agreements: expect.arrayContaining([
					expect.objectContaining({ reason: 'REFUND', sales: expect.any(Array) }),
				]),
				refund: { processedAt: expect.any(String), transactions: expect.any(Array) },
			},
			pairedItem: { item: 0 },
		});
	});

	it('is read up to the limit, with a hint that there are more', async () => {
		await open({ orders: 400 });
		const settings = { ...october, resource: 'refund', returnAll: false, limit: 2 };
		const result = await readRecords(accessToken(), settings);
		expect(result.outputs.Read[0]).toHaveLength(2);
		const [{ hints }] = result.run.data.resultData.runData.Read;
		expect(hints).toEqual([
			expect.objectContaining({ message: expect.stringMatching(/more refunds/) }),
		]);
	});
});

describe('the ledger of Shopify Payments', () => {
	const all = {
		authentication: 'accessToken',
		operation: 'getAll',
		period: 'all',
		returnAll: true,
	};
	const idsOf = (items: ReadonlyArray<{ id?: unknown }>) => items.map(({ id }) => id).sort();

	it.each([
		['payout', 'payouts'],
		['balanceTransaction', 'balanceTransactions'],
		['dispute', 'disputes'],
	] as const)('%s is an item with its shop, paired to its input', async (resource, list) => {
		await open({ orders: 60 });
		const result = await readRecords(accessToken(), { ...all, resource });
		expect(result.error).toBeUndefined();
		const items = result.outputs.Read[0];
		const wanted = sandbox.shop.shopifyPaymentsAccount[list].filter(({ test }) => test !== true);
		expect(idsOf(items.map(({ json }) => json))).toEqual(idsOf(wanted));
		expect(items[0]).toMatchObject({
			json: { shop: { myshopifyDomain: expect.any(String) } },
			pairedItem: { item: 0 },
		});
	});

	it('is chosen by days, status and limit', async () => {
		await open({ orders: 60 });
		const days = { period: 'dateRange', from: '2026-10-08', to: '2026-10-09' };
		const two = await readRecords(accessToken(), { ...all, ...days, resource: 'payout' });
		expect(two.outputs.Read[0].map(({ json }) => String(json.issuedAt).slice(0, 10))).toEqual([
			'2026-10-08',
			'2026-10-09',
		]);
		const options = { statuses: ['FAILED'] };
		const failed = await readRecords(accessToken(), { ...all, resource: 'payout', options });
		expect(failed.outputs.Read[0].map(({ json }) => json.status)).toEqual(['FAILED']);
		const some = { ...all, resource: 'balanceTransaction', returnAll: false, limit: 3 };
		const limited = await readRecords(accessToken(), some);
		expect(limited.outputs.Read[0]).toHaveLength(3);
	});

	it('is nothing, with a hint, in a shop without Shopify Payments', async () => {
		await open();
		const shopWithout = sandbox.shop as { shopifyPaymentsAccount: unknown };
		shopWithout.shopifyPaymentsAccount = null;
		sandbox.shop.businessEntities[0].shopifyPaymentsAccount = null;
		const result = await readRecords(accessToken(), { ...all, resource: 'payout' });
		expect(result.error).toBeUndefined();
		expect(result.outputs.Read?.[0] ?? []).toEqual([]);
		const [{ hints }] = result.run.data.resultData.runData.Read;
		expect(hints).toEqual([
			expect.objectContaining({ message: expect.stringMatching(/no Shopify Payments account/) }),
		]);
	});

	it("adds the payout to an order's transactions where that is asked for", async () => {
		await open({ orders: 30 });
		const options = { includePayout: true };
		const result = await readRecords(accessToken(), { ...october, resource: 'order', options });
		expect(result.error).toBeUndefined();
		const transactions = result.outputs.Read[0].flatMap(
			({ json }) => json.transactions as Array<{ gateway: string; payout?: object | null }>,
		);
		const own = transactions.filter(({ gateway }) => gateway === 'shopify_payments');
		expect(own.every((transaction) => 'payout' in transaction)).toBe(true);
		expect(own.find(({ payout }) => payout)?.payout).toEqual({
			id: expect.stringContaining('ShopifyPaymentsPayout'),
			issuedAt: expect.any(String),
			status: expect.any(String),
		});
		const plain = await readRecords(accessToken(), october);
		expect(JSON.stringify(plain.outputs.Read[0])).not.toContain('"payout"');
	});
});

describe('the connection', () => {
	it('by client credentials fetches its token, and a new one when that has expired', async () => {
		await open();
		const settings = { ...october, authentication: 'clientCredentials' };
		const first = await readRecords(clientCredentials(), settings);
		expect(first.error).toBeUndefined();
		const { accessToken: token } = first.credentials.shopifyStoreClientCredentialsApi;
		expect(token).toMatch(/^shpat_/);
		sandbox.control.expireTokens();
		const second = await readRecords(clientCredentials(String(token)), settings);
		expect(second.error).toBeUndefined();
		expect(namesOf(second)).toEqual(namesOf(first));
		expect(calls('access_token')).toBe(2);
	});

	it('by consent uses the refresh token once when its hour is over, and keeps the new one', async () => {
		await open({ expiringTokens: true });
		const token = sandbox.control.issueToken(
			[
				'read_orders',
				'read_products',
				'read_customers',
				'read_locations',
				'read_payment_terms',
				'read_returns',
			],
			{ seconds: 3600, refreshable: true },
		);
		sandbox.control.expireTokens();
		const result = await readRecords(
			{
				shopifyStoreOAuth2Api: {
					...shop(),
					...app(),
					oauthTokenData: {
						access_token: token.accessToken,
						refresh_token: token.refreshToken ?? '',
					},
				},
			},
			{ ...october, authentication: 'oAuth2' },
		);
		expect(result.error).toBeUndefined();
		expect(namesOf(result)).toHaveLength(everyName().length);
		expect(calls('access_token')).toBe(1);
		const { oauthTokenData } = result.credentials.shopifyStoreOAuth2Api;
		expect(oauthTokenData).not.toMatchObject({ access_token: token.accessToken });
		expect(oauthTokenData).not.toMatchObject({ refresh_token: token.refreshToken });
	});

	it.each([
		['a wrong token', () => ({ ...shop(), accessToken: 'dull' }), /did not accept/, /[Rr]econnect/],
		[
			'no shop',
			() => ({ shopSubdomain: 'a b', accessToken: 'dull' }),
			/Shop Subdomain/,
			/enter my-shop/,
		],
		[
			'nobody at the address',
			() => ({ ...shop(), baseUrl: 'http://127.0.0.1:1', accessToken: 'dull' }),
			/no answer/,
			/network/,
		],
	])('with %s says what to do', async (_name, credential, message, description) => {
		await open();
		const result = await readRecords({ shopifyStoreAccessTokenApi: credential() }, october);
		expect(result.error).toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringMatching(message),
			description: expect.stringMatching(description),
		});
	});

	it('without a scope names it, by the error output where that is wired, and shows no token', async () => {
		await open();
		const { accessToken: token } = sandbox.control.issueToken(['read_orders', 'read_products']);
		const credentials = { shopifyStoreAccessTokenApi: { ...shop(), accessToken: token } };
		const result = await readRecords(credentials, october, { onError: 'continueErrorOutput' });
		expect(result.status).toBe('success');
		expect(result.outputs.Read[0]).toEqual([]);
		expect(result.outputs.Read[1][0].json.error).toMatch(/read_payment_terms|read_locations/);
		expect(JSON.stringify(result.run.data.resultData)).not.toContain(token);
	});
});
