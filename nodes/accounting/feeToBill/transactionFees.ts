import type { LedgerDocument } from '../documents';
import type { LedgerRowFacts, LedgerShopFacts } from '../facts/payout';
import { clearingOf } from '../ledger/accounts';
import { rowDate } from '../ledger/dates';
import { feesOf } from '../ledger/fees';
import {
	documentsOutcome,
	problemOutcome,
	type LedgerOutcome,
	type LedgerSkip,
} from '../ledger/outcome';
import type { LedgerPolicy } from '../ledgerPolicy';
import type { Outcome } from '../problems';
import { feeDocuments } from './feeDocuments';

/** A document for every row that costs something, on the shop's day of the row. */
export function transactionFees(
	rows: readonly LedgerRowFacts[],
	shop: LedgerShopFacts,
	policy: LedgerPolicy,
): LedgerOutcome {
	const documents: LedgerDocument[] = [];
	const skipped: LedgerSkip[] = [];
	for (const row of rows) {
		const made = feesOfRow(row, shop, policy);
		if (!made.ok) return problemOutcome(made.problem);
		documents.push(...made.value);
		if (made.value.length === 0) {
			const { id, type } = row;
			skipped.push({ code: 'no-fees', reason: 'It costs nothing', row: { id, type } });
		}
	}
	return documentsOutcome(documents, skipped);
}

function feesOfRow(
	row: LedgerRowFacts,
	shop: LedgerShopFacts,
	policy: LedgerPolicy,
): Outcome<LedgerDocument[]> {
	const where = `Balance Transaction ${row.legacyId}`;
	const clearing = clearingOf(row.currency, shop, policy, where);
	if (!clearing.ok) return clearing;
	const date = rowDate(row, shop);
	if (!date.ok) return date;
	return feeDocuments({
		fees: feesOf(row, policy),
		shop,
		policy,
		clearing: clearing.value,
		currency: row.currency,
		key: `BalanceTransaction/${row.legacyId}/Fee`,
		date: date.value,
		number: row.legacyId,
		of: `transaction ${row.legacyId}${row.order === null ? '' : ` of ${row.order.name}`}`,
		sourceId: row.id,
	});
}
