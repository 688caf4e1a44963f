import type { Entity } from './entities';
import { plain, scaled } from './exact';
import { at, flagAt, type Json, recordsAt, textAt } from './json';

/**
 * What a row says that it moves on an account, or of another document that it settles or banks.
 * A row does not say all: the accounts of items, taxes, receivables and payables are not in it.
 */
export interface Move {
	/** "Account 35", or the linked document: "Bill 12". */
	on: string;
	/** Decimal text in the row's currency; positive is a debit. */
	amount: string;
}

/** The total of a row, whatever its kind calls it; a journal entry has none of its own. */
export function totalOf(entity: Entity, row: Json): string {
	if (entity === 'Transfer') return textAt(row, 'Amount') ?? '';
	if (entity !== 'JournalEntry') return textAt(row, 'TotalAmt') ?? '';
	const debits = recordsAt(row, 'Line')
		.filter((line) => textAt(line, 'JournalEntryLineDetail', 'PostingType') === 'Debit')
		.map((line) => scaled(textAt(line, 'Amount') ?? '') ?? 0n);
	return plain(debits.reduce((sum, amount) => sum + amount, 0n));
}

export function movesOf(entity: Entity, row: Json): Move[] {
	const total = totalOf(entity, row);
	const lines = recordsAt(row, 'Line');
	switch (entity) {
		case 'SalesReceipt':
		case 'Payment':
			return accountMove(row, ['DepositToAccountRef'], total);
		case 'RefundReceipt':
			return accountMove(row, ['DepositToAccountRef'], negated(total));
		case 'Deposit':
			return [
				...accountMove(row, ['DepositToAccountRef'], total),
				...lines.flatMap(
					(line) =>
						linkMove(line) ??
						accountMove(line, ['DepositLineDetail', 'AccountRef'], negated(amountOf(line))),
				),
			];
		case 'Transfer':
			return [
				...accountMove(row, ['ToAccountRef'], total),
				...accountMove(row, ['FromAccountRef'], negated(total)),
			];
		case 'Bill':
			return lines.flatMap(expenseMove);
		case 'BillPayment':
			return [
				...accountMove(row, ['CheckPayment', 'BankAccountRef'], negated(total)),
				...accountMove(row, ['CreditCardPayment', 'CCAccountRef'], negated(total)),
				...lines.flatMap((line) => linkMove(line) ?? []),
			];
		case 'Purchase': {
			const moves = [
				...accountMove(row, ['AccountRef'], negated(total)),
				...lines.flatMap(expenseMove),
			];
			return flagAt(row, 'Credit') ? moves.map(reversed) : moves;
		}
		case 'JournalEntry':
			return lines.flatMap(journalMove);
		default:
			return [];
	}
}

/**
 * Whether the books moved what was sent. A linked document moves as a whole, and sources do not say
 * with which sign it comes back: of links only the size counts, the total proves the rest.
 */
export function sameMoves(sent: readonly Move[], booked: readonly Move[]): boolean {
	const text = ({ on, amount }: Move) =>
		`${on} ${on.startsWith('Account ') ? amount : amount.replace('-', '')}`;
	const nonZero = ({ amount }: Move) => amount !== '0';
	const sorted = (moves: readonly Move[]) => moves.filter(nonZero).map(text).sort().join('\n');
	return sorted(sent) === sorted(booked);
}

function accountMove(row: Json, path: string[], amount: string): Move[] {
	const id = textAt(at(row, ...path), 'value');
	return id === undefined ? [] : [{ on: `Account ${id}`, amount: plain(scaled(amount) ?? 0n) }];
}

function linkMove(line: Json): Move[] | undefined {
	const [linked] = recordsAt(line, 'LinkedTxn');
	const id = textAt(linked, 'TxnId');
	if (id === undefined) return undefined;
	const on = `${textAt(linked, 'TxnType') ?? ''} ${id}`;
	return [{ on, amount: negated(amountOf(line)) }];
}

function expenseMove(line: Json): Move[] {
	return accountMove(line, ['AccountBasedExpenseLineDetail', 'AccountRef'], amountOf(line));
}

function journalMove(line: Json): Move[] {
	const isDebit = textAt(line, 'JournalEntryLineDetail', 'PostingType') === 'Debit';
	const amount = isDebit ? amountOf(line) : negated(amountOf(line));
	return accountMove(line, ['JournalEntryLineDetail', 'AccountRef'], amount);
}

function amountOf(line: Json): string {
	return textAt(line, 'Amount') ?? '0';
}

function negated(amount: string): string {
	return plain(-(scaled(amount) ?? 0n));
}

function reversed({ on, amount }: Move): Move {
	return { on, amount: negated(amount) };
}
