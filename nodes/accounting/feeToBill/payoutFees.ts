import type { LedgerDocument } from '../documents';
import type { LedgerRowFacts, PayoutFacts } from '../facts/payout';
import { groupBy } from '../groupBy';
import { clearingOf } from '../ledger/accounts';
import { payoutDate, rowDate } from '../ledger/dates';
import { feesOf } from '../ledger/fees';
import { documentsOutcome, problemOutcome, type LedgerOutcome } from '../ledger/outcome';
import type { LedgerPolicy } from '../ledgerPolicy';
import type { Outcome } from '../problems';
import { feeDocuments } from './feeDocuments';
import type { FeeGroup } from './feeGroup';

interface DatedRow {
	row: LedgerRowFacts;
	date: string;
}

/** The fees of one payout: one document on its day, or one in each month that its rows are of. */
export function payoutFees(
	payout: PayoutFacts,
	rows: readonly LedgerRowFacts[],
	policy: LedgerPolicy,
): LedgerOutcome {
	const groups = groupsOf(payout, rows, policy);
	if (!groups.ok) return problemOutcome(groups.problem);
	const documents: LedgerDocument[] = [];
	for (const group of groups.value) {
		const made = feeDocuments(group);
		if (!made.ok) return problemOutcome(made.problem);
		documents.push(...made.value);
	}
	if (documents.length > 0) return documentsOutcome(documents);
	return documentsOutcome([], [{ code: 'no-fees', reason: 'Its rows cost nothing' }]);
}

function groupsOf(
	payout: PayoutFacts,
	rows: readonly LedgerRowFacts[],
	policy: LedgerPolicy,
): Outcome<FeeGroup[]> {
	const where = `Payout ${payout.legacyId}`;
	const clearing = clearingOf(payout.currency, payout.shop, policy, where);
	if (!clearing.ok) return clearing;
	const paidOn = payoutDate(payout, policy);
	if (!paidOn.ok) return paidOn;
	const dated = datedRows(payout, rows, policy);
	if (!dated.ok) return dated;
	const parts = policy.fees.splitAtMonthEnd
		? monthsOf(dated.value, paidOn.value)
		: [{ month: '', date: paidOn.value, rows: dated.value }];
	const groups = parts.map(({ month, date, rows: own }) => ({
		fees: own.flatMap(({ row }) => feesOf(row, policy)),
		shop: payout.shop,
		policy,
		clearing: clearing.value,
		currency: payout.currency,
		key: `Payout/${payout.legacyId}/Fees${month && `/${month}`}`,
		date,
		number: `${payout.legacyId}${month && `-${month.slice(2)}`}`,
		of: `payout ${payout.legacyId}${month && ` in ${month}`}`,
		sourceId: payout.id,
	}));
	return { ok: true, value: groups };
}

interface Part {
	/** Empty where one part holds all fees of the payout. */
	month: string;
	date: string;
	rows: DatedRow[];
}

/** Fees of an earlier month are dated by its last row, those of the payout's month like the payout. */
function monthsOf(dated: readonly DatedRow[], paidOn: string): Part[] {
	const months = groupBy(dated, ({ date }) => date.slice(0, 7));
	return months.map((rows) => {
		const last = rows.map(({ date }) => date).reduce((a, b) => (a > b ? a : b));
		const month = last.slice(0, 7);
		return {
			month: months.length > 1 ? month : '',
			date: month === paidOn.slice(0, 7) ? paidOn : last,
			rows,
		};
	});
}

/** Only rows that cost something count for the months, so that no empty part makes a split. */
function datedRows(
	payout: PayoutFacts,
	rows: readonly LedgerRowFacts[],
	policy: LedgerPolicy,
): Outcome<DatedRow[]> {
	const dated: DatedRow[] = [];
	for (const row of rows.filter((each) => feesOf(each, policy).length > 0)) {
		const date = rowDate(row, payout.shop);
		if (!date.ok) return date;
		dated.push({ row, date: date.value });
	}
	return { ok: true, value: dated };
}
