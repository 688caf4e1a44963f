import type { Answer } from '../client';
import { plain, scaled } from '../exact';
import { isRecord, type Json, recordsAt, textAt } from '../json';
import type { Session } from '../session';

/** Balances by account id, debit positive, as decimal text in the home currency: "-12.5". */
export type Balances = ReadonlyMap<string, string>;

/**
 * The trial balance of QuickBooks: one call. Accounts of the balance sheet show what they hold on the
 * last day, those of income and expense what moved since the first day. An account without a balance
 * is not in it.
 */
export async function trialBalance(
	{ client }: Session,
	{ from, to }: { from: string; to: string },
): Promise<Answer<Balances>> {
	const answer = await client.read('reports/TrialBalance', {
		start_date: from,
		end_date: to,
		accounting_method: 'Accrual',
	});
	if (answer.kind !== 'done') return answer;
	return { kind: 'done', value: new Map(dataRows(answer.value).flatMap(balanceOf)) };
}

/** Rows may stand in sections. */
function dataRows(report: Json): Json[] {
	return recordsAt(report, 'Rows', 'Row').flatMap((row) =>
		isRecord(row.Rows) ? dataRows(row) : [row],
	);
}

function balanceOf(row: Json): Array<[string, string]> {
	const [account, debit, credit] = recordsAt(row, 'ColData');
	const id = textAt(account, 'id');
	if (id === undefined) return [];
	const amount = (column: Json | undefined) => scaled(textAt(column, 'value') || '0') ?? 0n;
	return [[id, plain(amount(debit) - amount(credit))]];
}
