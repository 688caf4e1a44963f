import type { Books } from '../books.mts';
import { business, invalidCurrency, missing } from '../faults.mts';
import { decimal } from '../cents.mts';
import { text } from '../json.mts';
import type { Json, Row } from '../types.mts';
import type { BuildContext, Handler } from './handler.mts';

export const CURRENCY_NAMES: Record<string, string> = {
	USD: 'United States Dollar',
	EUR: 'Euro',
	GBP: 'British Pound Sterling',
	CAD: 'Canadian Dollar',
	AUD: 'Australian Dollar',
	DKK: 'Danish Krone',
	SEK: 'Swedish Krona',
	NOK: 'Norwegian Krone',
	JPY: 'Japanese Yen',
	CHF: 'Swiss Franc',
};

export function isMultiCurrency(books: Books): boolean {
	return books.prefers('CurrencyPrefs', 'MultiCurrencyEnabled');
}

/** A currency the company keeps: home, or one of its list when multicurrency is on. */
export function needCurrency(books: Books, code: string): void {
	if (code === books.homeCurrency) return;
	const known = books.store
		.table('CompanyCurrency')
		.values()
		.some((row) => row.Code === code && row.Active !== false);
	if (!isMultiCurrency(books) || !known) throw invalidCurrency(code);
}

/** A customer's or vendor's new currency joins the company's list by itself. */
export function addCurrency(books: Books, code: string): void {
	if (code === books.homeCurrency || !isMultiCurrency(books)) return;
	const rows = books.store.table('CompanyCurrency').values();
	if (rows.some((row) => row.Code === code)) return;
	if (!/^[A-Z]{3}$/.test(code)) throw invalidCurrency(code);
	books.store.insert('CompanyCurrency', {
		Code: code,
		Name: CURRENCY_NAMES[code] ?? code,
		Active: true,
	});
}

/** The latest rate on or before the day, home units for one unit; 1 when none is known. */
export function rateOn(books: Books, currency: string, day: string): number {
	if (currency === books.homeCurrency) return 1;
	const rates = books.store
		.table('ExchangeRate')
		.values()
		.filter((row) => row.SourceCurrencyCode === currency && String(row.AsOfDate) <= day)
		.sort((a, b) => String(a.AsOfDate).localeCompare(String(b.AsOfDate)));
	return decimal(rates.at(-1), 'Rate')?.toNumber() ?? 1;
}

export function exchangeRateOn(books: Books, currency: string, day: string): Json {
	if (currency === books.homeCurrency) {
		throw business('The source currency must not be the home currency', 'SourceCurrencyCode');
	}
	needCurrency(books, currency);
	return {
		SourceCurrencyCode: currency,
		TargetCurrencyCode: books.homeCurrency,
		Rate: rateOn(books, currency, day),
		AsOfDate: day,
		domain: 'QBO',
		sparse: false,
	};
}

export const companyCurrency: Handler = {
	build(books: Books, body: Json, { id }: BuildContext): Json {
		if (!isMultiCurrency(books)) throw business('Multicurrency is not enabled for this company');
		const code = text(body, 'Code');
		if (code === undefined) throw missing('Code');
		const taken = (row: Row) => row.Code === code && row.Id !== id;
		if (!/^[A-Z]{3}$/.test(code) || books.store.table('CompanyCurrency').values().some(taken)) {
			throw invalidCurrency(code);
		}
		return {
			...body,
			Code: code,
			Name: CURRENCY_NAMES[code] ?? code,
			Active: body.Active !== false,
		};
	},
};

export const exchangeRate: Handler = {
	build(books: Books, body: Json): Json {
		const source = text(body, 'SourceCurrencyCode');
		if (source === undefined) throw missing('SourceCurrencyCode');
		if (body.Rate === undefined) throw missing('Rate');
		if (source === books.homeCurrency) throw business('The source currency is the home currency');
		needCurrency(books, source);
		return {
			...body,
			TargetCurrencyCode: books.homeCurrency,
			AsOfDate: text(body, 'AsOfDate') ?? books.store.today(),
		};
	},
};
