import type { GraphqlObject, Shop } from '../../nodes/shopify/types';
import { readOrders } from '../../nodes/shopify/readOrders';
import { error, json, scriptedClient, type Scripted } from './scripted';

const shop = { id: 'gid://shopify/Shop/1', ianaTimezone: 'UTC' } as Shop;
const noMore = { hasNextPage: false, endCursor: null };

const line = (number: number) => ({
	__typename: 'LineItem',
	id: `gid://shopify/LineItem/${number}`,
});

function order(number: number, overrides: GraphqlObject = {}): GraphqlObject {
	return {
		id: `gid://shopify/Order/${number}`,
		name: `#${number}`,
		test: false,
		processedAt: '2026-10-01T00:00:00Z',
		updatedAt: '2026-10-02T00:00:00Z',
		customer: null,
		transactionsCount: { count: 0 },
		lineItems: { nodes: [line(1)], pageInfo: noMore },
		shippingLines: { nodes: [], pageInfo: noMore },
		transactions: [],
		agreements: { nodes: [], pageInfo: noMore },
		refunds: [],
		paymentTerms: null,
		...overrides,
	};
}

const page = (orders: GraphqlObject[], next?: string, requestedQueryCost?: number) =>
	json({
		data: {
			orders: {
				nodes: orders,
				pageInfo: next ? { hasNextPage: true, endCursor: next } : noMore,
			},
		},
		extensions: requestedQueryCost ? { cost: { requestedQueryCost } } : undefined,
	});

async function ask(script: Scripted[], options: { limit?: number; file?: string } = {}) {
	const { client, sent } = scriptedClient(script);
	const result = await readOrders(
		{ client, shop, search: { date: 'processedAt', includeTest: false } },
		{
			limit: options.limit,
			download: async () => ({ status: 200, headers: {}, body: options.file ?? '' }),
		},
	);
	const variables = sent.map(({ body }) => JSON.parse(body ?? '{}').variables as GraphqlObject);
	return { result, variables, sent };
}

describe('paging', () => {
	it('takes larger pages as far as the cost of the last one allows', async () => {
		const { variables } = await ask(
			[page([order(1)], 'a', 60), page([order(2)], 'b', 500), page([order(3)])],
			{ limit: 100 },
		);
		expect(variables.map(({ first, after }) => [first, after])).toEqual([
			[1, null],
			[15, 'a'],
			[28, 'b'],
		]);
	});

	it('takes smaller ones when Shopify finds a page too expensive', async () => {
		const { result, variables } = await ask(
			[
				page([order(1)], 'a', 200),
				error('Query cost is 1200', 'MAX_COST_EXCEEDED'),
				page([order(2)]),
			],
			{ limit: 10 },
		);
		expect(result).toMatchObject({ ok: true });
		expect(variables.map(({ first }) => first)).toEqual([1, 4, 2]);
	});

	it('meets an order twice that moved while pages were turned, and gives it once, as it is now', async () => {
		const { result } = await ask(
			[page([order(1), order(2)], 'a'), page([order(1, { note: 'moved' })])],
			{ limit: 10 },
		);
		expect(result.ok && result.value.orders.map(({ name, note }) => [name, note])).toEqual([
			['#1', 'moved'],
			['#2', undefined],
		]);
	});

	it('leaves out test orders that Shopify sent nevertheless', async () => {
		const { result } = await ask([page([order(1, { test: true }), order(2)])]);
		expect(result.ok && result.value.orders.map(({ name }) => name)).toEqual(['#2']);
	});
});

describe('an order that goes on behind its page', () => {
	const long = (updatedAt: string) =>
		order(1, {
			updatedAt,
			lineItems: { nodes: [line(1)], pageInfo: { hasNextPage: true, endCursor: 'l1' } },
		});
	const rest = (updatedAt: string) =>
		json({ data: { order: { updatedAt, lineItems: { nodes: [line(2)], pageInfo: noMore } } } });
	const again = (updatedAt: string) => json({ data: { order: long(updatedAt) } });

	it('is read again from the start when it changed meanwhile', async () => {
		const { result, variables } = await ask([
			page([long('t1')]),
			rest('t2'),
			again('t2'),
			rest('t2'),
		]);
		expect(result).toMatchObject({
			ok: true,
			value: { orders: [{ updatedAt: 't2', lineItems: [{}, {}] }] },
		});
		expect(variables[1]).toEqual({ id: 'gid://shopify/Order/1', after: 'l1' });
	});

	it('is read again when its refund is newer than its header', async () => {
		const refund = { id: 'gid://shopify/Refund/5', processedAt: '2026-10-03T00:00:00Z' };
		const refunded = (updatedAt: string) => order(1, { updatedAt, refunds: [refund] });
		const none = { nodes: [], pageInfo: noMore };
		const lists = {
			refundLineItems: none,
			refundShippingLines: none,
			orderAdjustments: none,
			transactions: none,
		};
		const node = { __typename: 'Refund', ...refund, ...lists, order: { updatedAt: 't2' } };
		const details = json({ data: { nodes: [node] } });
		const { result } = await ask([
			page([refunded('t1')]),
			details,
			json({ data: { order: refunded('t2') } }),
			details,
		]);
		expect(result).toMatchObject({
			ok: true,
			value: { orders: [{ updatedAt: 't2', refunds: [{ ...refund, transactions: [] }] }] },
		});
	});

	it('is refused when it never holds still', async () => {
		const { result } = await ask([
			page([long('t1')]),
			rest('t2'),
			again('t2'),
			rest('t3'),
			again('t3'),
			rest('t4'),
		]);
		expect(result).toMatchObject({
			ok: false,
			problem: { code: 'changed-while-reading', where: 'Order #1' },
		});
	});

	it('is refused when it has more transactions than can be asked for', async () => {
		const { result } = await ask([
			page([order(1, { transactionsCount: { count: 101 } })]),
			json({ data: { order: { updatedAt: '2026-10-02T00:00:00Z', transactions: [{ id: '1' }] } } }),
		]);
		expect(result).toMatchObject({
			ok: false,
			problem: { code: 'incomplete-answer', where: 'Order #1' },
		});
	});
});

