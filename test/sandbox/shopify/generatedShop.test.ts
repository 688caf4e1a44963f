import { startShopifySandbox, type ShopifySandbox } from '../../../sandbox/shopify/start.mts';
import { ask, download } from './client.mts';

let sandbox: ShopifySandbox;
beforeAll(async () => {
	sandbox = await startShopifySandbox({ orders: 60, realTimeThrottle: false });
});
afterAll(async () => await sandbox.close());

const MONEY = `fragment M on MoneyBag {
	shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }`;

interface Page {
	nodes: Array<{ id: string }>;
	pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Pages through a root connection, or one under shopifyPaymentsAccount. */
async function all(field: string, selection: string, payments = false): Promise<string[]> {
	const page = `${field}(first: 25, after: $after) {
		nodes { id ${selection} } pageInfo { hasNextPage endCursor } }`;
	const root = payments ? `shopifyPaymentsAccount { ${page} }` : page;
	const query = `query All($after: String) { ${root} } ${selection.includes('...M') ? MONEY : ''}`;
	const found: string[] = [];
	let after: string | null = null;
	do {
		const { body } = await ask(sandbox, query, { variables: { after } });
		expect(body.errors).toBeUndefined();
		const parent = payments ? body.data?.shopifyPaymentsAccount : body.data;
		const { nodes, pageInfo } = (parent as Record<string, Page>)[field];
		found.push(...nodes.map(({ id }) => id));
		after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
	} while (after !== null);
	return found.sort();
}

const ids = (objects: readonly object[]) => objects.map((one) => (one as { id: string }).id).sort();

describe('the generated shop through the API', () => {
	it('shows every order once, whole, without an error', async () => {
		const selection = `legacyResourceId name createdAt processedAt updatedAt test
			displayFinancialStatus totalPriceSet { ...M } currentTotalPriceSet { ...M }
			customer { displayName defaultEmailAddress { emailAddress } }
			lineItems(first: 5) { nodes { id sku isGiftCard originalTotalSet { ...M }
				taxLines { title rate channelLiable priceSet { ...M } } } }
			transactions { id kind status gateway amountSet { ...M } }
			refunds { id processedAt totalRefundedSet { ...M } }`;
		expect(await all('orders', selection)).toEqual(ids(sandbox.shop.orders));
	});

	it('shows the whole ledger of Shopify Payments', async () => {
		const { payouts, balanceTransactions } = sandbox.shop.shopifyPaymentsAccount;
		const payout =
			'legacyResourceId issuedAt status net { amount } summary { chargesFee { amount } }';
		expect(await all('payouts', payout, true)).toEqual(ids(payouts));
		const row = `type sourceType sourceOrderTransactionId transactionDate amount { amount }
			fee { amount } net { amount } associatedOrder { id name } associatedPayout { id status }`;
		expect(await all('balanceTransactions', row, true)).toEqual(ids(balanceTransactions));
	});

	it('lets an app without read_all_orders see the month, whatever the year is', async () => {
		const { accessToken } = sandbox.control.issueToken(['read_orders']);
		const { body } = await ask(sandbox, '{ ordersCount { count } }', { token: accessToken });
		expect(body.data).toEqual({ ordersCount: { count: sandbox.shop.orders.length } });
	});

	it('exports the same orders in bulk', async () => {
		const run = `mutation { bulkOperationRunQuery(query: "{ orders { edges { node { id } } } }") {
			bulkOperation { id } userErrors { message } } }`;
		const started = (await ask(sandbox, run)).body.data?.bulkOperationRunQuery;
		const { id } = (started as { bulkOperation: { id: string } }).bulkOperation;
		const poll = `{ bulkOperation(id: "${id}") { status url } }`;
		await ask(sandbox, poll);
		const done = (await ask(sandbox, poll)).body.data?.bulkOperation as { url: string };
		const lines = await download(done.url);
		expect(lines.map((line) => line.id as string).sort()).toEqual(ids(sandbox.shop.orders));
	});
});
