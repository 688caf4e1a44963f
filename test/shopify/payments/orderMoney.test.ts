import { createShopifyClient } from '../../../nodes/shopify/client';
import type { Operation, ShopifyClient } from '../../../nodes/shopify/client';
import { withOrders, type OrderMoney } from '../../../nodes/shopify/payments/orderMoney';
import { readPayouts } from '../../../nodes/shopify/payments/readPayouts';
import type { PayoutFacts } from '../../../nodes/shopify/payments/types';
import { failure } from '../../../nodes/shopify/problems';
import { readShop } from '../../../nodes/shopify/shop';
import { ok, type GraphqlObject, type Outcome } from '../../../nodes/shopify/types';
import { fakeClock } from '../clocks';
import { fetchHttp } from '../fetchHttp.mts';
import { openShop } from '../sandboxShop.mts';

type Row = GraphqlObject;

let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
	shop = await openShop({ orders: 150, realTimeThrottle: false });
});
afterEach(async () => await shop.close());

function valueOf<T>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(outcome.problem.what);
	return outcome.value;
}

async function payoutsOf(client: ShopifyClient): Promise<PayoutFacts[]> {
	const about = valueOf(await readShop(client));
	return valueOf(await readPayouts({ client, shop: about }, { statuses: [] })).facts;
}

const orderOf = (row: Row) => row.associatedOrder as { id: string; name: string } | null;
const orderIds = ({ balanceTransactions }: PayoutFacts) => [
	...new Set(balanceTransactions.flatMap((row) => orderOf(row)?.id ?? [])),
];
const asked = () => shop.labels().filter((label) => label.includes('OrderMoney')).length;

/** The sandbox's own order, to be changed before it is read. */
function stored(id: string): Row {
	const orders = shop.shop.orders as unknown as Row[];
	const order = orders.find((each) => each.id === id);
	if (order === undefined) throw new Error(`no order ${id}`);
	return order;
}

describe('the orders behind payouts', () => {
	it('are those that the rows name, with their money and their refunds', async () => {
		const client = shop.client();
		const payouts = await payoutsOf(client);
		const linked = valueOf(await withOrders(client, payouts));
		expect(linked.map(({ orders }) => orders.map(({ id }) => id))).toEqual(payouts.map(orderIds));
		const all = linked.flatMap(({ orders }) => orders);
		expect(all[0]).toMatchObject({
			name: expect.stringMatching(/^#/),
			processedAt: expect.any(String),
		});
		expect(all[0].transactions[0]).toMatchObject({
			kind: expect.any(String),
			gateway: expect.any(String),
			amountSet: { shopMoney: { amount: expect.any(String), currencyCode: 'USD' } },
		});
		const refunded = all.flatMap(({ refunds, transactions }) =>
			refunds.flatMap((refund) =>
				refund.transactions.map(({ id }) => transactions.find((each) => each.id === id)?.kind),
			),
		);
		expect(refunded.length).toBeGreaterThan(0);
		expect(new Set(refunded)).toEqual(new Set(['REFUND']));
	});

	it('are read in batches, each once for all payouts', async () => {
		const client = shop.client();
		const payouts = await payoutsOf(client);
		const ids = new Set(payouts.flatMap(orderIds));
		await withOrders(client, [...payouts, ...payouts]);
		expect(ids.size).toBeGreaterThan(30);
		expect(asked()).toBeLessThan(ids.size / 3);
		expect(asked()).toBeGreaterThan(0);
	});

	it('cost nothing where no row names an order', async () => {
		const client = shop.client();
		const bare = { balanceTransactions: [] };
		expect(valueOf(await withOrders(client, [bare]))).toEqual([{ ...bare, orders: [] }]);
		expect(asked()).toBe(0);
	});

	it('that the app may not see are left out', async () => {
		const payouts = await payoutsOf(shop.client());
		const payout = payouts.find((each) => orderIds(each).length > 2) as PayoutFacts;
		const [old, ...others] = orderIds(payout);
		stored(old).createdAt = '2026-01-01T00:00:00Z';
		const scopes = ['read_orders', 'read_shopify_payments_payouts', 'read_shopify_payments'];
		const { accessToken } = shop.sandbox.control.issueToken(scopes);
		const { send } = fetchHttp(accessToken);
		const client = createShopifyClient({ baseUrl: shop.sandbox.url, send, clock: fakeClock() });
		const [{ orders }] = valueOf(await withOrders(client, [payout]));
		expect(orders.map(({ id }) => id)).toEqual(others);
	});

	it('with more transactions than are read stop it, with their name', async () => {
		const client = shop.client();
		const payouts = await payoutsOf(client);
		const [id] = payouts.flatMap(orderIds);
		const order = stored(id);
		const [transaction] = order.transactions as Row[];
		order.transactions = Array.from({ length: 31 }, (_, n) => ({
			...transaction,
			id: `gid://shopify/OrderTransaction/99${n}`,
		}));
		order.transactionsCount = { count: 31, precision: 'EXACT' };
		expect(await withOrders(client, payouts)).toMatchObject({
			ok: false,
			problem: {
				code: 'incomplete-answer',
				where: expect.stringContaining(String(order.name)),
				fix: expect.stringContaining('Include Orders'),
			},
		});
	});
});

describe('batches', () => {
	const id = (n: number) => `gid://shopify/Order/${n}`;
	const payout = {
		balanceTransactions: Array.from({ length: 20 }, (_, n) => ({
			associatedOrder: { id: id(n), name: `#${n}` },
		})) as never,
	};
	const order = (each: string) => ({
		id: each,
		name: each,
		processedAt: '2026-10-05T10:00:00Z',
		transactionsCount: { count: 0 },
		transactions: [],
		refunds: [],
	});

	/** A shop that takes batches of so many orders only, at so many points each. */
	function shopOf(limit: number, points: number) {
		const sizes: number[] = [];
		const ask = async (_operation: Operation, variables: GraphqlObject = {}) => {
			const ids = variables.ids as string[];
			sizes.push(ids.length);
			if (ids.length > limit) return failure('query-too-expensive', 'Too much', 'Ask for less');
			return ok({ data: { nodes: ids.map(order) }, requestedCost: points * ids.length });
		};
		return { sizes, client: { ask } as unknown as ShopifyClient };
	}

	const idsIn = (outcome: Outcome<Array<{ orders: OrderMoney[] }>>) =>
		valueOf(outcome).flatMap(({ orders }) => orders.map((each) => each.id));

	it('grow as the cost of the last one allows', async () => {
		const { sizes, client } = shopOf(100, 20);
		expect(idsIn(await withOrders(client, [payout]))).toHaveLength(20);
		expect(sizes).toEqual([5, 15]);
	});

	it('shrink where Shopify finds them too expensive, and lose none', async () => {
		const { sizes, client } = shopOf(2, 1);
		const ids = idsIn(await withOrders(client, [payout]));
		expect(ids).toEqual(Array.from({ length: 20 }, (_, n) => id(n)));
		expect(Math.min(...sizes)).toBeGreaterThan(0);
	});

	it('of a single order that is too expensive end with what Shopify said', async () => {
		const { client } = shopOf(0, 1);
		expect(await withOrders(client, [payout])).toMatchObject({
			ok: false,
			problem: { code: 'query-too-expensive' },
		});
	});
});