describe('a bulk operation', () => {
	const count = json({ data: { ordersCount: { count: 60 } } });
	const started = json({
		data: { bulkOperationRunQuery: { bulkOperation: { id: 'b' }, userErrors: [] } },
	});
	const state = (more: object) =>
		json({ data: { bulkOperation: { id: 'b', url: null, errorCode: null, ...more } } });
	const row = (fields: object) => JSON.stringify(fields);
	const parent = row({ ...order(1), lineItems: undefined, shippingLines: undefined });
	const child = row({ ...line(7), __parentId: 'gid://shopify/Order/1' });
	const begin = [page([order(1)], 'a'), count, started];
	const done = (objectCount: number) =>
		state({
			status: 'COMPLETED',
			url: 'https://files.example/x',
			objectCount: String(objectCount),
		});

	it('takes children that stand before their order', async () => {
		const { result } = await ask([...begin, state({ status: 'RUNNING' }), done(2)], {
			file: `${child}\n${parent}\n`,
		});
		expect(result).toMatchObject({
			ok: true,
			value: { orders: [{ name: '#1', lineItems: [{ id: 'gid://shopify/LineItem/7' }] }] },
		});
	});

	it.each([
		['is cut off within a line', `${parent}\n${child.slice(0, 20)}`, 2],
		['lacks a line', `${parent}\n`, 2],
		[
			'holds a stranger',
			`${parent}\n${row({ ...line(7), __parentId: 'gid://shopify/Order/9' })}`,
			2,
		],
	])(
		'is not believed when its file %s, and gives way to pages',
		async (_name, file, objectCount) => {
			const { result } = await ask([...begin, done(objectCount), page([order(2)])], { file });
			expect(result.ok && result.value.orders.map(({ name }) => name)).toEqual(['#1', '#2']);
		},
	);

	const denied = state({ status: 'FAILED', errorCode: 'ACCESS_DENIED' });

	it('that Shopify stopped for a missing scope is told', async () => {
		const again = Array.from({ length: 4 }, () => [started, denied]).flat();
		const { result } = await ask([...begin, denied, ...again]);
		expect(result).toMatchObject({ ok: false, problem: { code: 'access-denied' } });
	});

	it('that was denied a part of the customer is run again without it', async () => {
		const { result, variables } = await ask([...begin, denied, started, done(1)], {
			file: `${parent}\n`,
		});
		expect(result).toMatchObject({
			ok: true,
			value: { orders: [{ name: '#1' }], notes: [expect.stringMatching(/protected/)] },
		});
		const queries = variables.map(({ query }) => String(query ?? ''));
		expect(queries[2]).toContain('defaultEmailAddress');
		expect(queries[4]).not.toContain('defaultEmailAddress');
	});

	it.each([
		['FAILED', 'INTERNAL_SERVER_ERROR'],
		['CANCELED', null],
		['EXPIRED', null],
	])('that ended as %s gives way to pages', async (status, errorCode) => {
		const { result } = await ask([...begin, state({ status, errorCode }), page([order(2)])]);
		expect(result.ok && result.value.orders.map(({ name }) => name)).toEqual(['#1', '#2']);
	});

	it('that cannot start beside the others gives way to pages', async () => {
		const busy = json({
			data: {
				bulkOperationRunQuery: {
					bulkOperation: null,
					userErrors: [{ field: null, message: 'busy', code: 'OPERATION_IN_PROGRESS' }],
				},
			},
		});
		const { result } = await ask([page([order(1)], 'a'), count, busy, page([order(2)])]);
		expect(result.ok && result.value.orders.map(({ name }) => name)).toEqual(['#1', '#2']);
	});
});
