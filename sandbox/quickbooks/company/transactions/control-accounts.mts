import type { Books } from '../books.mts';
import type { Classification, Row } from '../types.mts';

function insertAccount(
	books: Books,
	name: string,
	type: string,
	subType: string,
	classification: Classification,
	currency: string,
): Row {
	return books.store.insert('Account', {
		Name: name,
		SubAccount: false,
		FullyQualifiedName: name,
		Active: true,
		Classification: classification,
		AccountType: type,
		AccountSubType: subType,
		CurrencyRef: { value: currency },
	});
}

/** One receivables account per currency, created when the currency is first used. */
export function receivables(books: Books, currency: string): Row {
	return (
		books.accountBySubType('AccountsReceivable', currency) ??
		insertAccount(
			books,
			`Accounts Receivable (A/R)${suffix(books, currency)}`,
			'Accounts Receivable',
			'AccountsReceivable',
			'Asset',
			currency,
		)
	);
}

export function payables(books: Books, currency: string): Row {
	return (
		books.accountBySubType('AccountsPayable', currency) ??
		insertAccount(
			books,
			`Accounts Payable (A/P)${suffix(books, currency)}`,
			'Accounts Payable',
			'AccountsPayable',
			'Liability',
			currency,
		)
	);
}

export function exchangeGainOrLoss(books: Books): Row {
	return (
		books.accountBySubType('ExchangeGainOrLoss') ??
		insertAccount(
			books,
			'Exchange Gain or Loss',
			'Other Expense',
			'ExchangeGainOrLoss',
			'Expense',
			books.homeCurrency,
		)
	);
}

function suffix(books: Books, currency: string): string {
	return currency === books.homeCurrency ? '' : ` - ${currency}`;
}
