import type { ShopifyClient } from '../client';
import type { Page } from '../orderFacts';
import {
	entityVariable,
	NO_ACCOUNT,
	pageOf,
	readAccounts,
	type PaymentsAccount,
} from '../payments/accounts';
import { turnPages } from '../payments/pages';
import {
	BALANCE_TRANSACTION,
	balanceTransactionsQuery,
	DISPUTES,
	PAYOUT,
	payoutsQuery,
} from '../payments/queries';
import { readRowsOfPayouts } from '../payments/rowsOfPayouts';
import type { BalanceTransaction, Dispute, Payout } from '../payments/types';
import { readOrdersById } from '../readRefunds';
import { readShop } from '../shop';
import { ok, type GraphqlObject, type Outcome, type Shop } from '../types';
import { NEWEST_ORDERS } from './lookQueries';
import { happeningsOf, newsFrom } from './orderEvents';
import type { BalanceNews } from './pollBalance';
import type { OrderNews } from './pollOrders';
import type { TriggeredFact } from './settings';

/** For a run by hand: the newest facts as they are, remembered nowhere. */

const SAMPLES = { payouts: 2, rows: 5, disputes: 2, orders: 20 } as const;

interface Samples {
	facts: TriggeredFact[];
	/** Why there may be none. */
	notes: string[];
}

export async function sampleBalance(
	client: ShopifyClient,
	settings: BalanceSampling,
): Promise<Outcome<Samples>> {
	const shop = await readShop(client);
	if (!shop.ok) return shop;
	const onlyDisputes = [...settings.news].every((kind) => kind === 'disputeChanged');
	const accounts = onlyDisputes ? ok([]) : await readAccounts(client);
	if (!accounts.ok) return accounts;
	const facts: TriggeredFact[] = [];
	for (const account of accounts.value) {
		const found = await sampleAccount(client, account, settings);
		if (!found.ok) return found;
		facts.push(...found.value.map((fact) => ({ ...fact, shop: shop.value })));
	}
	if (settings.news.has('disputeChanged')) {
		const disputes = await newest<Dispute>(client, {
			operation: DISPUTES,
			variables: { query: null, reverse: true },
			size: SAMPLES.disputes,
			pageIn: ({ disputes: page }) => page as Page<Dispute> | null,
		});
		if (!disputes.ok) return disputes;
		const own = triggered(disputes.value, 'disputeChanged');
		facts.push(...own.map((fact) => ({ ...fact, shop: shop.value })));
	}
	const none = !onlyDisputes && accounts.value.length === 0;
	return ok({ facts, notes: none ? [NO_ACCOUNT] : [] });
}

interface BalanceSampling {
	news: ReadonlySet<BalanceNews>;
	includeTest: boolean;
}

async function sampleAccount(
	client: ShopifyClient,
	account: PaymentsAccount,
	{ news, includeTest }: BalanceSampling,
): Promise<Outcome<TriggeredFact[]>> {
	const inEntity = account.entity !== undefined;
	const variables = { ...entityVariable(account), query: null, reverse: true };
	const facts: TriggeredFact[] = [];
	if (news.has('balanceTransaction')) {
		const rows = await newest<BalanceTransaction>(client, {
			operation: balanceTransactionsQuery(inEntity, BALANCE_TRANSACTION),
			variables,
			size: SAMPLES.rows,
			pageIn: pageOf('balanceTransactions'),
		});
		if (!rows.ok) return rows;
		const wanted = rows.value.filter(({ test }) => includeTest || !test);
		facts.push(...triggered(wanted, 'balanceTransaction'));
	}
	const kind = (['payoutCreated', 'payoutChanged'] as const).find((one) => news.has(one));
	if (kind === undefined) return ok(facts);
	const payouts = await newest<Payout>(client, {
		operation: payoutsQuery(inEntity, PAYOUT),
		variables,
		size: SAMPLES.payouts,
		pageIn: pageOf('payouts'),
	});
	if (!payouts.ok) return payouts;
	const rows = await readRowsOfPayouts(client, account, payouts.value);
	if (!rows.ok) return rows;
	const whole = payouts.value.map((payout) => ({
		...payout,
		balanceTransactions: rows.value.get(payout.id) ?? [],
	}));
	return ok([...facts, ...triggered(whole, kind)]);
}

interface Newest<T> extends Omit<Parameters<typeof turnPages<T>>[1], 'visit' | 'firstSize'> {
	size: number;
}

async function newest<T extends GraphqlObject>(
	client: ShopifyClient,
	{ size, ...request }: Newest<T>,
): Promise<Outcome<T[]>> {
	const found: T[] = [];
	const read = await turnPages<T>(client, {
		...request,
		firstSize: size,
		visit: (nodes) => {
			found.push(...nodes);
			return false;
		},
	});
	return read.ok ? ok(found) : read;
}

function triggered(facts: GraphqlObject[], kind: string): TriggeredFact[] {
	return facts.map((fact) => ({ ...fact, triggeredBy: [kind] }));
}

export async function sampleOrders(
	client: ShopifyClient,
	{ news, includeTest }: { news: ReadonlySet<OrderNews>; includeTest: boolean },
): Promise<Outcome<Samples>> {
	const answer = await client.ask<{ shop: Shop; orders: { nodes: Array<{ id: string }> } }>(
		NEWEST_ORDERS,
		{ first: SAMPLES.orders, query: includeTest ? '' : 'test:false' },
	);
	if (!answer.ok) return answer;
	const { shop, orders } = answer.value.data;
	const search = { date: 'updatedAt' as const, includeTest };
	const ids = orders.nodes.map(({ id }) => id);
	const read = await readOrdersById({ client, shop, search }, ids);
	if (!read.ok) return read;
	const facts = read.value.orders.flatMap((order): TriggeredFact[] => {
		const kinds = newsFrom(happeningsOf(order), order, 0).filter((kind) => news.has(kind));
		const refunds = news.has('refundCreated') ? order.refunds : [];
		return [
			...(kinds.length > 0 ? [{ ...order, triggeredBy: kinds }] : []),
			...refunds.map((refund) => ({ ...order, refund, triggeredBy: ['refundCreated'] })),
		];
	});
	return ok({ facts, notes: [] });
}
