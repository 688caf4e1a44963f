import type { MoneyV2, Node, Order } from './model.mts';

/** The Shopify Payments side of the Admin API: ledger rows, payouts, disputes. */
export interface PaymentsAccount extends Node {
	balance: MoneyV2[];
	balanceTransactions: BalanceTransaction[];
	payouts: Payout[];
	disputes: Dispute[];
}

export interface BalanceTransaction extends Node {
	type: string;
	sourceType: string | null;
	amount: MoneyV2;
	fee: MoneyV2;
	net: MoneyV2;
	associatedOrder: { id: string; name: string } | null;
	associatedPayout: { id: string | null; status: string };
	adjustmentsOrders: Array<Record<string, unknown>>;
	adjustmentReason: string | null;
	sourceId: string | null;
	sourceOrderTransactionId: string | null;
	test: boolean;
	transactionDate: string;
}

export interface Payout extends Node {
	legacyResourceId: string;
	issuedAt: string;
	status: string;
	transactionType: string;
	net: MoneyV2;
	summary: Record<string, MoneyV2>;
	externalTraceId: string | null;
}

export interface Dispute extends Node {
	legacyResourceId: string;
	amount: MoneyV2;
	type: string;
	status: string;
	initiatedAt: string;
	order: Order | null;
}
