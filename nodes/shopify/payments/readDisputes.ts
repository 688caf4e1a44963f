import type { ShopifyClient } from '../client';
import type { Page } from '../orderFacts';
import { ok, type GraphqlObject, type Outcome, type Shop } from '../types';
import { NO_ACCOUNT, readAccounts } from './accounts';
import { turnPages } from './pages';
import { DISPUTES, FIRST_PAGE } from './queries';
import { byTime, isWithin, periodText } from './readBalanceTransactions';
import type { Dispute, DisputeFacts, Period, Read } from './types';

/** Which disputes: those initiated in [from, to). */
export interface DisputeSearch extends Period {
	/** Only with one of these statuses; empty for all. */
	statuses: string[];
}

/** Disputes of all accounts, oldest first; none where the shop has no Shopify Payments. */
export async function readDisputes(
	{ client, shop }: { client: ShopifyClient; shop: Shop },
	search: DisputeSearch,
	limit?: number,
): Promise<Outcome<Read<DisputeFacts>>> {
	const found = new Map<string, DisputeFacts>();
	const { statuses } = search;
	// all are read whatever the limit, because the list cannot be asked for in an order
	const read = await turnPages<Dispute>(client, {
		operation: DISPUTES,
		variables: { query: periodText('initiated_at', search) },
		firstSize: FIRST_PAGE.disputes,
		pageIn: ({ disputes }: GraphqlObject) => disputes as Page<Dispute> | null,
		visit: (nodes) => {
			for (const dispute of nodes) {
				const chosen = statuses.length === 0 || statuses.includes(dispute.status);
				if (chosen && isWithin(dispute.initiatedAt, search)) {
					found.set(dispute.id, { ...dispute, shop });
				}
			}
			return true;
		},
	});
	if (!read.ok) return read;
	const facts = [...found.values()].sort(oldestDisputeFirst);
	const notes = facts.length === 0 ? await noAccountNote(client) : [];
	if (limit !== undefined && facts.length > limit) notes.push(moreThan(limit));
	return ok({ facts: facts.slice(0, limit), notes });
}

/** An app that may read disputes need not be allowed to see the accounts. */
async function noAccountNote(client: ShopifyClient): Promise<string[]> {
	const accounts = await readAccounts(client);
	return accounts.ok && accounts.value.length === 0 ? [NO_ACCOUNT] : [];
}

export function oldestDisputeFirst(a: Dispute, b: Dispute): number {
	return byTime(Date.parse(a.initiatedAt) - Date.parse(b.initiatedAt), a, b);
}

function moreThan(limit: number): string {
	return `There are more disputes than the limit of ${limit}. Turn on 'Return All', or the others will be missing from the books.`;
}
