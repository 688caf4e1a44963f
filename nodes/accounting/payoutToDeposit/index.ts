import type {
	AccountReference,
	DepositDocument,
	LedgerDocument,
	TransferDocument,
} from '../documents';
import type { LedgerRowFacts, PayoutFacts } from '../facts/payout';
import { readPayout } from '../facts/payoutItem';
import { bankOf, clearingOf } from '../ledger/accounts';
import { checkedRows } from '../ledger/checkRows';
import { payoutDate } from '../ledger/dates';
import { financingProblem } from '../ledger/entryParts';
import {
	documentsOutcome,
	problemOutcome,
	skippedOutcome,
	type LedgerOutcome,
} from '../ledger/outcome';
import { stopProblem, treatmentOf } from '../ledger/treatment';
import type { LedgerPolicy } from '../ledgerPolicy';
import type { Outcome, Problem } from '../problems';
import { payoutHeader, returnHeader, type PayoutHeader } from './header';
import { entriesBeside, receiptsDeposit } from './receiptsDeposit';

/** A payout with what its documents need, checked. */
export interface Payout {
	facts: PayoutFacts;
	rows: LedgerRowFacts[];
	header: PayoutHeader;
	bank: AccountReference;
	clearing: AccountReference;
	policy: LedgerPolicy;
}

/**
 * Maps one payout to the movement between clearing and bank: a deposit or a transfer, of a negative
 * payout a transfer back. A month's end needs no split here: what was not paid out yet stays in
 * clearing. A payout that failed or was cancelled becomes two documents, the payout and its return,
 * because the books may or may not hold it from the days it counted as paid; together they are nothing.
 *
 * @param item a payout with all its rows; unknown, so it is checked
 */
export function payoutToDeposit(item: unknown, policy: LedgerPolicy): LedgerOutcome {
	const read = readPayout(item);
	if (!read.ok) return problemOutcome(read.problem);
	const facts = read.value;
	const state = stateOf(facts);
	if (state === 'unknown') return problemOutcome(unknownStatus(facts));
	if (state === 'waits') {
		const reason = `Its status is ${facts.status}: it is booked once it was paid`;
		return skippedOutcome('not-paid', reason);
	}
	if (state === 'came-back' && policy.payouts.failed === 'Leave Out') {
		const reason = `Its status is ${facts.status}, and the settings leave such payouts out`;
		return skippedOutcome('not-paid', reason);
	}
	const payout = prepared(facts, policy);
	return payout.ok ? booked(payout.value, state) : problemOutcome(payout.problem);
}

type State = 'paid' | 'came-back' | 'waits' | 'unknown';

const STATES: ReadonlyMap<string, State> = new Map([
	['PAID', 'paid'],
	['FAILED', 'came-back'],
	['CANCELED', 'came-back'],
	['SCHEDULED', 'waits'],
	['IN_TRANSIT', 'waits'],
]);

function stateOf({ status }: PayoutFacts): State {
	return STATES.get(status) ?? 'unknown';
}

function unknownStatus({ legacyId, status }: PayoutFacts): Problem {
	return {
		code: 'unknown-status',
		what: `Its status '${status.slice(0, 40)}' is not known, so whether money moved is not either`,
		where: `Payout ${legacyId}`,
		fix: 'Install a newer version of this package, or leave the payout out with a Filter node and book it by hand.',
	};
}

function prepared(facts: PayoutFacts, policy: LedgerPolicy): Outcome<Payout> {
	const where = `Payout ${facts.legacyId}`;
	const rows = checkedRows(facts);
	if (!rows.ok) return rows;
	const stopped = stops(rows.value, policy);
	const problem = stopProblem(stopped, where) ?? financingProblem(policy);
	if (problem !== undefined) return { ok: false, problem };
	const bank = bankOf(facts, policy);
	if (!bank.ok) return bank;
	const clearing = clearingOf(facts.currency, facts.shop, policy, where);
	if (!clearing.ok) return clearing;
	const date = payoutDate(facts, policy);
	if (!date.ok) return date;
	const header = payoutHeader(facts, date.value, policy);
	const value = {
		facts,
		rows: rows.value,
		header,
		bank: bank.value,
		clearing: clearing.value,
		policy,
	};
	return { ok: true, value };
}

/** What waits for a person's word does not keep the money from the bank, unless it is a line of it. */
function stops(rows: readonly LedgerRowFacts[], policy: LedgerPolicy) {
	return rows.flatMap((row) => {
		const treatment = treatmentOf(row, policy);
		if (treatment.kind !== 'stop') return [];
		const isOpen = treatment.stop.code === 'confirm-type';
		const isElsewhere = isOpen && policy.payouts.form !== 'Deposit of Receipts';
		return isElsewhere ? [] : [{ row, stop: treatment.stop }];
	});
}

function booked(payout: Payout, state: State): LedgerOutcome {
	const document = documentOf(payout);
	if (document === undefined) {
		const reason =
			'It is 0.00, so no money moved; fees and other rows are booked by their own nodes';
		return skippedOutcome('nothing-moved', reason);
	}
	const back = state === 'came-back' ? returnOf(payout) : undefined;
	const beside = documentsBeside(payout);
	if (!beside.ok) return problemOutcome(beside.problem);
	return documentsOutcome([document, ...(back === undefined ? [] : [back]), ...beside.value]);
}

function documentsBeside(payout: Payout): Outcome<LedgerDocument[]> {
	const isWhole = payout.policy.payouts.form === 'Deposit of Receipts';
	return isWhole ? entriesBeside(payout) : { ok: true, value: [] };
}

function documentOf(payout: Payout): LedgerDocument | undefined {
	const { facts, policy } = payout;
	if (policy.payouts.form === 'Deposit of Receipts') return receiptsDeposit(payout);
	if (facts.net.isZero()) return undefined;
	if (policy.payouts.form === 'Transfer' || facts.net.isNegative()) return transferOf(payout);
	return depositOf(payout);
}

function depositOf({ facts, header, bank, clearing }: Payout): DepositDocument {
	const amount = facts.net.toDecimalString();
	const line = { category: 'Payout' as const, account: clearing, description: header.memo, amount };
	return { document: 'Deposit', ...header, depositTo: bank, lines: [line], total: amount };
}

/** QuickBooks takes no deposit below zero: money taken from the bank is a transfer to clearing. */
function transferOf({ facts, header, bank, clearing }: Payout): TransferDocument {
	const isDrawn = facts.net.isNegative();
	const [from, to] = isDrawn ? [bank, clearing] : [clearing, bank];
	const total = (isDrawn ? facts.net.negate() : facts.net).toDecimalString();
	return { document: 'Transfer', ...header, from, to, total };
}

/** Dated like the payout: Shopify gives no day of the failure, and so the bank account is never off. */
function returnOf(payout: Payout): TransferDocument | undefined {
	const { facts, header } = payout;
	if (facts.net.isZero()) return undefined;
	const { from, to, ...rest } = transferOf(payout);
	return { ...rest, ...returnHeader(header, facts), from: to, to: from };
}
