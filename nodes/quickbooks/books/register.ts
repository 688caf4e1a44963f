import type { AccountReference, AccountType } from '../../accounting/documents';
import type { Outcome, Problem } from '../../accounting/problems';
import { type Answer, answerProblem } from '../client';
import type { Entity } from '../entities';
import { plain, scaled } from '../exact';
import { textAt } from '../json';
import type { Session } from '../session';
import type { BookedDocument } from './bookedDocument';
import type { BooksWindow } from './booksWindow';

/** A row of an account's register: what one document moves on it. */
export interface RegisterRow {
	document: BookedDocument;
	/** Decimal text in the document's currency, e.g. "-12.5"; positive comes in. */
	amount: string;
}

/** An account as QuickBooks keeps it now. */
export interface AccountState {
	id: string;
	name: string;
	type: string;
	/** ISO 4217 code. */
	currency: string;
	/** Balance of today, whatever days are looked at: decimal text, e.g. "47.9". */
	balance: string;
}

/**
 * The kinds whose rows name the bank account they move. Others may move one too (credit card payments,
 * vendor credits, documents that QuickBooks' own payroll makes): Intuit's interface does not show them
 * here, so a register's sum proves only together with the account's balance.
 */
export const REGISTER_ENTITIES: readonly Entity[] = [
	'Deposit',
	'Transfer',
	'Purchase',
	'BillPayment',
	'SalesReceipt',
	'RefundReceipt',
	'Payment',
	'JournalEntry',
	'Bill',
];

/** One call. The account's name may be written with those above it: "Bank:Payouts". */
export async function accountState(
	session: Session,
	reference: AccountReference,
): Promise<Outcome<AccountState>> {
	return await accountOfTypes(session, reference.account, [reference.type]);
}

/** One call; an account of any other type is refused. */
export async function accountOfTypes(
	{ client, company, directory }: Session,
	account: string,
	types: readonly AccountType[],
): Promise<Outcome<AccountState>> {
	const where = `Account "${account}"`;
	const references = types.map((type): AccountReference => ({ account, type }));
	const loaded = await directory.accounts.load(client, references);
	if (loaded.kind !== 'done') return { ok: false, problem: answerProblem(loaded, where) };
	const all = references.map((reference) => directory.accounts.find(reference));
	const sought = all.find(({ state }) => state === 'found') ?? all[0];
	if (sought.state === 'refused') return { ok: false, problem: { ...sought.refusal, where } };
	if (sought.state === 'missing') return { ok: false, problem: noAccount(account, where) };
	const { id, name, json } = sought.row;
	return {
		ok: true,
		value: {
			id,
			name,
			type: textAt(json, 'AccountType') ?? '',
			currency: textAt(json, 'CurrencyRef', 'value') ?? company.homeCurrency,
			balance: textAt(json, 'CurrentBalance') ?? '0',
		},
	};
}

function noAccount(account: string, where: string): Problem {
	return {
		code: 'no-account',
		what: `QuickBooks has no account "${account}"`,
		where,
		fix: 'Choose an account of the company, as it is written there',
	};
}

/** What the documents of these days move on the account, oldest first: nine calls, and one per 1000 rows. */
export async function registerOf(
	books: BooksWindow,
	accountId: string,
): Promise<Answer<RegisterRow[]>> {
	const read = await books.read(REGISTER_ENTITIES);
	if (read.kind !== 'done') return read;
	const rows = read.value.flatMap((document) => {
		const amount = movedOn(document, accountId);
		return amount === undefined ? [] : [{ document, amount }];
	});
	return { kind: 'done', value: rows };
}

/** What a document moves on an account; undefined where it does not touch it. */
export function movedOn({ booked }: BookedDocument, accountId: string): string | undefined {
	const moves = booked.moves.filter(({ on }) => on === `Account ${accountId}`);
	if (moves.length === 0) return undefined;
	return plain(moves.reduce((sum, { amount }) => sum + (scaled(amount) ?? 0n), 0n));
}
