import type { AccountReference } from '../documents';
import type { LedgerShopFacts, PayoutFacts } from '../facts/payout';
import type { LedgerPolicy } from '../ledgerPolicy';
import type { Outcome } from '../problems';

/**
 * The clearing account of a currency. '*' is the shop's own currency only, because money of two
 * currencies in one account can never be proved.
 */
export function clearingOf(
	currency: string,
	shop: LedgerShopFacts,
	policy: LedgerPolicy,
	where: string,
): Outcome<AccountReference> {
	const found = policy.clearing.find(
		(row) => row.currency === currency || (row.currency === '*' && currency === shop.currency),
	);
	if (found !== undefined) return { ok: true, value: found.account };
	return {
		ok: false,
		problem: {
			code: 'no-clearing-account',
			what: `It is in ${currency}, and no clearing account is named for that currency`,
			where,
			fix: `Add a row to 'Clearing Accounts' with the currency ${currency} and an account of its own.`,
		},
	};
}

/** The bank account that a payout arrives in; nobody but the user can know it. */
export function bankOf(payout: PayoutFacts, policy: LedgerPolicy): Outcome<AccountReference> {
	const names = namesOf(payout);
	const found = policy.payouts.banks.find(
		({ payoutsOf }) =>
			payoutsOf === '*' || names.some((name) => name.toLowerCase() === payoutsOf.toLowerCase()),
	);
	if (found !== undefined) return { ok: true, value: found.account };
	return {
		ok: false,
		problem: {
			code: 'no-bank-account',
			what: `No account is named that payouts of ${names.join(', ')} arrive in`,
			where: `Payout ${payout.legacyId}`,
			fix: "Add a row to 'Payout Accounts' with the account that the bank statement shows the payout in, for example 'Checking' or 'Shopify Balance'. Use * for all payouts.",
		},
	};
}

/** What tells payouts of different bank accounts apart. */
function namesOf({ currency, businessEntity, bank }: PayoutFacts): string[] {
	return [currency, businessEntity?.id, businessEntity?.name, bank?.name, bank?.lastDigits].flatMap(
		(name) => name || [],
	);
}
