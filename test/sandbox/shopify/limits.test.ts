import { ask, control, shopifyClient, startTinyShop, type TinySandbox } from './client.mts';

let sandbox: TinySandbox;
beforeAll(async () => {
	sandbox = await startTinyShop();
});
beforeEach(() => sandbox.control.reset());
afterAll(async () => await sandbox.close());

async function costOf(query: string): Promise<number | undefined> {
	const { body } = await ask(sandbox, query);
	return body.extensions?.cost.requestedQueryCost;
}

describe('cost', () => {
	// The figures are those that the live API charged for queries of the same shape.
	it.each([
		['{ shop { name currencyCode } }', 1],
		['{ bulkOperations(first: 1) { nodes { id } } }', 3],
		['{ bulkOperations(first: 50) { nodes { id } pageInfo { endCursor } } }', 9],
		['{ products(first: 250) { nodes { id } } }', 13],
		['{ locations(first: 20) { nodes { id name } } }', 7],
		['{ ordersCount(query: "test:false") { count } }', 10],
		[
			`{ order(id: "gid://shopify/Order/1001") { lineItems(first: 10) { nodes { title } }
			shippingLines(first: 10) { nodes { title } } totalPriceSet { shopMoney { amount } } } }`,
			13,
		],
		[
			`{ order(id: "gid://shopify/Order/1001") { lineItems(first: 50) { nodes { id
			variant { id } originalUnitPriceSet { shopMoney { amount } } } } } }`,
			17,
		],
		[
			`{ shopifyPaymentsAccount { balanceTransactions(first: 100) { nodes { id
			associatedOrder { id } associatedPayout { id } net { amount } } } } }`,
			30,
		],
		[
			'mutation { bulkOperationCancel(id: "gid://shopify/BulkOperation/1") { userErrors { message } } }',
			10,
		],
	])('%s', async (query, cost) => {
		expect(await costOf(query)).toBe(cost);
	});

	it('gives back what the query asked for and did not use', async () => {
		const { body } = await ask(sandbox, '{ orders(first: 250) { nodes { id } } }');
		expect(body.extensions?.cost).toMatchObject({
			requestedQueryCost: 13,
			actualQueryCost: 3,
			throttleStatus: { currentlyAvailable: 1997, maximumAvailable: 2000, restoreRate: 100 },
		});
	});

	it('refuses a query of more than 1000 points before it runs', async () => {
		const lines = (alias: string) =>
			`${alias}: lineItems(first: 250) { nodes { id variant { id } product { id } taxLines { title } } }`;
		const { status, body } = await ask(
			sandbox,
			`{ orders(first: 250) { nodes { id ${lines('a')} ${lines('b')} } } }`,
		);
		expect(status).toBe(200);
		expect(body).not.toHaveProperty('data');
		expect(body.errors?.[0].message).toContain('exceeds the single query max cost limit (1000)');
		expect(body.errors?.[0].extensions?.code).toBe('MAX_COST_EXCEEDED');
	});
});

describe('throttle', () => {
	it('refuses in HTTP 200 without data when the bucket is empty, and restores with time', async () => {
		await control(sandbox, 'empty-bucket', {});
		const query = '{ products(first: 250) { nodes { id } } }';
		const { status, body } = await ask(sandbox, query);
		expect(status).toBe(200);
		expect(body).not.toHaveProperty('data');
		expect(body.errors?.[0].extensions?.code).toBe('THROTTLED');
		expect(body.extensions?.cost.requestedQueryCost).toBe(13);
		sandbox.control.advance(1000);
		expect((await ask(sandbox, query)).body.errors).toBeUndefined();
	});

	it('can restore by the call instead of by the clock', async () => {
		const patient = await startTinyShop({ realTimeThrottle: false });
		patient.control.emptyBucket();
		const { body } = await ask(patient, '{ shop { name } }');
		expect(body.extensions?.cost.throttleStatus.currentlyAvailable).toBe(99);
		await patient.close();
	});

	it("is what Shopify's own client does not retry", async () => {
		sandbox.control.emptyBucket();
		const query = '{ products(first: 250) { nodes { id } } }';
		const { errors } = await shopifyClient(sandbox).request(query);
		expect(errors?.graphQLErrors?.[0]).toMatchObject({ extensions: { code: 'THROTTLED' } });
		expect(sandbox.control.log.count('query')).toBe(1);
	});
});

