import type { AccountReference, EntryCategory } from '../documents';
import type { LedgerRowFacts } from '../facts/payout';
import type { LedgerPolicy } from '../ledgerPolicy';
import { isRemittance } from '../ledgerTypes';
import type { Money } from '../money';
import type { Problem } from '../problems';
import type { Treatment } from './treatment';

/** What stands against the clearing account; the amount is what it does to clearing, signed. */
export interface EntryPart {
	category: EntryCategory;
	account: AccountReference;
	amount: Money;
}

/**
 * The other side of a row: one account, but for a loan that is paid back from the balance. There
 * Shopify does not say which part is the cost, so a person names its percent.
 */
export function entryParts(
	row: LedgerRowFacts,
	{ category, account }: Extract<Treatment, { kind: 'charge' | 'entry' }>,
	{ entries, accounts }: LedgerPolicy,
): EntryPart[] {
	const percent = entries.financingCost;
	if (percent === undefined || !isRemittance(row.type)) {
		return [{ category, account, amount: row.amount }];
	}
	const [whole, cost] = percentWeights(percent);
	const [costAmount, principal] = row.amount.allocate([cost, whole - cost]);
	return [
		{ category, account, amount: principal },
		{ category, account: accounts.financingCost, amount: costAmount },
	].filter(({ amount }) => !amount.isZero());
}

/** A percentage as whole parts: "16.67" is 1667 of 10000, 0 of 1 where it is none. */
export function percentWeights(percent: string): [whole: number, part: number] {
	const match = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(percent.trim());
	if (match === null) return [1, 0];
	const [, units, decimals = ''] = match;
	return [100 * 10 ** decimals.length, Number(`${units}${decimals}`)];
}

/** Undefined for a percentage below 100 with at most four decimals. */
export function percentFinding(percent: string): string | undefined {
	const [whole, part] = percentWeights(percent);
	const isReadable = /^\d{1,2}(\.\d{1,4})?$/.test(percent.trim()) && part < whole;
	return isReadable
		? undefined
		: `'${percent.slice(0, 20)}' is not a percentage such as 20 or 16.67`;
}

/** A cost of loans that cannot be read would be booked as none. */
export function financingProblem({ entries }: LedgerPolicy): Problem | undefined {
	const percent = entries.financingCost;
	const finding = percent === undefined ? undefined : percentFinding(percent);
	if (finding === undefined) return undefined;
	return {
		code: 'financing-setting',
		what: finding,
		where: "'Cost in Loan Remittances'",
		fix: 'Give the part of each remittance that is cost in percent, or leave it empty to book it all to the loan.',
	};
}
