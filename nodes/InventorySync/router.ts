import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { refuseEvery } from '../n8n/problems';
import { offItem } from './outputs/summaryItem';
import { runSync } from './runSync';
import { modeOf } from './settings';

/**
 * One run for all input items. What cannot be read at all stops the node, or refuses every item; off,
 * nobody is asked anything.
 */
export async function router(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	if (context.getInputData().length === 0) return [[], []];
	if (modeOf(context) === 'Off') return [[], [offItem(context)]];
	if (!context.continueOnFail()) return await runSync(context);
	return await runSync(context).catch((thrown: unknown) => [refuseEvery(context, thrown), []]);
}
