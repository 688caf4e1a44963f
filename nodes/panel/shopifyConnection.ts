import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

export const authenticationField: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'OAuth2',
			value: 'oAuth2',
			description: 'Any app that is installed by its consent page',
		},
		{
			name: 'Client Credentials',
			value: 'clientCredentials',
			description: 'Your own app in a shop of your own organization; nothing to click',
		},
		{
			name: 'Access Token',
			value: 'accessToken',
			description: 'A custom app that was made in the shop before 2026',
		},
	],
	default: 'oAuth2',
};

/**
 * One credential per way to authenticate.
 *
 * @param testedBy the node's own test for those that are no OAuth2 credentials.
 */
export function shopifyCredentials(testedBy?: string): INodeCredentialDescription[] {
	const tested = testedBy === undefined ? {} : { testedBy };
	return [
		{
			name: 'shopifyStoreOAuth2Api',
			required: true,
			displayOptions: { show: { authentication: ['oAuth2'] } },
		},
		{
			name: 'shopifyStoreClientCredentialsApi',
			required: true,
			...tested,
			displayOptions: { show: { authentication: ['clientCredentials'] } },
		},
		{
			name: 'shopifyStoreAccessTokenApi',
			required: true,
			...tested,
			displayOptions: { show: { authentication: ['accessToken'] } },
		},
	];
}

/** Of a node that reads and writes on both sides; n8n calls each just "Credential" by itself. */
export const credentialsOfBothSides: INodeCredentialDescription[] = [
	...shopifyCredentials().map((credential) => ({
		...credential,
		displayName: 'Credential for Shopify',
	})),
	{
		name: 'quickBooksCompanyOAuth2Api',
		required: true,
		displayName: 'Credential for QuickBooks',
	},
];
