import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	INodeParameters,
} from 'n8n-workflow';
import { CredentialsInMemory } from '../../engine/credentials.mts';
import { resolveExpressions } from '../../engine/expressions.mts';
import n8n from '../../engine/n8n.cjs';
import { loadPackages, type NodeTypes } from '../../engine/nodeTypes.mts';

/** The credential as a node gets it: hidden fields filled in and expressions worked out. */
export async function resolved(type: ICredentialType, data: ICredentialDataDecryptedObject) {
	const types = Object.create(await loadPackages([n8n.builtInFolder()])) as NodeTypes;
	const inner = Object.getPrototypeOf(types) as NodeTypes;
	types.credential = (name) => (name === type.name ? type : inner.credential(name));
	const helper = new CredentialsInMemory(new Map([[type.name, data]]), types);
	return await helper.getDecrypted({} as never, { id: '1', name: 'x' }, type.name, 'internal');
}

/** Expressions of `authenticate` and `test`, worked out for a credential's data. */
export async function evaluated(expressions: object, data: ICredentialDataDecryptedObject) {
	const types = await loadPackages([n8n.builtInFolder()]);
	return resolveExpressions(expressions as INodeParameters, { $credentials: data }, types);
}
