import type { ShopifyClient } from '../client';
import { ok, type Outcome } from '../types';
import { entityVariable, pageOf, type PaymentsAccount } from './accounts';
import { turnPages } from './pages';
import { BALANCE_TRANSACTION, balanceTransactionsQuery, FIRST_PAGE } from './queries';
import { oldestRowFirst } from './readBalanceTransactions';
import type { BalanceTransaction, Payout } from './types';

/** The rows of this many payouts are asked for together; the text of a search is not endless. */
const PAYOUTS_AT_ONCE = 20;

export type RowsByPayout = Map<string, BalanceTransaction[]>;

/**
 * Every row of each payout by the payout's id, oldest first: one search for many payouts. Rows
 * that belong elsewhere are dropped, and a payout that got none is asked for by itself, in case
 * Shopify understood the joint search differently.
 */
export async function readRowsOfPayouts(
	client: ShopifyClient,
	account: PaymentsAccount,
	payouts: Payout[],
): Promise<Outcome<RowsByPayout>> {
	const rows: RowsByPayout = new Map();
	for (let from = 0; from < payouts.length; from += PAYOUTS_AT_ONCE) {
		const batch = payouts.slice(from, from + PAYOUTS_AT_ONCE);
		const together = await addRows(client, account, batch, rows);
		if (!together.ok) return together;
		for (const payout of batch.length > 1 ? batch : []) {
			if (rows.get(payout.id)?.length) continue;
			const alone = await addRows(client, account, [payout], rows);
			if (!alone.ok) return alone;
		}
	}
	for (const list of rows.values()) list.sort(oldestRowFirst);
	return ok(rows);
}

async function addRows(
	client: ShopifyClient,
	account: PaymentsAccount,
	payouts: Payout[],
	rows: RowsByPayout,
): Promise<Outcome<undefined>> {
	const known = new Map(payouts.map(({ id }) => [id, new Map<string, BalanceTransaction>()]));
	const read = await turnPages<BalanceTransaction>(client, {
		operation: balanceTransactionsQuery(account.entity !== undefined, BALANCE_TRANSACTION),
		variables: {
			...entityVariable(account),
			query: payouts
				.map(({ legacyResourceId }) => `payments_transfer_id:${legacyResourceId}`)
				.join(' OR '),
		},
		firstSize: FIRST_PAGE.balanceTransactions,
		pageIn: pageOf('balanceTransactions'),
		visit: (nodes) => {
			for (const row of nodes) known.get(row.associatedPayout.id ?? '')?.set(row.id, row);
			return true;
		},
	});
	if (!read.ok) return read;
	for (const [id, found] of known) rows.set(id, [...found.values()]);
	return ok(undefined);
}
