import type { IExecuteFunctions } from 'n8n-workflow';

import { clock } from '../n8n/clock';
import { throwProblem } from '../n8n/problems';
import { authenticatedHttp } from '../n8n/transport';
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
