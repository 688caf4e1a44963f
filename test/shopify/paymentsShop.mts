import { createShop } from '../../sandbox/shopify/shop/createShop.mts';
import type { Node } from '../../sandbox/shopify/shop/model.mts';
import { startShopifySandbox } from '../../sandbox/shopify/start.mts';
import { createShopifyClient } from '../../nodes/shopify/client.ts';
import { withPayouts } from '../../nodes/shopify/payments/payoutsOfOrders.ts';
import { readBalanceTransactions } from '../../nodes/shopify/payments/readBalanceTransactions.ts';
import type { BalanceTransactionSearch } from '../../nodes/shopify/payments/readBalanceTransactions.ts';
import { readDisputes, type DisputeSearch } from '../../nodes/shopify/payments/readDisputes.ts';
import { readPayouts, type PayoutSearch } from '../../nodes/shopify/payments/readPayouts.ts';
import { readOrders } from '../../nodes/shopify/readOrders.ts';
import { readShop } from '../../nodes/shopify/shop.ts';
import type { Outcome } from '../../nodes/shopify/types.ts';
import { fakeClock } from './clocks.ts';
import { fetchHttp } from './fetchHttp.mts';

interface Options {
	orders?: number;
	/** Currencies of further business entities, each with an account of its own. */
	entities?: string[];
	hideInEntities?: boolean;
	noAccount?: boolean;
}

export type OpenPayments = Awaited<ReturnType<typeof openPayments>>;

/** A month of Shopify Payments behind real HTTP; a problem is thrown as it is. */
export async function openPayments(options: Options = {}) {
	const shop = createShop({ seed: 11, month: '2026-10', orders: options.orders ?? 120 });
	const account = shop.shopifyPaymentsAccount;
	const accounts = [
		account,
		...(options.entities ?? []).map((currency) => addEntity(shop, currency)),
	];
	if (options.noAccount) {
		shop.shopifyPaymentsAccount = null as never;
		shop.businessEntities[0].shopifyPaymentsAccount = null;
		shop.disputes.length = 0;
	}
	if (options.hideInEntities) shop.businessEntities[0].shopifyPaymentsAccount = null;
	const sandbox = await startShopifySandbox({ shop, realTimeThrottle: false });
	const source = async (scopes?: string[]) => {
		const token = scopes ? sandbox.control.issueToken(scopes).accessToken : sandbox.accessToken;
		const { send } = fetchHttp(token);
		const client = createShopifyClient({ baseUrl: sandbox.url, send, clock: fakeClock() });
		return { client, shop: unwrap(await readShop(client)) };
	};
	return {
		sandbox,
		shop,
		account,
		accounts,
		calls: (label: string) => sandbox.control.log.count(label),
		payouts: async (search: Partial<PayoutSearch> = {}, limit?: number, scopes?: string[]) =>
			unwrap(await readPayouts(await source(scopes), { statuses: [], ...search }, limit)),
		rows: async (search: Partial<BalanceTransactionSearch> = {}, limit?: number) => {
			const all = { includeTest: false, hideTransfers: false, ...search };
			return unwrap(await readBalanceTransactions(await source(), all, limit));
		},
		disputes: async (search: Partial<DisputeSearch> = {}, limit?: number) =>
			unwrap(await readDisputes(await source(), { statuses: [], ...search }, limit)),
		ordersWithPayouts: async () => {
			const from = await source();
			const search = { date: 'processedAt' as const, includeTest: false };
			const download = fetchHttp().send;
			const read = unwrap(await readOrders({ ...from, search }, { download, bulkFrom: 1000 }));
			return unwrap(await withPayouts(from.client, read.orders));
		},
		close: async () => await sandbox.close(),
	};
}

/** Another entity whose account is that of a shop of its own; ids differ by a digit in front. */
function addEntity(shop: ReturnType<typeof createShop>, currency: string) {
	const other = createShop({ seed: 3, month: '2026-10', orders: 30, currency });
	const account = other.shopifyPaymentsAccount;
	const entity: Node = {
		...shop.businessEntities[0],
		id: `gid://shopify/BusinessEntity/4${shop.businessEntities.length}`,
		displayName: `Entity of ${currency}`,
		primary: false,
		shopifyPaymentsAccount: account,
	};
	const renumber = (id: string) => id.replace(/\/(\d+)$/, '/7$1');
	account.id = renumber(account.id);
	for (const payout of account.payouts) {
		payout.id = renumber(payout.id);
		payout.legacyResourceId = `7${payout.legacyResourceId}`;
		payout.businessEntity = entity;
	}
	for (const row of account.balanceTransactions) {
		row.id = renumber(row.id);
		const { id, status } = row.associatedPayout;
		row.associatedPayout = { id: id === null ? null : renumber(id), status };
	}
	shop.businessEntities.push(entity);
	return account;
}

function unwrap<T>(outcome: Outcome<T>): T {
	if (outcome.ok) return outcome.value;
	throw Object.assign(new Error(outcome.problem.what), outcome.problem);
}
