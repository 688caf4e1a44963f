import type {
	ExecuteWorkflowOptions,
	IExecuteWorkflowInfo,
	INodeExecutionData,
	IRunExecutionData,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import type { RunOptions, RunResult, WorkflowFile } from './run.mts';

type Server = Pick<IWorkflowExecuteAdditionalData, 'executeWorkflow' | 'getRunExecutionData'>;

/**
 * What n8n's server does for the Execute Sub-workflow node, with the workflows that there are instead of
 * a database.
 *
 * @param called gets each run that was called, failed ones too
 */
export function subWorkflows(
	options: RunOptions,
	run: (options: RunOptions) => Promise<RunResult>,
	called: RunResult['called'],
): Server {
	const executeWorkflow: Server['executeWorkflow'] = async (
		info: IExecuteWorkflowInfo,
		_,
		{ inputData }: ExecuteWorkflowOptions,
	) => {
		const workflow = options.subWorkflows?.find(({ id }) => id === info.id);
		// n8n's own words, as nodes show them.
		if (!workflow) throw new Error('Workflow does not exist.');
		const result = await run({
			...options,
			workflow,
			startNode: subWorkflowStart(workflow),
			items: inputData ?? [{ json: {} }],
			mode: 'integrated',
			onProgress: undefined,
		});
		const executionId = String(called.push({ workflow: workflow.name, result }));
		if (result.error) throw result.error;
		return { executionId, data: lastOutput(result.run.data) };
	};
	const getRunExecutionData = async (id: string) => called[Number(id) - 1]?.result.run.data;
	return { executeWorkflow, getRunExecutionData };
}

function subWorkflowStart({ name, nodes }: WorkflowFile): string {
	const start = nodes.find(({ type }) => type === 'n8n-nodes-base.executeWorkflowTrigger');
	if (!start) throw new Error(`Missing node to start execution in "${name}"`);
	return start.name;
}

function lastOutput({ resultData }: IRunExecutionData): Array<INodeExecutionData[] | null> {
	const runs = resultData.runData[resultData.lastNodeExecuted ?? ''] ?? [];
	return runs.at(-1)?.data?.main ?? [];
}
