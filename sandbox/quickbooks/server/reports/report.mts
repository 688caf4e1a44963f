import type { CompanyBooks, Json } from '../../company/types.mts';
import { QuickBooksFault } from '../../company/fault.mts';
import { pacificDay, pacificTime } from '../clock.mts';
import { unsupported } from '../faults.mts';
import { balanceSheet, profitAndLoss } from './statements.mts';
import { trialBalance } from './trialBalance.mts';

export interface ReportContent {
	columns: Json[];
	rows: Json[];
	isEmpty: boolean;
	options: Json[];
}

const GAAP = { Name: 'AccountingStandard', Value: 'GAAP' };
type Maker = (books: CompanyBooks, from: string, to: string) => ReportContent;

const REPORTS: Record<string, { name: string; make: Maker }> = {
	trialbalance: { name: 'TrialBalance', make: (books, _from, to) => trialBalance(books, to) },
	profitandloss: {
		name: 'ProfitAndLoss',
		make: (books, from, to) => ({ ...profitAndLoss(books, from, to), options: [GAAP] }),
	},
	balancesheet: {
		name: 'BalanceSheet',
		make: (books, _from, to) => ({ ...balanceSheet(books, to), options: [GAAP] }),
	},
};

/** GET /reports/{name}: accrual basis, one money column (or debit and credit). */
export function report(books: CompanyBooks, name: string, query: URLSearchParams, now: Date): Json {
	const kind = Object.hasOwn(REPORTS, name) ? REPORTS[name] : undefined;
	if (!kind) throw unsupported(`/reports/${name}`);
	if (query.get('accounting_method')?.toLowerCase() === 'cash') {
		throw unsupported(`/reports/${name}?accounting_method=Cash in this sandbox`);
	}
	const { from, to } = period(books, query, now);
	const { columns, rows, isEmpty, options } = kind.make(books, from, to);
	return {
		Header: {
			Time: pacificTime(now, false),
			ReportName: kind.name,
			ReportBasis: 'Accrual',
			StartPeriod: from,
			EndPeriod: to,
			SummarizeColumnsBy: 'Total',
			Currency: homeCurrency(books),
			Option: [...options, { Name: 'NoReportData', Value: String(isEmpty) }],
		},
		Columns: { Column: columns },
		Rows: { Row: rows },
	};
}

/** Default: this fiscal year to date. */
function period(
	books: CompanyBooks,
	query: URLSearchParams,
	now: Date,
): { from: string; to: string } {
	const to = day(query, 'end_date') ?? pacificDay(now);
	return { from: day(query, 'start_date') ?? fiscalYearStart(books, to), to };
}

function fiscalYearStart(books: CompanyBooks, to: string): string {
	const name = String(books.info.FiscalYearStartMonth ?? 'January');
	const month = new Date(`${name} 1, 2000 UTC`).getUTCMonth() + 1;
	const year = Number(to.slice(0, 4)) - (Number(to.slice(5, 7)) < month ? 1 : 0);
	return `${year}-${String(month).padStart(2, '0')}-01`;
}

function day(query: URLSearchParams, name: string): string | undefined {
	const value = query.get(name);
	if (value === null) return undefined;
	if (/^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))) return value;
	throw new QuickBooksFault({
		code: '2060',
		message: 'Invalid date format',
		detail: `Date must be YYYY-MM-DD. Supplied value:${value}`,
		element: name,
	});
}

function homeCurrency(books: CompanyBooks): string {
	const preferences = books.preferences.CurrencyPrefs as
		| { HomeCurrency?: { value?: string } }
		| undefined;
	return preferences?.HomeCurrency?.value ?? 'USD';
}
