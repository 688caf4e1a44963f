import type { IDataObject, INodeParameters, INodeTypes } from 'n8n-workflow';

import n8n from './n8n.cjs';

/** What an expression in a credential may name. */
export interface Names {
	/** $credentials, in an `authenticate` rule. */
	$credentials?: IDataObject;
	/** $self, in a field's default. */
	$self?: IDataObject;
}

/** Expressions outside of any node need a workflow and a node to be evaluated in; n8n does the same. */
export function resolveExpressions(
	parameters: INodeParameters,
	{ $credentials, $self = {} }: Names,
	nodeTypes: INodeTypes,
): INodeParameters {
	const node = {
		id: 'credentials',
		name: 'Credentials',
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters,
	};
	const workflow = new n8n.workflow.Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes,
	});
	const keys = $credentials ? { $credentials } : {};
	return workflow.expression.getComplexParameterValue(
		node,
		parameters,
		'internal',
		keys as never,
		undefined,
		undefined,
		$self,
	) as INodeParameters;
}
