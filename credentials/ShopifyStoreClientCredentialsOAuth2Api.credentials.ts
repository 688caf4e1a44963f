import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { baseUrl, clientId, clientSecret, shopSubdomain, shopUrl } from './ShopifyStoreFields';

/**
 * Shopify's client credentials grant: an own app in an own shop of the same organization, nothing
 * to click. The scopes are those of the app's released version. A token lives 24 hours and has no
 * refresh token: n8n fetches the first one by itself, and a new one when Shopify answers 401.
 */
export class ShopifyStoreClientCredentialsOAuth2Api implements ICredentialType {
	name = 'shopifyStoreClientCredentialsOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Shopify Store Client Credentials OAuth2 API';

	icon = { light: 'file:../icons/shopify.svg', dark: 'file:../icons/shopify.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-shopify-quickbooks/n8n-nodes-shopify-quickbooks#readme';

	properties: INodeProperties[] = [
		shopSubdomain,
		clientId,
		clientSecret,
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'hidden',
			default: 'clientCredentials',
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: shopUrl('/admin/oauth/access_token'),
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			default: '',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'hidden',
			default: 'body',
		},
		baseUrl,
	];
}
