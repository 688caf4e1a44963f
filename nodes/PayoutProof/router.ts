import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { refuseEvery } from '../n8n/problems';
import { proveClearingBalances } from './operations/proveClearing';
import { provePayouts } from './operations/provePayouts';

/** Where QuickBooks cannot be read at all, the node stops, or refuses every item. */
export async function router(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	if (context.getInputData().length === 0) return [[], []];
	const operation = context.getNodeParameter('operation', 0);
	const prove = operation === 'proveClearing' ? proveClearingBalances : provePayouts;
	if (!context.continueOnFail()) return await prove(context);
	return await prove(context).catch((thrown: unknown) => [refuseEvery(context, thrown), []]);
}
