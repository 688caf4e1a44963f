import type { LedgerDocument } from '../documents';
import type { LedgerRowFacts, LedgerShopFacts } from '../facts/payout';
import { itemLabel, ledgerItemKind, readLedgerRow, readPayout } from '../facts/payoutItem';
import { checkedRows, netProblem } from '../ledger/checkRows';
import { financingProblem } from '../ledger/entryParts';
import {
	documentsOutcome,
	problemOutcome,
	skippedOutcome,
	type LedgerOutcome,
	type LedgerSkip,
} from '../ledger/outcome';
import { stopProblem, treatmentOf } from '../ledger/treatment';
import type { LedgerPolicy } from '../ledgerPolicy';
import type { Problem } from '../problems';
import { disputeLoss } from './disputeLoss';
import { rowEntry } from './rowEntry';

/**
 * Maps what is neither a sale, a refund, a payout nor a charge: a document for each such row of a
 * payout or for a row by itself, and the loss of a dispute. A row that nobody has said an account for
 * stops the whole payout. Rows are booked whatever their payout's status is, each once by its own key.
 *
 * @param item a payout with its rows, a balance transaction or a dispute; unknown, so it is checked
 */
export function balanceToEntry(item: unknown, policy: LedgerPolicy): LedgerOutcome {
	const setting = financingProblem(policy);
	if (setting !== undefined) return problemOutcome(setting);
	switch (ledgerItemKind(item)) {
		case 'Payout':
			return ofPayout(item, policy);
		case 'Balance Transaction':
			return ofRow(item, policy);
		case 'Dispute':
			return disputeLoss(item, policy);
		default:
			return problemOutcome(wrongItem(item));
	}
}

function ofPayout(item: unknown, policy: LedgerPolicy): LedgerOutcome {
	const payout = readPayout(item);
	if (!payout.ok) return problemOutcome(payout.problem);
	const rows = checkedRows(payout.value);
	if (!rows.ok) return problemOutcome(rows.problem);
	if (rows.value.length === 0) return skippedOutcome('nothing-moved', 'It has no rows to book');
	return entriesOf(rows.value, payout.value.shop, policy, itemLabel(item));
}

function ofRow(item: unknown, policy: LedgerPolicy): LedgerOutcome {
	const read = readLedgerRow(item);
	if (!read.ok) return problemOutcome(read.problem);
	const { row, shop } = read.value;
	if (row.test) return skippedOutcome('test', 'It is a test row');
	const where = itemLabel(item);
	const problem = netProblem([row], where);
	return problem === undefined ? entriesOf([row], shop, policy, where) : problemOutcome(problem);
}

function entriesOf(
	rows: readonly LedgerRowFacts[],
	shop: LedgerShopFacts,
	policy: LedgerPolicy,
	where: string,
): LedgerOutcome {
	const stopped = rows.flatMap((row) => {
		const treatment = treatmentOf(row, policy);
		return treatment.kind === 'stop' ? [{ row, stop: treatment.stop }] : [];
	});
	const problem = stopProblem(stopped, where);
	if (problem !== undefined) return problemOutcome(problem);
	const documents: LedgerDocument[] = [];
	const skipped: LedgerSkip[] = [];
	for (const row of rows) {
		const entry = rowEntry(row, shop, policy);
		if (!entry.ok) return problemOutcome(entry.problem);
		if ('document' in entry.value) documents.push(entry.value.document);
		else skipped.push(entry.value.skip);
	}
	return documentsOutcome(documents, skipped);
}

function wrongItem(item: unknown): Problem {
	return {
		code: 'malformed-item',
		what: 'The item is neither a payout, a balance transaction nor a dispute of Shopify Payments',
		where: itemLabel(item),
		fix: "Connect the node to Shopify Records or the Shopify Balance Trigger. For rows of a Shopify Balance export, choose that under 'Book'.",
	};
}
