import { orderToDocuments } from '../../nodes/accounting/orderDocuments/index.ts';
import { salesReceiptPolicy, type SalesReceiptPolicy } from '../../nodes/accounting/policy.ts';
import { refundToRefundReceipt } from '../../nodes/accounting/refundToRefundReceipt/index.ts';
import { balanceToEntry } from '../../nodes/accounting/balanceToEntry/index.ts';
import { feeToBill } from '../../nodes/accounting/feeToBill/index.ts';
import { ledgerPolicy, type LedgerPolicy } from '../../nodes/accounting/ledgerPolicy.ts';
import { LEDGER_TYPES } from '../../nodes/accounting/ledgerTypes/index.ts';
import { payoutToDeposit } from '../../nodes/accounting/payoutToDeposit/index.ts';
import { withOrders } from '../../nodes/shopify/payments/orderMoney.ts';
import { readBalanceTransactions } from '../../nodes/shopify/payments/readBalanceTransactions.ts';
import { readPayouts } from '../../nodes/shopify/payments/readPayouts.ts';
import { readShop } from '../../nodes/shopify/shop.ts';
import { openShop } from '../shopify/sandboxShop.mts';

type Item = Record<string, unknown>;
type Held = { amount: string; currencyCode: string };

/** What a shop of the sandbox gives to the mappers, read the way the nodes read it. */
export interface ShopFacts {
	orders: Item[];
	refunds: Item[];
	payouts: Item[];
	rows: Item[];
	/** Requests to Shopify. */
	calls: number;
	/** What Shopify says that it holds, by currency, as decimals: outside all payouts. */
	held: Map<string, string>;
}

/** Reads everything of a month of a generated shop, over HTTP. */
export async function readEverything(options: Parameters<typeof openShop>[0]): Promise<ShopFacts> {
	const shop = await openShop(options);
	const client = shop.client();
	const about = valueOf(await readShop(client));
	const source = { client, shop: about };
	const orders = valueOf((await shop.ask()).result).orders;
	const refunds = valueOf((await shop.askRefunds()).result).refunds;
	const payouts = valueOf(await readPayouts(source, { statuses: [] })).facts;
	const linked = valueOf(await withOrders(client, payouts));
	const search = { includeTest: false, hideTransfers: false };
	const rows = valueOf(await readBalanceTransactions(source, search)).facts;
	const held = new Map(
		shop.shop.businessEntities
			.map((entity) => entity.shopifyPaymentsAccount as { balance: Held[] })
			.flatMap(({ balance }) => balance.map((each) => [each.currencyCode, each.amount] as const)),
	);
	const calls = shop.labels().length;
	await shop.close();
	return {
		orders: orders as Item[],
		refunds: refunds as unknown as Item[],
		payouts: linked as Item[],
		rows: rows as Item[],
		calls,
		held,
	};
}

function valueOf<T>(outcome: { ok: true; value: T } | { ok: false; problem: unknown }): T {
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
	return outcome.value;
}

/** Every gateway but Shopify Payments has a clearing account of its own. */
export const ORDER_POLICY = salesReceiptPolicy({
	saleForm: 'Invoice and Payments',
	paymentAccounts: [
		{
			gateway: 'shopify_payments',
			account: { account: 'Shopify Payments Clearing', type: 'Bank' },
		},
		{ gateway: '*', account: { account: 'Other Payments', type: 'Bank' } },
	],
});

/** Documents of all orders and refunds; what is no document (yet) is left out. */
export function saleDocuments(
	{ orders, refunds }: ShopFacts,
	policy: SalesReceiptPolicy | ((item: Item) => SalesReceiptPolicy) = ORDER_POLICY,
): { documents: object[]; problems: string[] } {
	const policyOf = typeof policy === 'function' ? policy : () => policy;
	const outcomes = [
		...orders.map((order) => orderToDocuments(order, policyOf(order))),
		...refunds.map((refund) => refundToRefundReceipt(refund, policyOf(refund))),
	];
	return {
		documents: outcomes.flatMap((each) => (each.kind === 'documents' ? each.documents : [])),
		problems: outcomes.flatMap((each) =>
			each.kind === 'problem' ? [`${each.problem.where}: ${each.problem.what}`] : [],
		),
	};
}

export const ASK_ME = { account: 'Ask My Accountant', type: 'Other Expense' } as const;

/** A user who has said an account for every type that must be confirmed. */
export const LEDGER_POLICY = ledgerPolicy({
	payouts: { banks: [{ payoutsOf: '*', account: { account: 'Checking', type: 'Bank' } }] },
	typeRules: [...LEDGER_TYPES.values()]
		.filter(({ confirm }) => confirm)
		.map(({ type }) => ({ type, reason: '', account: ASK_ME })),
});

/** Documents of payouts, their fees, and everything else in the ledger, payouts or not. */
export function ledgerDocuments(
	{ payouts, rows }: ShopFacts,
	policy: LedgerPolicy | ((item: Item) => LedgerPolicy) = LEDGER_POLICY,
): { documents: object[]; problems: string[] } {
	const policyOf = typeof policy === 'function' ? policy : () => policy;
	const outcomes = [
		...payouts.map((payout) => payoutToDeposit(payout, policyOf(payout))),
		...payouts.map((payout) => feeToBill(payout, policyOf(payout))),
		...rows.map((row) => balanceToEntry(row, policyOf(row))),
	];
	return {
		documents: outcomes.flatMap((each) => (each.kind === 'documents' ? each.documents : [])),
		problems: outcomes.flatMap((each) =>
			each.kind === 'problem' ? [`${each.problem.where}: ${each.problem.what}`] : [],
		),
	};
}
