import type { IExecuteFunctions } from 'n8n-workflow';

import type { AccountReference } from '../accounting/documents';
import type { Outcome } from '../accounting/problems';
import { throwProblem } from '../n8n/problems';
import { connectCompany } from '../panel/connectCompany';
import { type AccountState, accountState } from '../quickbooks/books/register';
import type { Session } from '../quickbooks/session';

/** A company to be read; nothing is ever written by a proof. */
export interface CompanyBooks {
	session: Session;
	appUrl: string;
}

export async function openBooks(context: IExecuteFunctions): Promise<CompanyBooks> {
	const company = await connectCompany(context);
	if (!company.ok) throwProblem(context.getNode(), 0, company.problem);
	const { session, address } = company.value;
	return { session, appUrl: address.appUrl };
}

/** The account that holds what Shopify owes; another currency's balance could prove nothing. */
export async function clearingState(
	{ session }: CompanyBooks,
	reference: AccountReference,
	currency: string,
): Promise<Outcome<AccountState>> {
	const state = await accountState(session, reference);
	if (!state.ok || state.value.currency === currency) return state;
	return {
		ok: false,
		problem: {
			code: 'account-currency',
			what: `The clearing account is kept in ${state.value.currency}, and Shopify holds ${currency}`,
			where: `Account "${state.value.name}"`,
			fix: `Name an account in ${currency} for this currency under 'Clearing Accounts'.`,
		},
	};
}
