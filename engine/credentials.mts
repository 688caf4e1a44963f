import type {
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialType,
	ICredentialsExpressionResolveValues,
	IDataObject,
	IExecuteData,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeParameters,
	INodeProperties,
	IRequestOptionsSimplified,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import { resolveExpressions } from './expressions.mts';
import n8n from './n8n.cjs';
import type { NodeTypes } from './nodeTypes.mts';

type Data = ICredentialDataDecryptedObject;

const { NodeHelpers } = n8n.workflow;

/**
 * What n8n's server does with credentials, kept in memory: one credential per type. Follows
 * packages/cli/src/credentials-helper.ts of n8n 2.41, so that OAuth2 refresh, expirable tokens and
 * expressions in credentials behave as in a real n8n.
 */
export class CredentialsInMemory extends n8n.workflow.ICredentialsHelper {
	constructor(
		private readonly store: Map<string, Data>,
		private readonly types: NodeTypes,
	) {
		super();
	}

	getParentTypes(name: string): string[] {
		const parents = this.types.credential(name)?.extends ?? [];
		return parents.flatMap((parent) => [parent, ...this.getParentTypes(parent)]);
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	getCredentialsProperties(name: string): INodeProperties[] {
		const type = this.types.credential(name);
		if (!type) throw new Error(`Credential type "${name}" is not loaded`);
		const properties: INodeProperties[] = [];
		for (const parent of type.extends ?? []) {
			NodeHelpers.mergeNodeProperties(properties, this.getCredentialsProperties(parent));
		}
		NodeHelpers.mergeNodeProperties(properties, type.properties);
		return properties;
	}

	async authenticate(
		credentials: Data,
		typeName: string,
		incoming: IHttpRequestOptions | IRequestOptionsSimplified,
	): Promise<IHttpRequestOptions> {
		const request = incoming as IHttpRequestOptions;
		const authenticate = this.types.credential(typeName)?.authenticate;
		if (authenticate === undefined) return request;
		if (typeof authenticate === 'function') return await authenticate(credentials, request);
		const properties = resolveExpressions(
			authenticate.properties as INodeParameters,
			{ $credentials: credentials },
			this.types,
		) as Record<string, IDataObject>;
		for (const [part, values] of Object.entries(properties)) {
			const target = request as unknown as Record<string, IDataObject>;
			target[part] = { ...target[part], ...values };
		}
		return request;
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: Data,
		typeName: string,
		node: INode,
		credentialsExpired: boolean,
	): Promise<Data | undefined> {
		const type = this.types.credential(typeName);
		const expirable = type?.properties.find(
			({ type: kind, typeOptions }) => kind === 'hidden' && typeOptions?.expirable === true,
		);
		if (typeof type?.preAuthentication !== 'function' || !expirable) return undefined;
		if (credentials[expirable.name] !== '' && !credentialsExpired) return undefined;
		const output = await type.preAuthentication.call(helpers, credentials);
		if (output[expirable.name] === undefined) return undefined;
		const details = node.credentials?.[typeName];
		if (!details) return undefined;
		await this.updateCredentials(details, typeName, {
			...this.store.get(typeName),
			...(output as Data),
		});
		return Object.assign(credentials, output) as Data;
	}

	async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: Data,
		typeName: string,
	): Promise<Data | undefined> {
		const type = this.types.credential(typeName);
		if (typeof type?.preAuthentication !== 'function') return undefined;
		return (await type.preAuthentication.call(helpers, credentials)) as Data;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('The engine has no encrypted credentials');
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		details: INodeCredentialsDetails,
		type: string,
		_mode: WorkflowExecuteMode,
		_executeData?: IExecuteData,
		raw?: boolean,
		_values?: ICredentialsExpressionResolveValues,
	): Promise<Data> {
		const stored = this.store.get(type);
		if (!stored) throw new Error(`No credential of type "${type}" (${details?.name ?? 'unnamed'})`);
		const data = structuredClone(stored);
		return raw ? data : this.withDefaults(type, data);
	}

	/** Hidden fields and untouched ones come from the type's defaults, then expressions are resolved. */
	private withDefaults(type: string, data: Data): Data {
		const properties = this.getCredentialsProperties(type);
		const parameters = NodeHelpers.getNodeParameters(
			properties,
			data as INodeParameters,
			true,
			false,
			null,
			null,
		) as Data;
		if (data.oauthTokenData !== undefined) parameters.oauthTokenData = data.oauthTokenData;
		return resolveExpressions(
			parameters as INodeParameters,
			{ $self: parameters },
			this.types,
		) as Data;
	}

	async updateCredentials(_details: INodeCredentialsDetails, type: string, data: Data) {
		this.store.set(type, structuredClone(data));
	}

	async updateCredentialsOauthTokenData(
		_details: INodeCredentialsDetails,
		type: string,
		{ oauthTokenData }: Data,
	) {
		this.store.set(
			type,
			structuredClone({ ...this.store.get(type), oauthTokenData: oauthTokenData! }),
		);
	}
}
