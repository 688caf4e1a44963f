import type { CompanyBooks, Json, StatementSection } from '../../company/types.mts';
import type { ReportContent } from './report.mts';
import { accountColumn, dataRow, money, section, summary, totalColumn } from './rows.mts';

/** QuickBooks' group key and printed title of a section, by the books' own group name. */
const HEADINGS: Record<string, { group: string; title: string }> = {
	income: { group: 'Income', title: 'Income' },
	costofgoodssold: { group: 'COGS', title: 'Cost of Goods Sold' },
	expense: { group: 'Expenses', title: 'Expenses' },
	otherincome: { group: 'OtherIncome', title: 'Other Income' },
	otherexpense: { group: 'OtherExpenses', title: 'Other Expenses' },
	bank: { group: 'BankAccounts', title: 'Bank Accounts' },
	accountsreceivable: { group: 'AR', title: 'Accounts Receivable' },
	othercurrentasset: { group: 'OtherCurrentAssets', title: 'Other Current Assets' },
	fixedasset: { group: 'FixedAssets', title: 'Fixed Assets' },
	otherasset: { group: 'OtherAssets', title: 'Other Assets' },
	accountspayable: { group: 'AP', title: 'Accounts Payable' },
	creditcard: { group: 'CreditCards', title: 'Credit Cards' },
	othercurrentliability: { group: 'OtherCurrentLiabilities', title: 'Other Current Liabilities' },
	longtermliability: { group: 'LongTermLiabilities', title: 'Long-Term Liabilities' },
	equity: { group: 'Equity', title: 'Equity' },
};

const CURRENT_ASSETS = ['BankAccounts', 'AR', 'OtherCurrentAssets'];
const CURRENT_LIABILITIES = ['AP', 'CreditCards', 'OtherCurrentLiabilities'];

export function profitAndLoss(
	books: CompanyBooks,
	from: string,
	to: string,
): Omit<ReportContent, 'options'> {
	const { sections, grossProfit, netOperatingIncome, netIncome } = books.profitAndLoss(from, to);
	const isEmpty = sections.every(({ rows }) => rows.length === 0);
	// A report without data prints no zeros, but nothing (as recorded).
	const shown = (cents: number) => (isEmpty ? '' : money(cents));
	const printed = sections.filter(({ rows }) => rows.length > 0).map(printSection);
	const pick = (group: string) => printed.filter((row) => row.group === group);
	const orEmpty = (group: string, title: string) => {
		const found = pick(group);
		return found.length > 0 ? found : [section(group, title, [], '')];
	};
	return {
		columns: [accountColumn, totalColumn],
		rows: [
			...orEmpty('Income', 'Income'),
			...pick('COGS'),
			summary('GrossProfit', 'Gross Profit', shown(grossProfit)),
			...orEmpty('Expenses', 'Expenses'),
			summary('NetOperatingIncome', 'Net Operating Income', shown(netOperatingIncome)),
			...pick('OtherIncome'),
			...pick('OtherExpenses'),
			summary('NetIncome', 'Net Income', shown(netIncome)),
		],
		isEmpty,
	};
}

export function balanceSheet(books: CompanyBooks, asOf: string): Omit<ReportContent, 'options'> {
	const sheet = books.balanceSheet(asOf);
	const assets = grouped(sheet.assets, CURRENT_ASSETS, 'CurrentAssets', 'Current Assets');
	const liabilities = grouped(
		sheet.liabilities,
		CURRENT_LIABILITIES,
		'CurrentLiabilities',
		'Current Liabilities',
	);
	const claims = [
		section('Liabilities', 'Liabilities', liabilities, money(sheet.totalLiabilities)),
		...sheet.equity.map(printSection),
	];
	const totalClaims = money(sheet.totalLiabilities + sheet.totalEquity);
	return {
		columns: [accountColumn, totalColumn],
		rows: [
			totalled('TotalAssets', 'ASSETS', 'TOTAL ASSETS', assets, money(sheet.totalAssets)),
			totalled(
				'TotalLiabilitiesAndEquity',
				'LIABILITIES AND EQUITY',
				'TOTAL LIABILITIES AND EQUITY',
				claims,
				totalClaims,
			),
		],
		isEmpty: [...sheet.assets, ...sheet.liabilities].every(({ rows }) => rows.length === 0),
	};
}

/** The current sections under one heading, then the others. */
function grouped(sections: StatementSection[], current: string[], group: string, title: string) {
	const isCurrent = (each: StatementSection) => current.includes(headingOf(each.group).group);
	const inside = sections.filter((each) => isCurrent(each) && each.rows.length > 0);
	const total = inside.reduce((sum, each) => sum + each.total, 0);
	const outside = sections.filter((each) => !isCurrent(each) && each.rows.length > 0);
	return [
		...(inside.length > 0 ? [section(group, title, inside.map(printSection), money(total))] : []),
		...outside.map(printSection),
	];
}

function printSection({ group: key, rows, total }: StatementSection): Json {
	const { group, title } = headingOf(key);
	const lines = rows.map(({ name, accountId, amount }) => dataRow(name, accountId, money(amount)));
	return section(group, title, lines, money(total));
}

/** 'Other Current Assets', 'OtherCurrentAsset' and 'OtherCurrentAssets' are the same section. */
function headingOf(group: string): { group: string; title: string } {
	const key = group.toLowerCase().replace(/[^a-z]/g, '');
	const found = [key, key.replace(/s$/, ''), key.replace(/ies$/, 'y')].find((each) =>
		Object.hasOwn(HEADINGS, each),
	);
	return found ? HEADINGS[found] : { group, title: group };
}

function totalled(group: string, title: string, totalTitle: string, rows: Json[], total: string) {
	return {
		...section(group, title, rows, total),
		Summary: { ColData: [{ value: totalTitle }, { value: total }] },
	};
}
