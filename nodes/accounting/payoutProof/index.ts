import { checkedRows } from '../ledger/checkRows';
import { Money } from '../money';
import type { Outcome } from '../problems';
import { movedOn, type BookEntry } from './bookEntry';
import { claimsOf, isPayoutMove } from './claims';
import { bankFinding, findingsOf } from './findings';
import type { Claim, PayoutProof, ProofInput, ProvedRow } from './types';

export { Books, type BookEntry } from './bookEntry';
export { proveClearing, type ClearingProof } from './clearing';
export { daysOfPayouts } from './days';
export { readOrderLinks, type OrderLinks } from './orderLinks';
export { report } from './report';
export { suspectsIn } from './suspects';
export type * from './types';

/**
 * Proves a payout against the books: every row of the ledger is held by documents that moved exactly
 * its money on the clearing account, each fact once, and the bank got the payout's net.
 */
export function provePayout(input: ProofInput): Outcome<PayoutProof> {
	const { payout } = input;
	const checked = checkedRows(payout);
	if (!checked.ok) return checked;
	const rows = checked.value.filter((row) => !isPayoutMove(row));
	const claims = claimsOf(input, rows);
	const bank = bankOf(input);
	const findings = [
		...claims.flatMap((claim) => findingsOf(input, claim)),
		...bankFinding(input, bank),
	];
	const residue = Money.sum(
		payout.currency,
		findings.map(({ difference }) => difference),
	);
	return {
		ok: true,
		value: {
			payout,
			isProved: findings.length === 0,
			rows: rows.map((row) =>
				provedRow(row, claims, new Set(findings.flatMap((each) => each.rows))),
			),
			findings,
			residue,
			bank,
		},
	};
}

function provedRow(
	row: ProvedRow['row'],
	claims: readonly Claim[],
	doubtful: ReadonlySet<ProvedRow['row']>,
): ProvedRow {
	const own = claims.filter((claim) => claim.rows.includes(row));
	const of = (part: Claim['part']) =>
		own.filter((claim) => claim.part === part).flatMap(({ entries }) => entries);
	const isShared = own.some((claim) => claim.isShared);
	const status = isShared ? 'In a Summary' : 'Proved';
	return {
		row,
		status: doubtful.has(row) ? 'Not Proved' : status,
		entries: of('amount'),
		feeEntries: of('fee'),
	};
}

/** What the payout's document brought to accounts other than clearing, where there is one. */
function bankOf({ payout, books, accounts }: ProofInput): PayoutProof['bank'] {
	const entries = books.at(`${payout.shop.domain}/Payout/${payout.legacyId}`);
	const isOfReceipts = entries.some(({ links }) => links.length > 0);
	const total = Money.sum(
		payout.currency,
		entries.map((entry) => entry.total),
	);
	const own = isOfReceipts ? total : movedOn(entries, accounts.clearing, payout.currency).negate();
	const amount = total.isZero() ? takenFromBank(entries, payout.net, accounts) : own;
	return { entries, amount, isEqual: amount.equals(payout.net) };
}

/** A deposit may not be below zero: a withdrawal of receipts is one of 0.00 with a line of the bank. */
function takenFromBank(
	entries: readonly BookEntry[],
	net: Money,
	{ clearing }: ProofInput['accounts'],
): Money {
	const moves = entries
		.flatMap((entry) => entry.moves)
		.filter(({ account }) => !clearing.has(account));
	return moves.find(({ amount }) => amount.equals(net))?.amount ?? Money.zero(net.currency);
}
