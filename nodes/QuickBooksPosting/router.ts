import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { throwProblem } from '../n8n/problems';
import { connectCompany } from '../panel/connectCompany';
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
	const company = await connectCompany(context, settingsOf(context));
	if (!company.ok) throwProblem(context.getNode(), 0, company.problem);
	const { session, address } = company.value;
	const operation = context.getNodeParameter('operation', 0);
	const operate = OPERATIONS.get(String(operation)) ?? planDocuments;
	return await operate(context, session, address);
}
