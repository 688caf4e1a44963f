import type { LedgerRowFacts, PayoutFacts } from '../facts/payout';
import { groupBy } from '../groupBy';
import { Money } from '../money';
import type { Outcome, Problem } from '../problems';

/**
 * Proves a payout from its rows before anything is booked: every row is of this payout and its
 * currency, occurs once, and is amount less fee; their nets come to the payout's net.
 *
 * @returns the rows to book: no test rows, and not the payout's own TRANSFER
 */
export function checkedRows(payout: PayoutFacts): Outcome<LedgerRowFacts[]> {
	// Shopify may give the rows of a payout that failed to a later one; then there is nothing to prove.
	if (payout.rows.length === 0 && isGone(payout)) return { ok: true, value: [] };
	const rows = payout.rows.filter(({ test }) => !test);
	const problem = rowsProblem(payout, rows);
	if (problem !== undefined) return { ok: false, problem };
	return { ok: true, value: rows.filter(({ type }) => type !== 'TRANSFER') };
}

function isGone({ status }: PayoutFacts): boolean {
	return status === 'FAILED' || status === 'CANCELED';
}

function rowsProblem(payout: PayoutFacts, rows: readonly LedgerRowFacts[]): Problem | undefined {
	return (
		twice(payout, rows) ??
		strangers(payout, rows) ??
		otherCurrency(payout, rows) ??
		netProblem(rows, labelOf(payout)) ??
		ownTransfer(payout, rows) ??
		differentSum(payout, rows)
	);
}

function labelOf({ legacyId }: PayoutFacts): string {
	return `Payout ${legacyId}`;
}

function twice(payout: PayoutFacts, rows: readonly LedgerRowFacts[]): Problem | undefined {
	const doubles = groupBy(rows, ({ id }) => id).filter(({ length }) => length > 1);
	if (doubles.length === 0) return undefined;
	return rowProblem(
		'row-twice',
		labelOf(payout),
		`These rows are listed more than once: ${list(doubles.map(([first]) => rowText(first)))}`,
		'Read the payout again from Shopify, and remove the step that doubles its rows.',
	);
}

/** A row that has no payout yet is not this one's either. */
function strangers(payout: PayoutFacts, rows: readonly LedgerRowFacts[]): Problem | undefined {
	const others = rows.filter(({ payoutId, payoutStatus }) =>
		payoutId === null ? payoutStatus === 'PENDING' : payoutId !== payout.id,
	);
	if (others.length === 0) return undefined;
	return rowProblem(
		'row-of-other-payout',
		labelOf(payout),
		`These rows are not of this payout: ${list(others.map(rowText))}`,
		'Read the payout again from Shopify; its rows are those that name it as their payout.',
	);
}

function otherCurrency(payout: PayoutFacts, rows: readonly LedgerRowFacts[]): Problem | undefined {
	const others = rows.filter(({ currency }) => currency !== payout.currency);
	if (others.length === 0) return undefined;
	return rowProblem(
		'row-of-other-currency',
		labelOf(payout),
		`The payout is in ${payout.currency}, but these rows are not: ${list(others.map(rowText))}`,
		'Read the payout again from Shopify; a payout and its rows have one currency.',
	);
}

/** Shopify's net is amount less fee; a row that is not cannot be split into amount and fee. */
export function netProblem(rows: readonly LedgerRowFacts[], where: string): Problem | undefined {
	const wrong = rows.filter(({ amount, fee, net }) => !amount.subtract(fee).equals(net));
	if (wrong.length === 0) return undefined;
	const texts = wrong.map(
		(row) => `${rowText(row)}, which is off by ${row.net.subtract(row.amount.subtract(row.fee))}`,
	);
	return rowProblem(
		'row-net-wrong',
		where,
		`The net of a row must be its amount less its fee, but is not: ${list(texts)}`,
		"Look at the row in Shopify (Finance > Payouts). If Shopify shows the same, book this payout by hand and tell Shopify's support.",
	);
}

/** The payout itself, as the ledger lists it: it takes the balance to zero, and nothing else. */
function ownTransfer(payout: PayoutFacts, rows: readonly LedgerRowFacts[]): Problem | undefined {
	const transfers = rows.filter(({ type }) => type === 'TRANSFER');
	const expected = payout.net.negate();
	const wrong = transfers.filter(({ net, fee }) => !fee.isZero() || !net.equals(expected));
	if (transfers.length < 2 && wrong.length === 0) return undefined;
	return rowProblem(
		'transfer-differs',
		labelOf(payout),
		`The payout is ${payout.net}, so its own TRANSFER row must be ${expected} without fee, but there is ${list(transfers.map(rowText))}`,
		'Read the payout again from Shopify. If it stays like this, book this payout by hand.',
	);
}

function differentSum(payout: PayoutFacts, rows: readonly LedgerRowFacts[]): Problem | undefined {
	const inside = rows.filter(({ type }) => type !== 'TRANSFER');
	const sum = Money.sum(
		payout.currency,
		inside.map(({ net }) => net),
	);
	if (sum.equals(payout.net)) return undefined;
	const difference = payout.net.subtract(sum);
	return rowProblem(
		'rows-differ',
		labelOf(payout),
		`Its rows come to ${sum}, but the payout is ${payout.net}: a difference of ${difference}. ${explained(inside, difference)}`,
		'Read the payout again from Shopify, with all of its rows. If the difference stays, compare with Finance > Payouts: nothing of this payout is booked until it is explained.',
	);
}

/** A row of the size of the difference is the first to look at. */
function explained(rows: readonly LedgerRowFacts[], difference: Money): string {
	const suspects = rows.filter(
		({ net }) => net.equals(difference) || net.equals(difference.negate()),
	);
	if (suspects.length > 0) return `Of that size: ${list(suspects.map(rowText))}`;
	return rows.length === 0 ? 'It has no rows' : `Its rows: ${list(rows.map(rowText))}`;
}

/** "CHARGE 746296004 of #1001: 45.52 - 1.32 = 44.20 USD". */
export function rowText({ type, legacyId, order, amount, fee, net }: LedgerRowFacts): string {
	const of = order === null ? '' : ` of ${order.name}`;
	return `${type} ${legacyId}${of}: ${amount.toDecimalString()} - ${fee.toDecimalString()} = ${net}`;
}

function list(texts: readonly string[]): string {
	const shown = texts.slice(0, 10).join('; ');
	return texts.length > 10 ? `${shown}; and ${texts.length - 10} more` : shown;
}

function rowProblem(code: string, where: string, what: string, fix: string): Problem {
	return { code, where, what, fix };
}
