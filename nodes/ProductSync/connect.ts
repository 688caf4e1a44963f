import type { IExecuteFunctions } from 'n8n-workflow';

import type { Outcome } from '../accounting/problems';
import { clock } from '../n8n/clock';
import { authenticatedHttp } from '../n8n/transport';
import { answerProblem } from '../quickbooks/client';
import { companyAddress } from '../quickbooks/credential';
import { openSession, type Session } from '../quickbooks/session';

const CREDENTIAL = 'quickBooksCompanyOAuth2Api';

/** The company that the credential leads to. */
export async function connectCompany(
	context: IExecuteFunctions,
	createAccounts: boolean,
): Promise<Outcome<Session>> {
	const address = companyAddress(await context.getCredentials(CREDENTIAL));
	if (!address.ok) return address;
	const { baseUrl, realmId } = address.value;
	const connection = { send: authenticatedHttp(context, CREDENTIAL), clock, baseUrl, realmId };
	const create = new Set(createAccounts ? (['Account'] as const) : []);
	const session = await openSession(connection, { create });
	if (session.kind === 'done') return { ok: true, value: session.value };
	return { ok: false, problem: answerProblem(session, 'QuickBooks') };
}
