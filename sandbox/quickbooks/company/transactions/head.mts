import type { Books } from '../books.mts';
import { decimal } from '../cents.mts';
import { isMultiCurrency, needCurrency, rateOn } from '../entities/currency.mts';
import type { BuildContext } from '../entities/handler.mts';
import { business, periodClosed } from '../faults.mts';
import { object, refId, reference, text } from '../json.mts';
import type { Json, Row } from '../types.mts';

/** What all transactions share: the day, the closing date, the currency, the department. */
export interface Head {
	date: string;
	currency: string;
	rate: number;
	/** The properties to store. */
	content: Json;
}

export function checkOpenPeriod(books: Books, date: string): void {
	const closed = text(object(books.preferences, 'AccountingInfoPrefs'), 'BookCloseDate');
	if (closed !== undefined && date <= closed) throw periodClosed(closed);
}

function currencyOf(books: Books, body: Json, owner: Row | undefined): string {
	const sent = refId(body, 'CurrencyRef');
	const owned = refId(owner, 'CurrencyRef');
	const currency = sent ?? owned ?? books.homeCurrency;
	needCurrency(books, currency);
	if (owned !== undefined && owned !== currency) {
		throw business(
			`Change transaction currency to match the currency of the customer or vendor (${owned})`,
			'CurrencyRef',
		);
	}
	return currency;
}

/** `owner` is the customer or vendor: a transaction has the currency of its owner. */
export function buildHead(books: Books, body: Json, { previous }: BuildContext, owner?: Row): Head {
	const date = text(body, 'TxnDate') ?? text(previous, 'TxnDate') ?? books.store.today();
	checkOpenPeriod(books, date);
	const currency = currencyOf(books, body, owner);
	books.resolve('Department', body, 'DepartmentRef');
	books.resolve('Class', body, 'ClassRef');
	const sentRate = decimal(body, 'ExchangeRate')?.toNumber();
	const foreign = currency !== books.homeCurrency;
	const rate = foreign ? (sentRate ?? rateOn(books, currency, date)) : 1;
	return {
		date,
		currency,
		rate,
		content: {
			...body,
			TxnDate: date,
			CurrencyRef: reference(currency),
			...(isMultiCurrency(books) ? { ExchangeRate: rate } : { ExchangeRate: undefined }),
		},
	};
}

export function rateOf(row: Json): number {
	return decimal(row, 'ExchangeRate')?.toNumber() ?? 1;
}

export function idsOfHead(row: Json): { departmentId?: string; classId?: string } {
	return { departmentId: refId(row, 'DepartmentRef'), classId: refId(row, 'ClassRef') };
}
