import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { clock } from '../n8n/clock';
import { throwProblem } from '../n8n/problems';
import { authenticatedHttp } from '../n8n/transport';
import { answerProblem } from '../quickbooks/client';
import { companyAddress } from '../quickbooks/credential';
import { openSession } from '../quickbooks/session';
import { findDocuments } from './operations/find';
import { planDocuments } from './operations/plan';
import { postDocuments } from './operations/post';
import { refuseAll } from './operations/refusals';
import { undoItems } from './operations/undo';
import { settingsOf } from './settings';

const OPERATIONS: ReadonlyMap<string, typeof planDocuments> = new Map([
	['find', findDocuments],
	['plan', planDocuments],
	['post', postDocuments],
	['undo', undoItems],
]);

const CREDENTIAL = 'quickBooksCompanyOAuth2Api';

/**
 * All input items at once: a batch takes 30 documents, and each list is read once. Where QuickBooks
 * cannot be read at all, nothing was written, and the node stops or refuses every document.
 */
export async function router(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	if (context.getInputData().length === 0) return [];
	const work = handleDocuments(context);
	if (!context.continueOnFail()) return await work;
	return await work.catch((thrown: unknown) => refuseAll(context, thrown));
}

async function handleDocuments(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const address = companyAddress(await context.getCredentials(CREDENTIAL));
	if (!address.ok) throwProblem(context.getNode(), 0, address.problem);
	const { baseUrl, realmId } = address.value;
	const connection = { send: authenticatedHttp(context, CREDENTIAL), clock, baseUrl, realmId };
	const session = await openSession(connection, settingsOf(context));
	if (session.kind !== 'done') {
		throwProblem(context.getNode(), 0, answerProblem(session, 'QuickBooks'));
	}
	const operation = context.getNodeParameter('operation', 0);
	const operate = OPERATIONS.get(String(operation)) ?? planDocuments;
	return await operate(context, session.value, address.value);
}
