import {
	error,
	json,
	read,
	scriptedClient,
	shopId,
	throttled,
	throttleStatus,
	write,
} from './scripted';

const html = { status: 503, headers: { 'content-type': 'text/html' }, body: '<html>503</html>' };

describe('what is sent', () => {
	it('goes to the shop with the version in the path, and holds no token', async () => {
		const { client, sent } = scriptedClient([shopId]);
		const answer = await client.ask(read, { a: 1 });
		expect(answer).toMatchObject({
			ok: true,
			value: { data: { shop: { id: 'gid://shopify/Shop/1' } } },
		});
		expect(sent[0].url).toBe('https://my-shop.myshopify.com/admin/api/2026-10/graphql.json');
		expect(JSON.parse(sent[0].body ?? '')).toEqual({ query: read.document, variables: { a: 1 } });
		const names = Object.keys(sent[0].headers ?? {}).map((name) => name.toLowerCase());
		expect(names).toContain('content-type');
		expect(names).not.toContain('x-shopify-access-token');
	});

	it.each([
		['http://127.0.0.1:4810', 'http://127.0.0.1:4810/admin/api/2026-10/graphql.json'],
		[
			'https://proxy.example/shopify/',
			'https://proxy.example/shopify/admin/api/2026-10/graphql.json',
		],
	])('goes to %s unchanged in scheme, port and path', async (baseUrl, url) => {
		const { client, sent } = scriptedClient([shopId], { baseUrl });
		await client.ask(read);
		expect(sent[0].url).toBe(url);
	});
});