describe('access', () => {
	const tokenWith = (...scopes: string[]) => sandbox.control.issueToken(scopes).accessToken;

	it('refuses a token that nobody gave', async () => {
		const { status, text } = await ask(sandbox, '{ shop { name } }', { token: 'shpat_other' });
		expect(status).toBe(401);
		expect(JSON.parse(text)).toEqual({
			errors: '[API] Invalid API key or access token (unrecognized login or wrong password)',
		});
	});

	it('denies a field without its scope, and gives the rest', async () => {
		const { status, body } = await ask(
			sandbox,
			'{ shopifyPaymentsAccount { id } orders(first: 1) { nodes { name customer { id } } } }',
			{ token: tokenWith('read_orders', 'read_all_orders') },
		);
		expect(status).toBe(200);
		expect(body.data).toEqual({
			shopifyPaymentsAccount: null,
			orders: { nodes: [{ name: '#1001', customer: null }] },
		});
		expect(body.errors?.[0]).toMatchObject({
			message:
				'Access denied for shopifyPaymentsAccount field. Required access: the `read_shopify_payments` or the `read_shopify_payments_accounts` access scope.',
			extensions: { code: 'ACCESS_DENIED' },
			path: ['shopifyPaymentsAccount'],
		});
		expect(body.errors?.[1].path).toEqual(['orders', 'nodes', 0, 'customer']);
	});

	it('denies the whole answer where the field may not be null', async () => {
		const token = tokenWith('read_products');
		const { body } = await ask(sandbox, '{ orders(first: 1) { nodes { id } } }', { token });
		expect(body.data).toBeNull();
		expect(body.errors?.[0].extensions?.code).toBe('ACCESS_DENIED');
	});

	it('wants a scope of its own for payouts', async () => {
		const query = '{ shopifyPaymentsAccount { activated payouts(first: 1) { nodes { id } } } }';
		const token = tokenWith('read_shopify_payments_accounts');
		const { body } = await ask(sandbox, query, { token });
		expect(body.errors?.[0].message).toContain('`read_shopify_payments_payouts`');
	});

	it('hides orders of more than 60 days from a token without read_all_orders', async () => {
		const token = tokenWith('read_orders');
		const { body } = await ask(
			sandbox,
			`{ orders(first: 9) { nodes { name } } ordersCount { count }
			old: order(id: "gid://shopify/Order/1001") { name } }`,
			{ token },
		);
		expect(body.errors).toBeUndefined();
		expect(body.data).toEqual({
			orders: { nodes: [{ name: '#1002' }, { name: '#1003' }] },
			ordersCount: { count: 2 },
			old: null,
		});
	});

	it('tells the granted scopes, and takes a write scope for the read scope', async () => {
		const token = tokenWith('write_inventory', 'read_locations');
		const { body } = await ask(
			sandbox,
			`{ currentAppInstallation { accessScopes { handle } }
			inventoryItems(first: 1) { nodes { sku } } }`,
			{ token },
		);
		expect(body.data).toEqual({
			currentAppInstallation: {
				accessScopes: [{ handle: 'write_inventory' }, { handle: 'read_locations' }],
			},
			inventoryItems: { nodes: [{ sku: 'SKU-1' }] },
		});
	});

	it('denies names and addresses to an app that was not reviewed', async () => {
		const strict = await startTinyShop({ protectedCustomerData: false });
		const query = '{ customers(first: 1) { nodes { id defaultEmailAddress { emailAddress } } } }';
		const { body } = await ask(strict, query);
		expect(body.data).toMatchObject({ customers: { nodes: [{ defaultEmailAddress: null }] } });
		expect(body.errors?.[0].extensions?.code).toBe('ACCESS_DENIED');
		await strict.close();
	});
});
