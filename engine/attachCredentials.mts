import type { INode, INodeCredentials, INodeCredentialsDetails } from 'n8n-workflow';

import n8n from './n8n.cjs';
import type { NodeTypes } from './nodeTypes.mts';

/**
 * Template workflows carry no credentials; a user picks them in each node after the import. This does the
 * same: every node that shows a credential of a type that there is gets it.
 */
export function attachCredentials(
	nodes: INode[],
	credentials: ReadonlyMap<string, INodeCredentialsDetails>,
	nodeTypes: NodeTypes,
): INode[] {
	return nodes.map((node) => {
		const attached: INodeCredentials = {};
		for (const type of credentialsShown(node, nodeTypes)) {
			const credential = credentials.get(type);
			if (credential) attached[type] = credential;
		}
		if (Object.keys(attached).length === 0) return node;
		return { ...node, credentials: { ...attached, ...node.credentials } };
	});
}

/** The credential types that the node's panel shows with its present parameters. */
function credentialsShown(node: INode, nodeTypes: NodeTypes): string[] {
	const { description } = nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	const { NodeHelpers } = n8n.workflow;
	const parameters =
		NodeHelpers.getNodeParameters(
			description.properties,
			node.parameters,
			true,
			false,
			node,
			description,
		) ?? {};
	const shown = (description.credentials ?? [])
		.filter((credential) => NodeHelpers.displayParameter(parameters, credential, node, description))
		.map(({ name }) => name);
	// The HTTP Request node borrows another vendor's credential type.
	const { nodeCredentialType } = parameters;
	return typeof nodeCredentialType === 'string' ? [...shown, nodeCredentialType] : shown;
}
