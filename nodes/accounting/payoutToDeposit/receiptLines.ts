import type { DepositAccountLine, DepositLine, DepositReceiptLine } from '../documents';
import type { LedgerRowFacts } from '../facts/payout';
import { legacyIdOf } from '../facts/readParts';
import { groupBy } from '../groupBy';
import { rowWords } from '../ledger/rowWords';
import type { LedgerPolicy } from '../ledgerPolicy';
import { Money } from '../money';

/**
 * What orders and refunds booked to Undeposited Funds. A row whose document is known is linked, once
 * per document; of the others (refunds whose id the row does not tell, corrections) the amount alone
 * is taken from the account, which comes to the same.
 */
export function receiptLines(
	rows: readonly LedgerRowFacts[],
	domain: string,
	policy: LedgerPolicy,
): DepositLine[] {
	const linked = rows.map((row) => ({ row, links: linkOf(row, domain, policy) }));
	return groupBy(linked, ({ row, links }) => links?.key ?? row.id).map((alike) => {
		const [{ row, links }] = alike;
		const amounts = alike.map((each) => each.row.amount);
		const amount = Money.sum(row.currency, amounts).toDecimalString();
		const description = rowWords(row);
		return links === undefined
			? unlinked(description, amount, policy)
			: { category: 'Receipt', links, description, amount };
	});
}

function unlinked(
	description: string,
	amount: string,
	{ payouts }: LedgerPolicy,
): DepositAccountLine {
	return { category: 'Other', account: payouts.undeposited, description, amount };
}

type Link = DepositReceiptLine['links'];

function linkOf(row: LedgerRowFacts, domain: string, policy: LedgerPolicy): Link | undefined {
	const { type, order, orderTransactionId, refundId, amount } = row;
	if (type === 'REFUND' && refundId !== null && amount.isNegative()) {
		return { document: 'Refund Receipt', key: `${domain}/Refund/${legacyIdOf(refundId)}` };
	}
	// A receipt is banked whole, never taken back by a deposit.
	if (type !== 'CHARGE' || amount.isNegative()) return undefined;
	if (policy.payouts.receipts === 'Payment') {
		if (orderTransactionId === null) return undefined;
		return { document: 'Payment', key: `${domain}/OrderTransaction/${orderTransactionId}` };
	}
	if (order === null) return undefined;
	return { document: 'Sales Receipt', key: `${domain}/Order/${legacyIdOf(order.id)}` };
}
