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
	const months = policy.fees.splitAtMonthEnd
		? groupBy(dated.value, ({ date }) => date.slice(0, 7))
		: [dated.value];
	const groups = months
		.map((month) => monthGroup(month, months.length > 1, paidOn.value))
		.map(({ fees, ...rest }) => ({
			...rest,
			fees: fees.flatMap((row) => feesOf(row, policy)),
			shop: payout.shop,
			policy,
			clearing: clearing.value,
			currency: payout.currency,
			key: `Payout/${payout.legacyId}/Fees${rest.part === '' ? '' : `/${rest.part}`}`,
			number: `${payout.legacyId}${rest.part === '' ? '' : `-${rest.part.slice(2)}`}`,
			of: `payout ${payout.legacyId}${rest.part === '' ? '' : ` in ${rest.part}`}`,
			sourceId: payout.id,
		}));
	return { ok: true, value: groups };

	/** Fees of an earlier month are dated by its last row, the others like the payout. */
	function monthGroup(month: readonly DatedRow[], isSplit: boolean, payoutDay: string) {
		const last = month.map(({ date }) => date).reduce((a, b) => (a > b ? a : b), '');
		const isEarlier = policy.fees.splitAtMonthEnd && last.slice(0, 7) !== payoutDay.slice(0, 7);
		const part = isSplit ? last.slice(0, 7) : '';
		const date = isEarlier && last !== '' ? last : payoutDay;
		return { part, date, fees: month.map(({ row }) => row) };
	}
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
