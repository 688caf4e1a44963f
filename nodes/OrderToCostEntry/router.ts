import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { costEntries, type CostInput } from '../accounting/costOfGoods';
import { clock } from '../n8n/clock';
import { mapEach, MapperOutputs } from '../n8n/mapItems';
import { costPolicyFor } from './costPolicyFor';

/** Orders are mapped together: documents to the first output, what moves no cost (yet) to the second. */
export async function router(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const asOf = new Date(clock.now()).toISOString();
	const outputs = new MapperOutputs(context);
	const inputs: CostInput[] = [];
	const items: number[] = [];
	let refused: string | undefined;
	await mapEach(
		context,
		(item, itemIndex) => {
			inputs.push({ item, policy: costPolicyFor(context, itemIndex, asOf) });
			items.push(itemIndex);
			return { kind: 'documents', documents: [], skipped: [] };
		},
		outputs,
		(itemIndex) => {
			refused ??= `Item ${itemIndex + 1}`;
		},
	);
	const result = costEntries(inputs, refused);
	for (const { input, problem } of result.refused) {
		outputs.add(items[input], { kind: 'problem', problem });
	}
	for (const { inputs: own, outcome } of result.entries) {
		if (outcome.ok)
			outputs.addJoint(
				own.map((input) => items[input]),
				[outcome.value],
			);
		else outputs.add(items[own[0]], { kind: 'problem', problem: outcome.problem });
	}
	for (const { input, skip } of result.skipped) {
		outputs.add(items[input], { kind: 'documents', documents: [], skipped: [skip] });
	}
	return outputs.all();
}
