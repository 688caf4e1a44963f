import { createRequire } from 'node:module';
import { join } from 'node:path';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IExecuteFunctions,
	INode,
} from 'n8n-workflow';
import { CredentialsInMemory } from '../../engine/credentials.mts';
import n8n from '../../engine/n8n.cjs';
import type { NodeTypes } from '../../engine/nodeTypes.mts';

const CREDENTIAL = 'vendorOAuth2Api';

/** n8n-core's own request helpers over credentials in memory: what a node's context offers. */
export function realContext(type: ICredentialType, data: ICredentialDataDecryptedObject) {
	const base: ICredentialType = { name: 'oAuth2Api', displayName: 'OAuth2', properties: [] };
	const types = {
		credential: (name: string) => (name === 'oAuth2Api' ? base : { ...type, name: CREDENTIAL }),
	} as unknown as NodeTypes;
	const store = new Map([[CREDENTIAL, data]]);
	const credentialsHelper = new CredentialsInMemory(store, types);
	const node: INode = {
		id: '1',
		name: 'Vendor',
		type: 'test.vendor',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [CREDENTIAL]: { id: '1', name: 'My vendor' } },
	};
	const context = {
		getNode: () => node,
		getCredentials: async () => structuredClone(store.get(CREDENTIAL)),
		logger: { debug: () => undefined, warn: () => undefined, error: () => undefined },
		helpers: requestHelpers()({}, node, { credentialsHelper }),
	} as unknown as IExecuteFunctions;
	return { context, credentialType: CREDENTIAL, stored: () => store.get(CREDENTIAL) };
}

type Factory = (workflow: object, node: INode, additionalData: object) => object;

/** Not among n8n-core's exports, so it is taken from its folder. */
function requestHelpers(): Factory {
	const require = createRequire(join(n8n.packageFolder, 'package.json'));
	const folder = join(n8n.packageFolder, 'node_modules/n8n-core/dist/execution-engine');
	const helpers = require(
		join(folder, 'node-execution-context/utils/request-helper-functions.js'),
	) as { getRequestHelperFunctions: Factory };
	return helpers.getRequestHelperFunctions;
}
