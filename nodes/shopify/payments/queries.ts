import type { Operation } from '../client';
import { MAX_QUERY_COST, PAGE_INFO, query } from '../queries';

const AMOUNT = '{ amount currencyCode }';

/** What a row of the Shopify Payments ledger is made of. Amounts are in the payout's currency. */
export const BALANCE_TRANSACTION = `id type sourceType sourceId sourceOrderTransactionId
	transactionDate test adjustmentReason amount ${AMOUNT} fee ${AMOUNT} net ${AMOUNT}
	associatedOrder { id name } associatedPayout { id status }
	adjustmentsOrders { orderTransactionId name link amount ${AMOUNT} fees ${AMOUNT} net ${AMOUNT} }`;

const SUMMARY = [
	'chargesGross',
	'chargesFee',
	'refundsFeeGross',
	'refundsFee',
	'adjustmentsGross',
	'adjustmentsFee',
	'reservedFundsGross',
	'reservedFundsFee',
	'retriedPayoutsGross',
	'retriedPayoutsFee',
	'advanceGross',
	'advanceFees',
	'usdcRebateCreditAmount',
];

/** Its bank account is left out: Shopify gives it only with a scope of its own, and deprecated. */
export const PAYOUT = `id legacyResourceId issuedAt status transactionType externalTraceId
	net ${AMOUNT} businessEntity { id displayName }
	summary { ${SUMMARY.map((field) => `${field} ${AMOUNT}`).join(' ')} }`;

export const DISPUTE = `id legacyResourceId type status amount ${AMOUNT}
	reasonDetails { reason networkReasonCode } initiatedAt evidenceDueBy evidenceSentOn finalizedOn
	order { id legacyResourceId name }`;

/** Sizes of a first page: within the allowance even if Shopify multiplied everything out. */
export const FIRST_PAGE = { balanceTransactions: 90, payouts: 45, disputes: 150 } as const;

/**
 * Each business entity has an account of its own, in the currencies of its country. The account
 * of the shop is asked for besides, in case a shop shows it only there.
 */
export const ACCOUNTS = query(
	'PaymentsAccounts',
	10,
	`query PaymentsAccounts {
	shopifyPaymentsAccount { id }
	businessEntities { id displayName shopifyPaymentsAccount { id } }
}`,
);

/** @param inEntity false for the account that the shop itself shows. */
function ofAccount(inEntity: boolean, name: string, variables: string, selection: string): string {
	return inEntity
		? `query ${name}($entity: ID!, ${variables}) {
	account: businessEntity(id: $entity) { shopifyPaymentsAccount { ${selection} } }
}`
		: `query ${name}(${variables}) { shopifyPaymentsAccount { ${selection} } }`;
}

const PAGE_VARIABLES = '$first: Int!, $after: String, $query: String, $reverse: Boolean';
const PAGE_ARGUMENTS = 'first: $first, after: $after, query: $query, reverse: $reverse';

export function balanceTransactionsQuery(inEntity: boolean, selection: string): Operation {
	return query(
		'BalanceTransactions',
		MAX_QUERY_COST,
		ofAccount(
			inEntity,
			'BalanceTransactions',
			`${PAGE_VARIABLES}, $hideTransfers: Boolean`,
			`balanceTransactions(${PAGE_ARGUMENTS}, hideTransfers: $hideTransfers, sortKey: PROCESSED_AT) {
		nodes { ${selection} } ${PAGE_INFO}
	}`,
		),
	);
}

export function payoutsQuery(inEntity: boolean, selection: string): Operation {
	return query(
		'Payouts',
		MAX_QUERY_COST,
		ofAccount(
			inEntity,
			'Payouts',
			PAGE_VARIABLES,
			`payouts(${PAGE_ARGUMENTS}, sortKey: ISSUED_AT) { nodes { ${selection} } ${PAGE_INFO} }`,
		),
	);
}

/** Those of all accounts; the list has no order that could be asked for. */
export const DISPUTES = query(
	'Disputes',
	MAX_QUERY_COST,
	`query Disputes(${PAGE_VARIABLES}) {
	disputes(${PAGE_ARGUMENTS}) { nodes { ${DISPUTE} } ${PAGE_INFO} }
}`,
);
