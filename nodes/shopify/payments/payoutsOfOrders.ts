import type { ShopifyClient } from '../client';
import { ok, type GraphqlObject, type OrderFacts, type Outcome } from '../types';
import { entityVariable, NO_ACCOUNT, pageOf, readAccounts, type PaymentsAccount } from './accounts';
import { turnPages } from './pages';
import { balanceTransactionsQuery, payoutsQuery } from './queries';
import { periodText } from './readBalanceTransactions';
import type { Period } from './types';

/** The payout that holds the money of a transaction. */
export interface PayoutOfTransaction {
	id: string;
	issuedAt: string;
	status: string;
}

interface Row {
	sourceType: string | null;
	sourceOrderTransactionId: string | null;
	associatedPayout: { id: string | null };
}

const ROW = 'sourceType sourceOrderTransactionId associatedPayout { id }';
const PAYOUT = 'id issuedAt status';
/** Cheap rows and payouts: even multiplied out they stay within the allowance. */
const PAGE = 250;

const HOUR_MS = 3_600_000;
/** A row of the ledger may be dated later than the transaction that it comes from. */
const LATER_MS = 72 * HOUR_MS;

/**
 * Adds `payout` to each transaction that moved the Shopify Payments balance; null while no payout
 * has taken it. The ledger has no search by order, so the rows of the orders' time are read once
 * and joined by the transaction that they came from.
 */
export async function withPayouts<Order extends OrderFacts>(
	client: ShopifyClient,
	orders: Order[],
): Promise<Outcome<{ orders: Order[]; notes: string[] }>> {
	const times = orders.flatMap((order) =>
		transactionsIn(order)
			.filter(isOfShopifyPayments)
			.map(({ processedAt }) => Date.parse(String(processedAt))),
	);
	if (times.length === 0) return ok({ orders, notes: [] });
	const accounts = await readAccounts(client);
	if (!accounts.ok) return accounts;
	const [first, last] = times.reduce(
		([min, max], time) => [Math.min(min, time), Math.max(max, time)],
		[times[0], times[0]],
	);
	const period = { from: first - HOUR_MS, to: last + LATER_MS };
	const payoutOf = new Map<string, PayoutOfTransaction | null>();
	for (const account of accounts.value) {
		const joined = await joinRows(client, account, period, payoutOf);
		if (!joined.ok) return joined;
	}
	const notes = accounts.value.length === 0 ? [NO_ACCOUNT] : [];
	return ok({ orders: orders.map((order) => withPayoutsOf(order, payoutOf)), notes });
}

async function joinRows(
	client: ShopifyClient,
	account: PaymentsAccount,
	period: Period,
	payoutOf: Map<string, PayoutOfTransaction | null>,
): Promise<Outcome<undefined>> {
	const rows: Row[] = [];
	const read = await turnPages<Row>(client, {
		operation: balanceTransactionsQuery(account.entity !== undefined, ROW),
		variables: {
			...entityVariable(account),
			query: periodText('processed_at', period),
			hideTransfers: true,
		},
		firstSize: PAGE,
		pageIn: pageOf('balanceTransactions'),
		visit: (nodes) => rows.push(...nodes) >= 0,
	});
	if (!read.ok) return read;
	const payouts = await readPayoutDates(client, account, period);
	if (!payouts.ok) return payouts;
	// a charge may bring further rows, such as a withheld tax, which can be paid out later
	for (const row of rows.sort((a, b) => Number(isCharge(b)) - Number(isCharge(a)))) {
		const source = row.sourceOrderTransactionId;
		if (source === null || payoutOf.has(source)) continue;
		payoutOf.set(source, payouts.value.get(row.associatedPayout.id ?? '') ?? null);
	}
	return ok(undefined);
}

/** A row's payout says no date. No payout is issued before its rows. */
async function readPayoutDates(
	client: ShopifyClient,
	account: PaymentsAccount,
	{ from }: Period,
): Promise<Outcome<Map<string, PayoutOfTransaction>>> {
	const payouts = new Map<string, PayoutOfTransaction>();
	const read = await turnPages<PayoutOfTransaction>(client, {
		operation: payoutsQuery(account.entity !== undefined, PAYOUT),
		variables: { ...entityVariable(account), query: periodText('issued_at', { from }) },
		firstSize: PAGE,
		pageIn: pageOf('payouts'),
		visit: (nodes) => {
			for (const payout of nodes) payouts.set(payout.id, payout);
			return true;
		},
	});
	return read.ok ? ok(payouts) : read;
}

const isCharge = ({ sourceType }: Row): boolean =>
	sourceType === 'CHARGE' || sourceType === 'REFUND';

/** Any gateway that Shopify Payments settles has rows; this one certainly does. */
function isOfShopifyPayments({ gateway, processedAt }: GraphqlObject): boolean {
	return gateway === 'shopify_payments' && typeof processedAt === 'string';
}

/** Of the order itself, and of its refunds, which list theirs again. */
function transactionsIn({ transactions, refunds }: OrderFacts): GraphqlObject[] {
	return [...transactions, ...refunds.flatMap(transactionsOf)];
}

function transactionsOf({ transactions }: GraphqlObject): GraphqlObject[] {
	return Array.isArray(transactions) ? (transactions as GraphqlObject[]) : [];
}

function withPayoutsOf<Order extends OrderFacts>(
	order: Order,
	payoutOf: ReadonlyMap<string, PayoutOfTransaction | null>,
): Order {
	const named = (transaction: GraphqlObject): GraphqlObject => {
		const number = String(transaction.id).split('/').at(-1) ?? '';
		if (!payoutOf.has(number) && !isOfShopifyPayments(transaction)) return transaction;
		return { ...transaction, payout: payoutOf.get(number) ?? null };
	};
	const inRefund = <Refund extends GraphqlObject>(refund: Refund): Refund => ({
		...refund,
		transactions: transactionsOf(refund).map(named),
	});
	const { refund } = order as GraphqlObject;
	return {
		...order,
		transactions: order.transactions.map(named),
		refunds: order.refunds.map(inRefund),
		...(refund === undefined ? {} : { refund: inRefund(refund as GraphqlObject) }),
	};
}
