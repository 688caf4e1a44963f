import { ask, download, startTinyShop, type TinySandbox } from './client.mts';

let sandbox: TinySandbox;
beforeAll(async () => {
	sandbox = await startTinyShop();
});
beforeEach(() => sandbox.control.reset());
afterAll(async () => await sandbox.close());

interface Operation {
	id: string;
	status: string;
	url: string | null;
	objectCount: string;
	[field: string]: unknown;
}

interface Run {
	bulkOperation: Operation | null;
	userErrors: Array<{ field: string[] | null; message: string; code: string }>;
}

async function run(query: string, token?: string): Promise<Run> {
	const mutation = `mutation Run($query: String!) { bulkOperationRunQuery(query: $query) {
		bulkOperation { id status objectCount url } userErrors { field message code } } }`;
	const { body } = await ask(sandbox, mutation, { variables: { query }, token });
	return body.data?.bulkOperationRunQuery as Run;
}

async function poll(id: string | undefined, token?: string): Promise<Operation> {
	const query = `query Poll($id: ID!) { bulkOperation(id: $id) { id status errorCode objectCount
		rootObjectCount fileSize url completedAt } }`;
	const { body } = await ask(sandbox, query, { variables: { id }, token });
	return body.data?.bulkOperation as Operation;
}

const ORDERS = '{ orders { edges { node { id name lineItems { edges { node { id sku } } } } } } }';

describe('bulk operation', () => {
	it('is created, runs and leaves a file with children on lines of their own', async () => {
		const started = await run(ORDERS);
		expect(started).toMatchObject({
			bulkOperation: { status: 'CREATED', objectCount: '0', url: null },
			userErrors: [],
		});
		const id = started.bulkOperation?.id;
		expect((await poll(id)).status).toBe('RUNNING');
		const done = await poll(id);
		expect(done).toMatchObject({ status: 'COMPLETED', objectCount: '12', rootObjectCount: '3' });
		const lines = await download(String(done.url));
		expect(lines).toHaveLength(12);
		expect(lines[0]).toEqual({ id: 'gid://shopify/Order/1001', name: '#1001' });
		expect(lines.filter(({ __parentId }) => __parentId === 'gid://shopify/Order/1001')).toEqual(
			[1, 2, 3].map((line) => ({
				id: `gid://shopify/LineItem/1001${line}`,
				sku: `SKU-${line}`,
				__parentId: 'gid://shopify/Order/1001',
			})),
		);
	});

	it('searches, and leaves no file when nothing was found', async () => {
		const { bulkOperation } = await run('{ orders(query: "id:5") { edges { node { id } } } }');
		await poll(bulkOperation?.id);
		const done = await poll(bulkOperation?.id);
		expect(done).toMatchObject({ status: 'COMPLETED', objectCount: '0', url: null });
	});

	it('is done after its time, too', async () => {
		const { bulkOperation } = await run(ORDERS);
		sandbox.control.advance(10_000);
		expect((await poll(bulkOperation?.id)).status).toBe('COMPLETED');
	});

	it('fails when the token may not read', async () => {
		const { accessToken } = sandbox.control.issueToken(['read_products']);
		const { bulkOperation } = await run(ORDERS, accessToken);
		await poll(bulkOperation?.id, accessToken);
		const failed = await poll(bulkOperation?.id, accessToken);
		expect(failed).toMatchObject({ status: 'FAILED', errorCode: 'ACCESS_DENIED', url: null });
	});

	it('allows five at once', async () => {
		const ids: string[] = [];
		for (let n = 0; n < 5; n += 1) ids.push((await run(ORDERS)).bulkOperation?.id ?? '');
		expect(await run(ORDERS)).toEqual({
			bulkOperation: null,
			userErrors: [
				{
					field: null,
					message: `A bulk query operation for this app and shop is already in progress: ${ids.join(', ')}.`,
					code: 'OPERATION_IN_PROGRESS',
				},
			],
		});
		const cancel = `mutation { bulkOperationCancel(id: "${ids[0]}") {
			bulkOperation { status } userErrors { message } } }`;
		const { body } = await ask(sandbox, cancel);
		expect(body.data?.bulkOperationCancel).toMatchObject({
			bulkOperation: { status: 'CANCELING' },
			userErrors: [],
		});
		expect((await poll(ids[0])).status).toBe('CANCELED');
		expect((await run(ORDERS)).userErrors).toEqual([]);
	});

	it.each([
		['', ['Invalid bulk query: syntax error, unexpected end of file']],
		['{ shop { id } }', ['Bulk queries must contain at least one connection.']],
		[
			'{ node(id: "gid://shopify/Product/0") { id } }',
			[
				'Bulk queries cannot contain a top level `node` field.',
				'Bulk queries must contain at least one connection.',
			],
		],
		[
			'mutation { bulkOperationCancel(id: "gid://shopify/BulkOperation/1") { userErrors { message } } }',
			['Invalid operation type. Only `query` operations are supported.'],
		],
		[
			'{ orders { nodes { id } } }',
			[
				"All connection fields in a bulk query must select their contents using 'edges' > 'node', e.g: 'orders { edges { node {'. Selecting via 'nodes' is not supported. Invalid connection fields: 'orders'.",
			],
		],
		[
			'{ products { edges { node { title variants { edges { node { id } } } } } } }',
			[
				"The parent 'node' field for a nested connection must select the 'id' field without an alias and must be of 'ID' return type. Connection fields without 'id': products.",
			],
		],
		[
			'{ orders { edges { node { id fulfillments { events { edges { node { id } } } } } } } }',
			['Queries that contain a connection field within a list field are not currently supported.'],
		],
		[
			'{ orders { edges { node { id refunds { id refundLineItems { edges { node { id } } } } } } } }',
			['Queries that contain a connection field within a list field are not currently supported.'],
		],
		[
			`{ collections { edges { node { id products { edges { node { id variants { edges { node { id
			metafields { edges { node { id } } } } } } } } } } } } }`,
			['Bulk queries cannot contain connections with a nesting depth greater than 2.'],
		],
		[
			`{ products { edges { node { id ${[
				'variants',
				'metafields',
				'collections',
				'media',
				'sellingPlanGroups',
			]
				.map((name) => `${name} { edges { node { id } } }`)
				.join(' ')} } } } }`,
			['Bulk queries cannot contain more than 5 connections.'],
		],
	])('refuses %s', async (query, messages) => {
		const { bulkOperation, userErrors } = await run(query);
		expect(bulkOperation).toBeNull();
		expect(userErrors.map(({ message }) => message)).toEqual(messages);
		expect(userErrors[0]).toMatchObject({ field: ['query'], code: 'INVALID' });
	});

	it('allows agreements with their sales, two levels below the orders', async () => {
		const query = `{ orders { edges { node { id agreements { edges { node { id sales { edges {
			node { id } } } } } } } } } }`;
		expect((await run(query)).userErrors).toEqual([]);
	});
});
