import type { Answer, QuickBooksClient } from '../client';
import { textAt } from '../json';
import { keysIn } from '../key';
import { quote } from '../query';

/** A cost-of-goods entry in the books. */
export interface CostEntryRow {
	/** "demo-store.myshopify.com" */
	shop: string;
	/** YYYY-MM-DD. */
	date: string;
}

const COSTS = '/Costs/';

/**
 * The cost-of-goods entries of all shops on or after a day. Such entries and items whose stock QuickBooks
 * counts would book the cost of a sale twice.
 *
 * @param from YYYY-MM-DD.
 */
export async function costEntriesFrom(
	client: QuickBooksClient,
	from: string,
): Promise<Answer<CostEntryRow[]>> {
	const answer = await client.rows('JournalEntry', `TxnDate >= ${quote(from)}`);
	if (answer.kind !== 'done') return answer;
	const value = answer.value.flatMap((row) =>
		keysIn(textAt(row, 'PrivateNote') ?? '')
			.filter((key) => key.includes(COSTS))
			.map((key) => ({ shop: key.split(COSTS)[0], date: textAt(row, 'TxnDate') ?? '' })),
	);
	return { kind: 'done', value };
}

/**
 * The date of the first cost-of-goods entry of the shop on or after a day, null where there is none.
 *
 * @param shop "demo-store.myshopify.com"; keys of these entries begin with `<shop>/Costs/`.
 * @param from YYYY-MM-DD.
 */
export async function firstCostEntry(
	client: QuickBooksClient,
	shop: string,
	from: string,
): Promise<Answer<string | null>> {
	const answer = await costEntriesFrom(client, from);
	if (answer.kind !== 'done') return answer;
	const own = answer.value.filter((entry) => entry.shop === shop).map(({ date }) => date);
	return { kind: 'done', value: own.sort().at(0) ?? null };
}
