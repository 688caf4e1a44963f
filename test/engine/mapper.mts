import type { INode, INodeType } from 'n8n-workflow';

import type { RunResult } from '../../engine/index.mts';
import { type Before, type Parameters, runChain, type SourceItem } from './runNode.mts';

export type { Parameters, SourceItem };

/** A mapping node that is run, and n8n's own nodes that stand before it. */
export interface MapperRun {
	mapper: INodeType;
	parameters?: Parameters;
	onError?: INode['onError'];
	before?: Before;
}

/** Runs a mapper on these items in n8n's own engine; its output is that of the node 'Map'. */
export async function runMapper(
	items: readonly SourceItem[],
	{ mapper, before, ...run }: MapperRun,
): Promise<RunResult> {
	return await runChain({ name: 'Map', node: mapper, ...run }, items, before);
}
