export { attachCredentials } from './attachCredentials.mts';
export { loadNodeTypes, loadPackages, NodeTypes } from './nodeTypes.mts';
export {
	outputsOf,
	runWorkflow,
	runWorkflowFile,
	type Progress,
	type RunOptions,
	type RunResult,
	type WorkflowFile,
} from './run.mts';
