import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { refuseEvery } from '../n8n/problems';
import { proveBalances } from './operations/proveBalances';
import { proveClearingBalances } from './operations/proveClearing';
import { provePayouts } from './operations/provePayouts';

const OPERATIONS: ReadonlyMap<string, typeof provePayouts> = new Map([
	['proveBalances', proveBalances],
	['proveClearing', proveClearingBalances],
	['provePayouts', provePayouts],
]);

/** Where QuickBooks cannot be read at all, the node stops, or refuses every item. */
export async function router(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	if (context.getInputData().length === 0) return [[], []];
	const operation = context.getNodeParameter('operation', 0);
	const prove = OPERATIONS.get(String(operation)) ?? provePayouts;
	if (!context.continueOnFail()) return await prove(context);
	return await prove(context).catch((thrown: unknown) => [refuseEvery(context, thrown), []]);
}
