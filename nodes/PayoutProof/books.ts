import type { IExecuteFunctions } from 'n8n-workflow';

import type { AccountReference } from '../accounting/documents';
import type { Outcome } from '../accounting/problems';
import { clock } from '../n8n/clock';
import { throwProblem } from '../n8n/problems';
import { authenticatedHttp } from '../n8n/transport';
import { type AccountState, accountState } from '../quickbooks/books/register';
import { answerProblem } from '../quickbooks/client';
import { companyAddress } from '../quickbooks/credential';
import { openSession, type Session } from '../quickbooks/session';

const CREDENTIAL = 'quickBooksCompanyOAuth2Api';

/** A company to be read; nothing is ever written by a proof. */
export interface CompanyBooks {
	session: Session;
	appUrl: string;
}

export async function openBooks(context: IExecuteFunctions): Promise<CompanyBooks> {
	const address = companyAddress(await context.getCredentials(CREDENTIAL));
	if (!address.ok) throwProblem(context.getNode(), 0, address.problem);
	const { baseUrl, realmId, appUrl } = address.value;
	const connection = { send: authenticatedHttp(context, CREDENTIAL), clock, baseUrl, realmId };
	const session = await openSession(connection);
	if (session.kind !== 'done') {
		throwProblem(context.getNode(), 0, answerProblem(session, 'QuickBooks'));
	}
	return { session: session.value, appUrl };
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
