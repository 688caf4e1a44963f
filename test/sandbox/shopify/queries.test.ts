import { ask, shopifyClient, startTinyShop, type TinySandbox } from './client.mts';

let sandbox: TinySandbox;
beforeAll(async () => {
	sandbox = await startTinyShop();
});
afterAll(async () => await sandbox.close());

interface Page {
	orders: {
		nodes: Array<{ name: string }>;
		pageInfo: { hasNextPage: boolean; endCursor: string };
	};
}

describe('queries', () => {
	it("answers Shopify's own client", async () => {
		const { data, errors } = await shopifyClient(sandbox).request<{ shop: { name: string } }>(
			'query Shop { shop { name } }',
		);
		expect(errors).toBeUndefined();
		expect(data?.shop.name).toBe('Tiny');
	});

	it('pages through everything once, by the cursor', async () => {
		const query = `query P($after: String) { orders(first: 2, after: $after, sortKey: CREATED_AT) {
			nodes { name } pageInfo { hasNextPage endCursor } } }`;
		const names: string[] = [];
		let after: string | undefined;
		do {
			const { data } = await shopifyClient(sandbox).request<Page>(query, { variables: { after } });
			names.push(...(data?.orders.nodes.map(({ name }) => name) ?? []));
			after = data?.orders.pageInfo.hasNextPage ? data.orders.pageInfo.endCursor : undefined;
		} while (after);
		expect(names).toEqual(['#1001', '#1002', '#1003']);
	});

	it('reads backwards with last, before and reverse', async () => {
		const { body } = await ask(
			sandbox,
			`{ newest: orders(first: 1, reverse: true) { edges { cursor node { name } } }
			last: orders(last: 2) { nodes { name } pageInfo { hasPreviousPage startCursor } } }`,
		);
		expect(body.data).toMatchObject({
			newest: { edges: [{ node: { name: '#1003' } }] },
			last: { nodes: [{ name: '#1002' }, { name: '#1003' }], pageInfo: { hasPreviousPage: true } },
		});
		const { pageInfo } = body.data?.last as { pageInfo: { startCursor: string } };
		const before = await ask(
			sandbox,
			'query B($c: String) { orders(last: 5, before: $c) { nodes { name } } }',
			{ variables: { c: pageInfo.startCursor } },
		);
		expect(before.body.data).toEqual({ orders: { nodes: [{ name: '#1001' }] } });
	});

	it('finds objects by id, and node by its type', async () => {
		const { body } = await ask(
			sandbox,
			`{ order(id: "gid://shopify/Order/1002") { name shippingLines(first: 5) { nodes { title } } }
			none: order(id: "gid://shopify/Order/9") { name }
			node(id: "gid://shopify/Customer/7") { __typename ... on Customer { displayName } }
			inventoryItems(first: 1) { nodes { inventoryLevels(first: 1) { nodes {
				quantities(names: ["available"]) { name quantity } } } } }
			ordersCount { count precision } }`,
		);
		expect(body.errors).toBeUndefined();
		expect(body.data).toEqual({
			order: { name: '#1002', shippingLines: { nodes: [{ title: 'Post' }] } },
			none: null,
			node: { __typename: 'Customer', displayName: 'Ada Byron' },
			inventoryItems: {
				nodes: [
					{ inventoryLevels: { nodes: [{ quantities: [{ name: 'available', quantity: 5 }] }] } },
				],
			},
			ordersCount: { count: 3, precision: 'EXACT' },
		});
	});

	it('reads the ledger of Shopify Payments, with and without transfers', async () => {
		const { body } = await ask(
			sandbox,
			`{ shopifyPaymentsAccount {
				payouts(first: 5, query: "status:paid") { nodes { legacyResourceId net { amount } } }
				rows: balanceTransactions(first: 9, query: "payments_transfer_id:500") { nodes { type } }
				sales: balanceTransactions(first: 9, hideTransfers: true, sortKey: AMOUNT) {
					nodes { type net { amount } associatedPayout { id status } } } } }`,
		);
		expect(body.data?.shopifyPaymentsAccount).toMatchObject({
			payouts: { nodes: [{ legacyResourceId: '500', net: { amount: '57.96' } }] },
			rows: { nodes: [{ type: 'CHARGE' }, { type: 'TRANSFER' }] },
			sales: { nodes: [{ net: { amount: '20.0' } }, { net: { amount: '57.96' } }] },
		});
	});

	it('shows a non-null field that the model lacks as an error, not as data', async () => {
		const { body } = await ask(sandbox, '{ orders(first: 1) { nodes { currencyCode } } }');
		expect(body.errors?.[0].message).toContain('Cannot return null for non-nullable');
	});

	it.each([
		['{ orders { nodes { id } } }', 'you must provide one of first or last'],
		[
			'{ orders(first: 1, last: 1) { nodes { id } } }',
			'providing both first and last is not supported',
		],
		['{ orders(first: 251) { nodes { id } } }', 'first cannot exceed 250'],
		[
			'{ orders(first: 1, after: "x") { nodes { id } } }',
			'Invalid cursor for current pagination sort.',
		],
		['{ order(id: "gid://shopify/Product/1") { id } }', 'Invalid id: gid://shopify/Product/1'],
	])('refuses %s', async (query, message) => {
		const { status, body } = await ask(sandbox, query);
		expect(status).toBe(200);
		expect(body.errors?.[0].message).toBe(message);
	});

	it('words what does not fit the schema as Shopify does, in HTTP 200', async () => {
		const { status, body } = await ask(sandbox, '{ shop { nope } }');
		expect(status).toBe(200);
		expect(body).not.toHaveProperty('data');
		expect(body.errors?.[0]).toMatchObject({
			message: "Field 'nope' doesn't exist on type 'Shop'",
			extensions: { code: 'undefinedField', typeName: 'Shop', fieldName: 'nope' },
		});
		const bad = await ask(sandbox, 'query Q($n: Int!) { orders(first: $n) { nodes { id } } }');
		expect(bad.body.errors?.[0].extensions?.code).toBe('INVALID_VARIABLE');
	});

	it('serves other versions with the one it has, and says so', async () => {
		const { headers, status } = await ask(sandbox, '{ shop { name } }', { version: '2024-01' });
		expect([status, headers.get('x-shopify-api-version')]).toEqual([200, '2026-10']);
	});
});
