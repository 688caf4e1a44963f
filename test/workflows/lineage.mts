import type { INodeExecutionData, IRun } from 'n8n-workflow';

export interface Step {
	node: string;
	item: INodeExecutionData;
}

/**
 * Follows an item's `pairedItem` back to the trigger, as n8n does for `$('Node').item`. An item that
 * sums up several is followed by its first.
 *
 * @returns the item first, the trigger's last
 * @throws Error that names the node where the link is missing or leads nowhere
 */
export function lineage(
	run: IRun,
	from: { node: string; run?: number; output?: number; index: number },
): Step[] {
	const { node, run: runIndex = 0, output = 0, index } = from;
	const task = run.data.resultData.runData[node]?.[runIndex];
	const item = task?.data?.main[output]?.[index];
	if (!item) throw new Error(`"${node}" has no item ${index} by output ${output}`);
	const [source] = task.source;
	if (!source) return [{ node, item }];
	const [link] = [item.pairedItem].flat();
	if (link === undefined) throw new Error(`Item ${index} of "${node}" is paired with nothing`);
	const before = lineage(run, {
		node: source.previousNode,
		run: source.previousNodeRun,
		output: source.previousNodeOutput,
		index: typeof link === 'number' ? link : link.item,
	});
	return [{ node, item }, ...before];
}
