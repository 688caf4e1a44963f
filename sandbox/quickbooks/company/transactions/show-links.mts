import type { Books } from '../books.mts';
import { amountOf, centsOf } from '../cents.mts';
import type { Json, Row } from '../types.mts';

/** `LinkedTxn` of a paid or deposited transaction comes from the one that pays or deposits it. */
export function linkedTxn(books: Books, entity: string, id: string): Json[] {
	return books.links.to(entity, id).map((link) => ({
		TxnId: link.fromId,
		TxnType: typeName(books, link.fromType, link.fromId),
	}));
}

/** A bill payment is shown by how it was paid. */
function typeName(books: Books, type: string, id: string): string {
	if (type !== 'BillPayment') return type;
	const payType = books.find('BillPayment', id)?.PayType;
	return payType === 'CreditCard' ? 'BillPaymentCreditCard' : 'BillPaymentCheck';
}

export function showDeposited(books: Books, entity: string, row: Row): Json {
	const links = linkedTxn(books, entity, row.Id);
	return links.length === 0 ? row : { ...row, LinkedTxn: links };
}

/** Adds what is still open; `names` are the properties that carry it. */
export function showBalance(books: Books, entity: string, row: Row, ...names: string[]): Json {
	const open = amountOf((centsOf(row, 'TotalAmt') ?? 0) - books.links.settled(entity, row.Id) + 0);
	const balances = Object.fromEntries(names.map((name) => [name, open]));
	return { ...row, LinkedTxn: linkedTxn(books, entity, row.Id), ...balances };
}
