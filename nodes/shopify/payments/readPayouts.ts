import type { ShopifyClient } from '../client';
import { ok, type Outcome, type Shop } from '../types';
import { entityVariable, NO_ACCOUNT, pageOf, readAccounts, type PaymentsAccount } from './accounts';
import { turnPages } from './pages';
import { FIRST_PAGE, PAYOUT, payoutsQuery } from './queries';
import { byTime, isWithin, periodText } from './readBalanceTransactions';
import { readRowsOfPayouts } from './rowsOfPayouts';
import type { Payout, PayoutFacts, Period, Read } from './types';

/** Which payouts: those issued in [from, to). */
export interface PayoutSearch extends Period {
	/** Only with one of these statuses; empty for all. */
	statuses: string[];
}

interface Found {
	account: PaymentsAccount;
	payout: Payout;
}

/** Payouts of all accounts with all their rows, oldest first. */
export async function readPayouts(
	{ client, shop }: { client: ShopifyClient; shop: Shop },
	search: PayoutSearch,
	limit?: number,
): Promise<Outcome<Read<PayoutFacts>>> {
	const accounts = await readAccounts(client);
	if (!accounts.ok) return accounts;
	const found: Found[] = [];
	for (const account of accounts.value) {
		const payouts = await findPayouts(client, account, search, limit);
		if (!payouts.ok) return payouts;
		for (const payout of payouts.value) found.push({ account, payout });
	}
	found.sort((a, b) => oldestPayoutFirst(a.payout, b.payout));
	const facts = await withRows(client, shop, found.slice(0, limit));
	if (!facts.ok) return facts;
	const notes = accounts.value.length === 0 ? [NO_ACCOUNT] : [];
	if (limit !== undefined && found.length > limit) notes.push(moreThan(limit));
	return ok({ facts: facts.value, notes });
}

/** One payout more than the limit shows that there are more. */
async function findPayouts(
	client: ShopifyClient,
	account: PaymentsAccount,
	search: PayoutSearch,
	limit: number | undefined,
): Promise<Outcome<Payout[]>> {
	const found = new Map<string, Payout>();
	const enough = limit === undefined ? Number.POSITIVE_INFINITY : limit + 1;
	const read = await turnPages<Payout>(client, {
		operation: payoutsQuery(account.entity !== undefined, PAYOUT),
		variables: { ...entityVariable(account), query: periodText('issued_at', search) },
		firstSize: Math.min(FIRST_PAGE.payouts, enough),
		pageIn: pageOf('payouts'),
		visit: (nodes) => {
			for (const payout of nodes) if (isWanted(payout, search)) found.set(payout.id, payout);
			return found.size < enough;
		},
	});
	return read.ok ? ok([...found.values()]) : read;
}

/** The status is chosen here: which words Shopify's own filter takes is not documented. */
function isWanted(payout: Payout, search: PayoutSearch): boolean {
	const { statuses } = search;
	const chosen = statuses.length === 0 || statuses.includes(payout.status);
	return chosen && isWithin(payout.issuedAt, search);
}

async function withRows(
	client: ShopifyClient,
	shop: Shop,
	found: Found[],
): Promise<Outcome<PayoutFacts[]>> {
	const facts = new Map<string, PayoutFacts>();
	for (const account of new Set(found.map((one) => one.account))) {
		const payouts = found.filter((one) => one.account === account).map(({ payout }) => payout);
		const rows = await readRowsOfPayouts(client, account, payouts);
		if (!rows.ok) return rows;
		for (const payout of payouts) {
			const balanceTransactions = rows.value.get(payout.id) ?? [];
			facts.set(payout.id, { ...payout, balanceTransactions, shop });
		}
	}
	return ok(found.flatMap(({ payout }) => facts.get(payout.id) ?? []));
}

export function oldestPayoutFirst(a: Payout, b: Payout): number {
	return byTime(Date.parse(a.issuedAt) - Date.parse(b.issuedAt), a, b);
}

function moreThan(limit: number): string {
	return `There are more payouts than the limit of ${limit}. Turn on 'Return All', or the others will be missing from the books.`;
}
