import type { AccountReference, EntryCategory } from '../documents';
import type { LedgerRowFacts } from '../facts/payout';
import { groupBy } from '../groupBy';
import type { LedgerPolicy } from '../ledgerPolicy';
import { feeCategory, feeRole } from '../ledgerTypes';
import { Money } from '../money';
import { rowWords } from './rowWords';
import { treatmentOf } from './treatment';

/** What one row costs, of one kind; positive is a cost. */
export interface Fee {
	row: LedgerRowFacts;
	category: EntryCategory;
	account: AccountReference;
	amount: Money;
}

/** The fees of one kind together, as a line shows them. */
export interface FeeLine {
	category: EntryCategory;
	account: AccountReference;
	description: string;
	amount: Money;
}

/** All that a row costs: the fee that was kept from it, and the row itself where it is a charge. */
export function feesOf(row: LedgerRowFacts, policy: LedgerPolicy): Fee[] {
	const treatment = treatmentOf(row, policy);
	const kept = keptFees(row).map(({ category, amount }) => ({
		row,
		category,
		account: policy.accounts[feeRole(category)],
		amount,
	}));
	const charged =
		treatment.kind === 'charge' ? [{ row, ...pick(treatment), amount: row.amount.negate() }] : [];
	return [...kept, ...charged].filter(({ amount }) => !amount.isZero());
}

function pick({ category, account }: { category: EntryCategory; account: AccountReference }) {
	return { category, account };
}

/**
 * The fee of a row by kind. Shopify gives the kinds with the order's transaction only; where they are
 * not there, or do not come to the fee that was kept, it is one fee.
 */
function keptFees(row: LedgerRowFacts): Array<{ category: EntryCategory; amount: Money }> {
	const usual = feeCategory(row.type);
	const amounts = [
		row.feeParts.map(({ amount }) => amount),
		row.feeParts.map(({ amount, tax }) => amount.add(tax)),
	].find((parts) => Money.sum(row.currency, parts).equals(row.fee));
	if (amounts === undefined || row.feeParts.length === 0) {
		return [{ category: usual, amount: row.fee }];
	}
	return row.feeParts.map(({ type }, index) => ({
		category: /conver|exchange/i.test(type) ? 'Currency Conversion Fee' : usual,
		amount: amounts[index],
	}));
}

/** One line for each kind and account, in the order in which they first occur. */
export function feeLines(fees: readonly Fee[]): FeeLine[] {
	const keyOf = ({ category, account }: Fee) => JSON.stringify([category, account]);
	return groupBy(fees, keyOf).map((alike) => {
		const [{ category, account, row }] = alike;
		return {
			category,
			account,
			description:
				alike.length === 1 ? `${category}: ${rowWords(row)}` : `${category}: ${alike.length} rows`,
			amount: Money.sum(
				row.currency,
				alike.map(({ amount }) => amount),
			),
		};
	});
}
