import { ask, ordersFound, startTinyShop, type TinySandbox } from './client.mts';

let sandbox: TinySandbox;
beforeAll(async () => {
	sandbox = await startTinyShop();
});
afterAll(async () => await sandbox.close());

describe('search', () => {
	it.each([
		["processed_at:>='2026-11-01T03:30:00Z'", ['#1002', '#1003']],
		["processed_at:>'2026-11-01T03:30:00Z'", ['#1003']],
		["created_at:<'2026-11-01T00:00:00Z'", ['#1001']],
		// In New York order 1002 was placed on the last of October.
		['created_at:2026-10-31', ['#1002']],
		['created_at:<=2026-10-31', ['#1001', '#1002']],
		['financial_status:paid test:false', ['#1001', '#1002']],
		['financial_status:paid AND NOT name:1001', ['#1002']],
		['name:#1001 OR name:1003', ['#1001', '#1003']],
		['(financial_status:pending OR id:1001) test:true', ['#1003']],
		['id:>=1002', ['#1002', '#1003']],
		['id:(1001 OR 1003)', ['#1001', '#1003']],
		['financial_status:paid,pending -test:true', ['#1001', '#1002']],
		["gateway:shopify_payments sku:'SKU-2' tag:tiny status:any", ['#1001', '#1002', '#1003']],
	])('%s', async (search, names) => {
		expect(await ordersFound(sandbox, search)).toEqual(names);
	});

	const query = 'query Q($q: String) { orders(first: 9, query: $q) { nodes { name } } }';

	it('ignores an unknown filter, answers everything, and warns beside the data', async () => {
		const { body } = await ask(sandbox, query, { variables: { q: 'payout_id:500' } });
		expect((body.data?.orders as { nodes: unknown[] }).nodes).toHaveLength(3);
		expect(body.extensions?.search).toEqual([
			{
				path: ['orders'],
				query: 'payout_id:500',
				parsed: { field: 'payout_id', match_all: '500' },
				warnings: [
					{
						field: 'payout_id',
						message: 'Invalid search field for this query.',
						code: 'invalid_field',
					},
				],
			},
		]);
	});

	it('says nothing of a search that it understood', async () => {
		const { body } = await ask(sandbox, query, { variables: { q: 'test:false' } });
		expect(body.extensions).not.toHaveProperty('search');
	});

	it('cuts an unquoted time at its colon, as the live API does', async () => {
		const q = 'updated_at:>=2026-11-02T00:00:00Z';
		const { body } = await ask(sandbox, query, { variables: { q } });
		expect(body.extensions?.search?.[0].warnings).toMatchObject([{ field: '00' }]);
	});

	it('matches nothing for a value that is not accepted, and refuses a time that is none', async () => {
		const wrong = await ask(sandbox, query, { variables: { q: 'financial_status:payed' } });
		expect(wrong.body.data).toEqual({ orders: { nodes: [] } });
		expect(wrong.body.extensions?.search?.[0].warnings).toMatchObject([{ code: 'invalid_value' }]);
		const time = await ask(sandbox, query, { variables: { q: 'created_at:yesterday' } });
		expect(time.body.errors?.[0].message).toBe('Invalid timestamp for query filter `created_at`.');
	});

	it('does not answer a documented filter that it does not know', async () => {
		const { status, text } = await ask(sandbox, query, { variables: { q: 'risk_level:high' } });
		expect(status).toBe(500);
		expect(text).toContain('sandboxDefect');
	});
});
