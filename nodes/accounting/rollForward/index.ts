import type { AccountingDocument } from '../documents';
import { groupBy } from '../groupBy';
import { Money } from '../money';
import { movesOf, type DocumentMove } from './moves';

/** An account and what it holds in the books before and after the period. */
export interface AccountBalances {
	/** Names of accounts that are looked at together, e.g. the payables of all tax agencies. */
	accounts: string[];
	holds: 'One Account' | 'Sales Tax';
	/** Positive is a debit. */
	opening: Money;
	closing: Money;
}

/** How a balance went from one day to another, and whether the books agree. */
export interface RollForward {
	accounts: string[];
	opening: Money;
	/** By what it was for, e.g. "Gift Card Sold"; positive is a debit. */
	movements: Array<{ what: string; amount: Money; documents: number }>;
	/** Opening and movements. */
	expected: Money;
	closing: Money;
	/** Closing less expected. */
	difference: Money;
	isProved: boolean;
	/** Documents in other currencies, whose part of the balance is not told by Shopify. */
	notCounted: number;
}

/**
 * Rolls a balance forward by Shopify's own figures: opening balance, what the documents of the period
 * say that Shopify sold, redeemed, gave back or held, and the closing balance that must follow. What
 * others booked on the account in the period is the difference. A document that comes twice counts once.
 *
 * @param documents of the mappers, all of the period, in the home currency; others are only counted
 */
export function rollForward(
	balances: AccountBalances,
	documents: readonly AccountingDocument[],
): RollForward {
	const { opening, closing, accounts, holds } = balances;
	const { currency } = opening;
	const names = new Set(accounts.map(sameName));
	const isMoved = (move: DocumentMove) =>
		holds === 'Sales Tax' ? move.isTax : !move.isTax && names.has(sameName(move.account));
	const all = groupBy(documents, ({ document, key }) => `${document} ${key}`).map(([once]) => once);
	const counted = all.filter((document) => document.currency === currency);
	const notCounted = all.filter(
		(document) => document.currency !== currency && movesOf(document).some(isMoved),
	).length;
	const moves = counted.flatMap(movesOf).filter(isMoved);
	const movements = groupBy(moves, ({ what }) => what)
		.map((alike) => ({
			what: alike[0].what,
			amount: Money.sum(
				currency,
				alike.map(({ amount }) => amount),
			),
			documents: new Set(alike.map(({ key }) => key)).size,
		}))
		.sort((a, b) => (a.what < b.what ? -1 : 1));
	const expected = movements.reduce((sum, { amount }) => sum.add(amount), opening);
	const difference = closing.subtract(expected);
	const isProved = difference.isZero();
	return { accounts, opening, movements, expected, closing, difference, isProved, notCounted };
}

/** QuickBooks does not tell names apart by case. */
function sameName(name: string): string {
	return name.trim().toLowerCase();
}
