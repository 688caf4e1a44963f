import type { IExecuteFunctions } from 'n8n-workflow';

import type { Outcome } from '../accounting/problems';
import { clock } from '../n8n/clock';
import { authenticatedHttp } from '../n8n/transport';
import { answerProblem } from '../quickbooks/client';
import { type CompanyAddress, companyAddress } from '../quickbooks/credential';
import { openSession, type Session } from '../quickbooks/session';
import type { PostingSettings } from '../quickbooks/settings';

const CREDENTIAL = 'quickBooksCompanyOAuth2Api';

export interface CompanyConnection {
	session: Session;
	address: CompanyAddress;
}

/** The company that the chosen credential leads to; what it is and prefers is read. */
export async function connectCompany(
	context: IExecuteFunctions,
	settings: Partial<PostingSettings> = {},
): Promise<Outcome<CompanyConnection>> {
	const address = companyAddress(await context.getCredentials(CREDENTIAL));
	if (!address.ok) return address;
	const { baseUrl, realmId } = address.value;
	const connection = { send: authenticatedHttp(context, CREDENTIAL), clock, baseUrl, realmId };
	const session = await openSession(connection, settings);
	return session.kind === 'done'
		? { ok: true, value: { session: session.value, address: address.value } }
		: { ok: false, problem: answerProblem(session, 'QuickBooks') };
}
