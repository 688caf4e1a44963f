import type { Answer, QuickBooksClient } from '../client';
import { textAt } from '../json';
import { keysIn } from '../key';
import { quote } from '../query';

/**
 * The date of the first cost-of-goods entry of the shop on or after a day, null where there is none. Such
 * entries and items whose stock QuickBooks counts would book the cost of a sale twice.
 *
 * @param shop "demo-store.myshopify.com"; keys of these entries begin with `<shop>/Costs/`.
 * @param from YYYY-MM-DD.
 */
export async function firstCostEntry(
	client: QuickBooksClient,
	shop: string,
	from: string,
): Promise<Answer<string | null>> {
	const answer = await client.rows('JournalEntry', `TxnDate >= ${quote(from)}`);
	if (answer.kind !== 'done') return answer;
	const beginning = `${shop}/Costs/`;
	const dates = answer.value
		.filter((row) =>
			keysIn(textAt(row, 'PrivateNote') ?? '').some((key) => key.startsWith(beginning)),
		)
		.map((row) => textAt(row, 'TxnDate') ?? '')
		.sort();
	return { kind: 'done', value: dates.at(0) ?? null };
}
