import type { Company } from '../../../../sandbox/quickbooks/company/company.mts';
import type { Json } from '../../../../sandbox/quickbooks/company/types.mts';
import { DAY, ref, sold } from './helpers.mts';

/** A fault code, what causes it, and the write that is refused with it. */
export type Case = [code: string, title: string, write: (books: Company) => unknown];

export const NON = { TaxCodeRef: { value: 'NON' } };
export const account = (books: Company, name: string) => ref(books, 'Account', name);

export const receipt = (books: Company, more: Json = {}): Json => ({
	TxnDate: DAY,
	CustomerRef: ref(books, 'Customer', 'Walk-in Customer'),
	Line: [sold(books, 'Sales', 10, NON)],
	...more,
});
export const sell = (books: Company, more: Json = {}) =>
	books.create('SalesReceipt', receipt(books, more));
export const journalLine = (
	books: Company,
	PostingType: string,
	name: string,
	Amount: number,
	more: Json = {},
) => ({
	Amount,
	DetailType: 'JournalEntryLineDetail',
	JournalEntryLineDetail: { PostingType, AccountRef: account(books, name), ...more },
});
export const prefer = (books: Company, section: string, more: Json) =>
	Object.assign(books.preferences[section] as Json, more);
export const plan = (books: Company, name: string) => {
	books.info.NameValue = [{ Name: 'OfferingSku', Value: `QuickBooks Online ${name}` }];
};
export const link = (id: unknown, type: string) => ({
	LinkedTxn: [{ TxnId: String(id), TxnType: type, TxnLineId: '0' }],
});
export const intoBank = (books: Company, Line: Json[]) =>
	books.create('Deposit', { TxnDate: DAY, DepositToAccountRef: account(books, 'Checking'), Line });
export const direct = (books: Company, name: string, Amount: number): Json => ({
	Amount,
	DetailType: 'DepositLineDetail',
	DepositLineDetail: { AccountRef: account(books, name) },
});
