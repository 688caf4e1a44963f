import type { ShopifyClient } from '../client';
import { idNumber } from '../orderFacts';
import { stamp } from '../orderSearch';
import { ok, type Outcome, type Shop } from '../types';
import { entityVariable, NO_ACCOUNT, pageOf, readAccounts, type PaymentsAccount } from './accounts';
import { turnPages } from './pages';
import { BALANCE_TRANSACTION, balanceTransactionsQuery, FIRST_PAGE } from './queries';
import type { BalanceTransaction, BalanceTransactionFacts, Period, Read } from './types';

/** Which rows: those whose transaction date lies in [from, to). */
export interface BalanceTransactionSearch extends Period {
	includeTest: boolean;
	/** Leaves out the rows that move the payouts themselves. */
	hideTransfers: boolean;
}

/** Rows of all accounts, oldest first. */
export async function readBalanceTransactions(
	{ client, shop }: { client: ShopifyClient; shop: Shop },
	search: BalanceTransactionSearch,
	limit?: number,
): Promise<Outcome<Read<BalanceTransactionFacts>>> {
	const accounts = await readAccounts(client);
	if (!accounts.ok) return accounts;
	const facts: BalanceTransactionFacts[] = [];
	for (const account of accounts.value) {
		const rows = await readRows(client, account, search, limit);
		if (!rows.ok) return rows;
		for (const row of rows.value) facts.push({ ...row, shop });
	}
	facts.sort(oldestRowFirst);
	const notes = accounts.value.length === 0 ? [NO_ACCOUNT] : [];
	if (limit === undefined || facts.length <= limit) return ok({ facts, notes });
	return ok({ facts: facts.slice(0, limit), notes: [...notes, moreThan(limit)] });
}

/** One row more than the limit shows that there are more. */
async function readRows(
	client: ShopifyClient,
	account: PaymentsAccount,
	search: BalanceTransactionSearch,
	limit: number | undefined,
): Promise<Outcome<BalanceTransaction[]>> {
	const found = new Map<string, BalanceTransaction>();
	const enough = limit === undefined ? Number.POSITIVE_INFINITY : limit + 1;
	const read = await turnPages<BalanceTransaction>(client, {
		operation: balanceTransactionsQuery(account.entity !== undefined, BALANCE_TRANSACTION),
		variables: {
			...entityVariable(account),
			query: periodText('processed_at', search),
			hideTransfers: search.hideTransfers,
		},
		firstSize: Math.min(FIRST_PAGE.balanceTransactions, enough),
		pageIn: pageOf('balanceTransactions'),
		visit: (nodes) => {
			for (const row of nodes) if (isWanted(row, search)) found.set(row.id, row);
			return found.size < enough;
		},
	});
	return read.ok ? ok([...found.values()]) : read;
}

function isWanted(row: BalanceTransaction, search: BalanceTransactionSearch): boolean {
	return (search.includeTest || !row.test) && isWithin(row.transactionDate, search);
}

/** @returns the text of Shopify's search syntax; null for no limit. */
export function periodText(filter: string, { from, to }: Period): string | null {
	const terms: string[] = [];
	if (from !== undefined) terms.push(`${filter}:>=${stamp(from)}`);
	if (to !== undefined) terms.push(`${filter}:<${stamp(to)}`);
	return terms.length === 0 ? null : terms.join(' ');
}

/** Shopify's times have whole seconds. */
export function isWithin(date: string, { from, to }: Period): boolean {
	const at = Date.parse(date);
	return (from === undefined || at >= from - 999) && (to === undefined || at < to);
}

export function oldestRowFirst(a: BalanceTransaction, b: BalanceTransaction): number {
	return byTime(Date.parse(a.transactionDate) - Date.parse(b.transactionDate), a, b);
}

export function byTime(apart: number, a: { id: string }, b: { id: string }): number {
	return apart !== 0 ? apart : idNumber(a.id) < idNumber(b.id) ? -1 : 1;
}

function moreThan(limit: number): string {
	return `There are more balance transactions than the limit of ${limit}. Turn on 'Return All', or the others will be missing from the books.`;
}
