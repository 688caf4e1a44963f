import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { type Problem, refusedItem, refuseEvery, throwProblem } from '../../n8n/problems';

export interface Refusal {
	index: number;
	problem: Problem;
}

/**
 * Refused documents, after all others are done. Where the user wants the workflow to stop, it stops
 * here: what was posted is in the books, and the next run finds it there.
 *
 * @throws NodeOperationError unless the node goes on after a failed item.
 */
export function refusedItems(
	context: IExecuteFunctions,
	refusals: readonly Refusal[],
	total: number,
): INodeExecutionData[] {
	const [first] = refusals;
	if (first && !context.continueOnFail()) {
		throwProblem(context.getNode(), first.index, withCount(first.problem, refusals.length, total));
	}
	return refusals.map(({ index, problem }) => refusedItem(context, index, problem));
}

const NOT_TWICE =
	'Mend what the text names and run again: documents that are already posted are not posted twice';

export function refuseAll(context: IExecuteFunctions, thrown: unknown): INodeExecutionData[] {
	return refuseEvery(context, thrown, NOT_TWICE);
}

function withCount(problem: Problem, refused: number, total: number): Problem {
	if (refused === 1 && total === 1) return problem;
	return {
		...problem,
		fix: `${problem.fix}. ${refused} of ${total} documents could not be posted, the others are in the books. To go on with those, set 'On Error' of this node to 'Continue (using error output)'`,
	};
}
