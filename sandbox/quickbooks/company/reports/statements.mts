import type { Books } from '../books.mts';
import { sum } from '../cents.mts';
import { object, text } from '../json.mts';
import type {
	AccountBalance,
	BalanceSheet,
	Classification,
	ProfitAndLoss,
	Row,
	StatementSection,
} from '../types.mts';

const MONTHS =
	'January February March April May June July August September October November December'.split(
		' ',
	);

const PROFIT_GROUPS: Record<string, string> = {
	Income: 'Income',
	'Cost of Goods Sold': 'CostOfGoodsSold',
	Expense: 'Expenses',
	'Other Income': 'OtherIncome',
	'Other Expense': 'OtherExpenses',
};
const ASSET_GROUPS: Record<string, string> = {
	Bank: 'Bank',
	'Accounts Receivable': 'AccountsReceivable',
	'Other Current Asset': 'OtherCurrentAssets',
	'Fixed Asset': 'FixedAssets',
	'Other Asset': 'OtherAssets',
};
const LIABILITY_GROUPS: Record<string, string> = {
	'Accounts Payable': 'AccountsPayable',
	'Credit Card': 'CreditCards',
	'Other Current Liability': 'OtherCurrentLiabilities',
	'Long Term Liability': 'LongTermLiabilities',
};
const EQUITY_GROUPS = { Equity: 'Equity' };

function balances(books: Books, from: string | undefined, to: string): Map<string, number> {
	const totals = new Map<string, number>();
	for (const line of books.ledger.journal) {
		if (line.date > to || (from !== undefined && line.date < from)) continue;
		totals.set(line.accountId, (totals.get(line.accountId) ?? 0) + line.amount);
	}
	return totals;
}

/** Accounts with a balance on the day, inactive ones included. */
export function trialBalance(books: Books, asOf: string): AccountBalance[] {
	return accountBalances(books, undefined, asOf).filter((row) => row.balance !== 0);
}

function accountBalances(books: Books, from: string | undefined, to: string): AccountBalance[] {
	const totals = balances(books, from, to);
	return books.store
		.table('Account')
		.values()
		.map((account: Row) => ({
			accountId: account.Id,
			name: String(account.FullyQualifiedName),
			accountType: String(account.AccountType),
			classification: account.Classification as Classification,
			balance: totals.get(account.Id) ?? 0,
		}));
}

function sections(
	rows: AccountBalance[],
	groups: Record<string, string>,
	sign: (group: string) => 1 | -1,
): StatementSection[] {
	return Object.entries(groups).map(([accountType, group]) => {
		const inGroup = rows
			.filter((row) => row.accountType === accountType && row.balance !== 0)
			.map((row) => ({
				accountId: row.accountId,
				name: row.name,
				amount: row.balance * sign(group),
			}));
		return { group, rows: inGroup, total: sum(inGroup.map((row) => row.amount)) };
	});
}

export function profitAndLoss(books: Books, from: string, to: string): ProfitAndLoss {
	const income = (group: string) => (group === 'Income' || group === 'OtherIncome' ? -1 : 1);
	const parts = sections(accountBalances(books, from, to), PROFIT_GROUPS, income);
	const total = (group: string) => parts.find((part) => part.group === group)?.total ?? 0;
	const grossProfit = total('Income') - total('CostOfGoodsSold');
	const netOperatingIncome = grossProfit - total('Expenses');
	const netIncome = netOperatingIncome + total('OtherIncome') - total('OtherExpenses');
	return { from, to, sections: parts, grossProfit, netOperatingIncome, netIncome };
}

function fiscalYearStart(books: Books, day: string): string {
	const first = text(object(books.preferences, 'AccountingInfoPrefs'), 'FirstMonthOfFiscalYear');
	const month = Math.max(0, MONTHS.indexOf(first ?? 'January')) + 1;
	const start = `-${String(month).padStart(2, '0')}-01`;
	const year = Number(day.slice(0, 4));
	return day >= `${year}${start}` ? `${year}${start}` : `${year - 1}${start}`;
}

/** QuickBooks makes no closing entries: earlier years' profit is added to Retained Earnings when asked. */
export function balanceSheet(books: Books, asOf: string): BalanceSheet {
	const rows = accountBalances(books, undefined, asOf);
	const assets = sections(rows, ASSET_GROUPS, () => 1);
	const liabilities = sections(rows, LIABILITY_GROUPS, () => -1);
	const equity = sections(rows, EQUITY_GROUPS, () => -1);
	const thisYear = profitAndLoss(books, fiscalYearStart(books, asOf), asOf).netIncome;
	const everything = profitAndLoss(books, '0000-01-01', asOf).netIncome;
	addEquity(equity[0], books, 'Retained Earnings', everything - thisYear);
	addEquity(equity[0], books, 'Net Income', thisYear);
	const total = (parts: StatementSection[]) => sum(parts.map((part) => part.total));
	return {
		asOf,
		assets,
		liabilities,
		equity,
		totalAssets: total(assets),
		totalLiabilities: total(liabilities),
		totalEquity: total(equity),
	};
}

function addEquity(section: StatementSection, books: Books, name: string, amount: number): void {
	const known = section.rows.find((row) => row.name === name);
	const account = name === 'Net Income' ? undefined : books.accountNamed(name);
	if (known !== undefined) known.amount += amount;
	else section.rows.push({ accountId: account?.Id ?? null, name, amount });
	section.total += amount;
}
