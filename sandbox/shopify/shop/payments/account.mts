import { DAY, dateTime, type Calendar } from '../calendar.mts';
import type { Ids } from '../ids.mts';
import type { Market } from '../market.mts';
import type { Node } from '../model.mts';
import type { Dispute, PaymentsAccount } from '../modelPayments.mts';
import { moneyV2 } from '../money.mts';
import type { PayoutTruth } from '../truthModel.mts';
import { payOut, payoutTruth, projectPayout } from './payouts.mts';
import { netOfRow, projectRow, type Row } from './rows.mts';

interface Account {
	account: PaymentsAccount;
	payouts: PayoutTruth[];
	/** Not yet in a payout, minor units. */
	balance: number;
}

/** What is the account's own, beside its ledger. */
export interface AccountSettings {
	/** The shop's first account is 0. */
	place?: number;
	isTroubled?: boolean;
}

/** The Shopify Payments account: its ledger, paid out day by day. */
export function createPaymentsAccount(
	ids: Ids,
	market: Market,
	calendar: Calendar,
	rows: Row[],
	disputes: Dispute[],
	businessEntity: Node,
	{ place = 0, isTroubled }: AccountSettings = {},
): Account {
	const { currency } = market;
	const payouts = payOut(ids, calendar, rows, isTroubled);
	// The month's world ends at its "now": nothing in the ledger is younger.
	const ledger = rows
		.filter((row) => row.at <= calendar.asOf || row.payout !== null)
		.sort((a, b) => a.at - b.at);
	const open = ledger.filter((row) => row.payout === null && !row.test);
	const balance = open.reduce((sum, row) => sum + netOfRow(row), 0);
	const bankAccount = createBankAccount(market, calendar.start, place);
	const account: PaymentsAccount = {
		id: `gid://shopify/ShopifyPaymentsAccount/${60_220_030_001 + place}`,
		activated: true,
		onboardable: true,
		accountOpenerName: 'Robin Example',
		country: market.countryCode,
		defaultCurrency: currency,
		chargeStatementDescriptor: 'NORTHWIND',
		payoutStatementDescriptor: 'NORTHWIND GOODS',
		payoutSchedule: { interval: 'DAILY', weeklyAnchor: null, monthlyAnchor: null },
		balance: [moneyV2(balance, currency)],
		bankAccounts: [bankAccount],
		balanceTransactions: ledger.map((row) => projectRow(ids, row, currency)),
		payouts: payouts.map((payout) => projectPayout(payout, currency, businessEntity, bankAccount)),
		disputes,
	};
	bankAccount.payouts = account.payouts;
	businessEntity.shopifyPaymentsAccount = account;
	return { account, balance, payouts: payouts.map((payout) => payoutTruth(payout, calendar)) };
}

function createBankAccount(market: Market, monthStart: number, place: number): Node {
	return {
		id: `gid://shopify/ShopifyPaymentsBankAccount/${88_130_044 + place}`,
		accountNumberLastDigits: String(6789 + place),
		bankName: market.countryCode === 'US' ? 'Example Bank (Shopify Balance)' : 'Example Bank plc',
		country: market.countryCode,
		currency: market.currency,
		status: 'VERIFIED',
		createdAt: dateTime(monthStart - 400 * DAY),
		payouts: [],
	};
}
