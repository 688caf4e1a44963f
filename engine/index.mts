export { loadNodeTypes, loadPackages, NodeTypes } from './nodeTypes.mts';
export {
	runWorkflow,
	runWorkflowFile,
	type Progress,
	type RunOptions,
	type RunResult,
	type WorkflowFile,
} from './run.mts';
