import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { refuseEvery, throwProblem } from '../n8n/problems';
import { outputsOf } from './outputs';
import { settingsOf } from './settings';
import { sync } from './sync';

const NOT_TWICE =
	'Mend what the text names and run again: items that are there are not created twice';

/** One run for all input items. Where a side cannot be read, nothing was written, and the node stops. */
export async function router(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	if (context.getInputData().length === 0) return [[], []];
	const work = syncProducts(context);
	if (!context.continueOnFail()) return await work;
	return await work.catch((thrown: unknown) => [refuseEvery(context, thrown, NOT_TWICE), []]);
}

async function syncProducts(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const settings = settingsOf(context);
	const synced = await sync(context, settings);
	if (!synced.ok) throwProblem(context.getNode(), 0, synced.problem);
	return outputsOf(context, settings, synced.value);
}
