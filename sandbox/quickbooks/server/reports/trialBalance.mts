import type { CompanyBooks } from '../../company/types.mts';
import type { ReportContent } from './report.mts';
import { dataRow, money, summary } from './rows.mts';

/** Accounts with a balance, debit or credit, and the line that proves both equal. */
export function trialBalance(books: CompanyBooks, asOf: string): ReportContent {
	const balances = books.trialBalance(asOf).filter(({ balance }) => balance !== 0);
	const debits = balances.reduce((sum, { balance }) => sum + Math.max(balance, 0), 0);
	const credits = balances.reduce((sum, { balance }) => sum + Math.max(-balance, 0), 0);
	return {
		columns: [
			{ ColTitle: '', ColType: 'Account' },
			{ ColTitle: 'Debit', ColType: 'Money' },
			{ ColTitle: 'Credit', ColType: 'Money' },
		],
		rows: [
			...balances.map(({ name, accountId, balance }) =>
				dataRow(
					name,
					accountId,
					balance > 0 ? money(balance) : '',
					balance < 0 ? money(-balance) : '',
				),
			),
			summary('GrandTotal', 'TOTAL', money(debits), money(credits)),
		],
		isEmpty: balances.length === 0,
		options: [],
	};
}
