export { attachCredentials } from './attachCredentials.mts';
export { loadNodeTypes, loadPackages, NodeTypes } from './nodeTypes.mts';
export { openPoller, type Poller, type PollerOptions, type PollOutcome } from './poll.mts';
export {
	outputsOf,
	runWorkflow,
	runWorkflowFile,
	type Progress,
	type RunOptions,
	type RunResult,
	type WorkflowFile,
} from './run.mts';