describe('the rate limit', () => {
	it('is waited for in advance, by what the last answer told', async () => {
		const cost = { requestedQueryCost: 100, throttleStatus: throttleStatus(40) };
		const { client, clock } = scriptedClient([
			json({ data: { x: 1 }, extensions: { cost } }),
			shopId,
		]);
		await client.ask(read);
		expect(clock.slept).toEqual([]);
		await client.ask(read, {}, 340);
		expect(clock.slept).toEqual([3000]);
	});

	it('is waited out when a query was throttled, also for a write, since it was not worked on', async () => {
		const { client, clock, sent } = scriptedClient([throttled(500, 100), shopId]);
		expect(await client.ask(write)).toMatchObject({ ok: true });
		expect(clock.slept).toEqual([4000]);
		expect(sent).toHaveLength(2);
	});

	it('takes Retry-After for seconds', async () => {
		const { client, clock } = scriptedClient([
			{ status: 429, headers: { 'retry-after': '2.5' } },
			shopId,
		]);
		expect(await client.ask(write)).toMatchObject({ ok: true });
		expect(clock.slept).toEqual([2500]);
	});

	it('ends after a bounded time, with what to do', async () => {
		const { client, clock } = scriptedClient([throttled(500, 0)], { maxWaitMs: 20_000 });
		const answer = await client.ask(read);
		expect(answer).toMatchObject({ ok: false, problem: { code: 'throttled' } });
		expect(clock.slept.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(20_000);
	});
});

describe('a bad moment', () => {
	it.each([
		['an HTML page', html, 'shopify-unavailable'],
		['status 502', { status: 502 }, 'shopify-unavailable'],
		['a dropped connection', { noAnswer: 'dropped' }, 'no-answer'],
		['a time-out', { noAnswer: 'timeout' }, 'no-answer'],
		[
			'half an answer',
			{ headers: { 'content-type': 'application/json' }, body: '{"data":{"sh' },
			'malformed-answer',
		],
		[
			'HTML with status 200',
			{ headers: { 'content-type': 'text/html' }, body: '<html>' },
			'malformed-answer',
		],
		['neither data nor errors', json({ data: {} }), 'malformed-answer'],
		[
			'an internal error of Shopify',
			error('Internal error', 'INTERNAL_SERVER_ERROR'),
			'shopify-unavailable',
		],
	])('%s: a read is repeated, a write is not', async (_name, moment, code) => {
		const reading = scriptedClient([moment, moment, shopId]);
		expect(await reading.client.ask(read)).toMatchObject({ ok: true });
		expect(reading.clock.slept).toEqual([1000, 2000]);
		const writing = scriptedClient([moment, shopId]);
		expect(await writing.client.ask(write)).toMatchObject({ ok: false, problem: { code } });
		expect(writing.sent).toHaveLength(1);
		const never = scriptedClient([moment]);
		expect(await never.client.ask(read)).toMatchObject({ ok: false, problem: { code } });
		expect(never.sent).toHaveLength(5);
	});

	it('is given up sooner when there is no such host', async () => {
		const { client, sent } = scriptedClient([{ noAnswer: 'unreachable' }]);
		expect(await client.ask(read)).toMatchObject({ ok: false, problem: { code: 'no-answer' } });
		expect(sent).toHaveLength(3);
	});

	it('is not repeated when the user stopped the workflow', async () => {
		const { client, sent } = scriptedClient([{ noAnswer: 'cancelled' }]);
		expect(await client.ask(read)).toMatchObject({ ok: false });
		expect(sent).toHaveLength(1);
	});
});

describe('a refusal', () => {
	it.each([
		[401, 'reconnect', /reconnect/i],
		[402, 'shop-frozen', /bill/],
		[403, 'access-denied', /scopes/],
		[404, 'shop-not-found', /Shop Subdomain/],
		[301, 'shop-not-found', /Shop Subdomain/],
		[423, 'shop-locked', /Support/],
	])('status %i is told with what to do', async (status, code, fix) => {
		const { client, sent } = scriptedClient([{ status, body: '{"errors":"x"}' }]);
		expect(await client.ask(read)).toMatchObject({
			ok: false,
			problem: { code, fix: expect.stringMatching(fix) },
		});
		expect(sent).toHaveLength(1);
	});

	it('names the scope that is missing, although a part of the data came', async () => {
		const message =
			'Access denied for paymentTerms field. Required access: `read_payment_terms` access scope.';
		const { client } = scriptedClient([
			json({
				data: { orders: { nodes: [{ paymentTerms: null }] } },
				errors: [
					{
						message,
						path: ['orders', 'nodes', 0, 'paymentTerms'],
						extensions: { code: 'ACCESS_DENIED' },
					},
				],
			}),
		]);
		expect(await client.ask(read)).toMatchObject({
			ok: false,
			problem: {
				code: 'access-denied',
				what: expect.stringContaining('read_payment_terms'),
				fix: expect.stringContaining('read_payment_terms'),
				denied: ['orders.nodes.paymentTerms'],
			},
		});
	});

	it('is made of a filter that Shopify ignored', async () => {
		const { client } = scriptedClient([
			json({
				data: { orders: { nodes: [] } },
				extensions: {
					search: [
						{
							path: ['orders'],
							query: 'update_at:>1',
							warnings: [{ field: 'update_at', message: 'Invalid search field for this query.' }],
						},
					],
				},
			}),
		]);
		expect(await client.ask(read)).toMatchObject({
			ok: false,
			problem: { code: 'filter-ignored', what: expect.stringContaining('update_at') },
		});
	});

	it.each([
		['MAX_COST_EXCEEDED', 'query-too-expensive'],
		['SHOP_INACTIVE', 'shop-frozen'],
		[undefined, 'query-refused'],
	])('of GraphQL with code %s becomes %s', async (code, expected) => {
		const { client } = scriptedClient([error('Field shpat_abc123 <b>x</b>', code)]);
		const answer = await client.ask(read);
		expect(answer).toMatchObject({ ok: false, problem: { code: expected } });
		expect(JSON.stringify(answer)).not.toMatch(/shpat_|<b>/);
	});
});

it('never writes to the console, also for a version that the client does not know yet', async () => {
	const warn = jest.spyOn(console, 'warn').mockImplementation();
	const { client } = scriptedClient([
		json({ data: { x: 1 } }, { 'x-shopify-api-deprecated-reason': 'https://shopify.dev' }),
	]);
	await client.ask(read);
	expect(warn).not.toHaveBeenCalled();
	warn.mockRestore();
});
