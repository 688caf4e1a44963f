import type { LedgerRowFacts, LedgerShopFacts, PayoutFacts } from '../facts/payout';
import { ledgerItemKind, itemLabel, readLedgerRow, readPayout } from '../facts/payoutItem';
import { checkedRows, netProblem } from '../ledger/checkRows';
import { problemOutcome, skippedOutcome, type LedgerOutcome } from '../ledger/outcome';
import { stopProblem, treatmentOf } from '../ledger/treatment';
import type { LedgerPolicy } from '../ledgerPolicy';
import type { Outcome, Problem } from '../problems';
import { payoutFees } from './payoutFees';
import { transactionFees } from './transactionFees';

export { FeeBook } from './feeBook';

/** Rows whose fees wait for the others of their day or month. */
export type FeeOutcome =
	| LedgerOutcome
	| { kind: 'period'; row: LedgerRowFacts; shop: LedgerShopFacts };

/**
 * Maps the fees of one item to a bill with its payment (or an expense). A payout gives one for all its
 * rows or one for each; a balance transaction gives its own, or its part of a day or month, which the
 * fee book collects. Amounts of orders, refunds and everything that is no charge are booked elsewhere.
 *
 * @param item a payout with its rows, or a balance transaction; unknown, so it is checked
 */
export function feeToBill(item: unknown, policy: LedgerPolicy): FeeOutcome {
	const kind = ledgerItemKind(item);
	if (kind === 'Payout') return feesOfPayout(item, policy);
	if (kind !== 'Balance Transaction') return problemOutcome(wrongItem(item));
	if (policy.fees.per === 'Payout') return problemOutcome(needsPayout(item));
	const read = readLedgerRow(item);
	if (!read.ok) return problemOutcome(read.problem);
	const { row, shop } = read.value;
	if (row.test) return skippedOutcome('test', 'It is a test row');
	const where = itemLabel(item);
	const problem = netProblem([row], where) ?? stopsOf([row], policy, where);
	if (problem !== undefined) return problemOutcome(problem);
	return policy.fees.per === 'Transaction'
		? transactionFees([row], shop, policy)
		: { kind: 'period', row, shop };
}

function feesOfPayout(item: unknown, policy: LedgerPolicy): LedgerOutcome {
	const { per } = policy.fees;
	if (per === 'Day' || per === 'Month') return problemOutcome(needsTransactions(item, per));
	const payout = readPayout(item);
	if (!payout.ok) return problemOutcome(payout.problem);
	const waiting = isWaiting(payout.value);
	if (waiting && per === 'Payout') {
		const reason = `Its status is ${payout.value.status}: its rows are booked once it was paid`;
		return skippedOutcome('not-paid', reason);
	}
	const rows = provenRows(payout.value, policy);
	if (!rows.ok) return problemOutcome(rows.problem);
	if (per === 'Transaction') return transactionFees(rows.value, payout.value.shop, policy);
	return payoutFees(payout.value, rows.value, policy);
}

function isWaiting({ status }: PayoutFacts): boolean {
	return status === 'SCHEDULED' || status === 'IN_TRANSIT';
}

/** The rows of a payout that adds up, none of which stops it. */
function provenRows(payout: PayoutFacts, policy: LedgerPolicy): Outcome<LedgerRowFacts[]> {
	const rows = checkedRows(payout);
	if (!rows.ok) return rows;
	const problem = stopsOf(rows.value, policy, `Payout ${payout.legacyId}`);
	return problem === undefined ? rows : { ok: false, problem };
}

/** What waits for a person's word has no say in the fees. */
function stopsOf(
	rows: readonly LedgerRowFacts[],
	policy: LedgerPolicy,
	where: string,
): Problem | undefined {
	const stopped = rows.flatMap((row) => {
		const treatment = treatmentOf(row, policy);
		return treatment.kind === 'stop' && treatment.stop.code !== 'confirm-type'
			? [{ row, stop: treatment.stop }]
			: [];
	});
	return stopProblem(stopped, where);
}

function needsPayout(item: unknown): Problem {
	return {
		code: 'needs-payouts',
		what: 'Fees per payout need the payout with all its rows, and this is a single balance transaction',
		where: itemLabel(item),
		fix: "Read payouts with Shopify Records, or choose 'One Document Per' transaction, day or month.",
	};
}

function needsTransactions(item: unknown, per: string): Problem {
	return {
		code: 'needs-transactions',
		what: `Fees per ${per.toLowerCase()} need every balance transaction of it, and payouts do not end with it`,
		where: itemLabel(item),
		fix: `Read balance transactions of whole ${per.toLowerCase()}s with Shopify Records, or choose 'One Document Per' payout.`,
	};
}

function wrongItem(item: unknown): Problem {
	return {
		code: 'malformed-item',
		what: 'The item is neither a payout nor a balance transaction of Shopify Payments',
		where: itemLabel(item),
		fix: "Connect the node to Shopify Records with the resource 'Payout' or 'Balance Transaction', or to the Shopify Balance Trigger.",
	};
}
