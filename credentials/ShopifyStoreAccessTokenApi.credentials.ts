import type { IAuthenticateGeneric, ICredentialType, INodeProperties } from 'n8n-workflow';
import { baseUrl, shopSubdomain } from './ShopifyStoreFields';

/** The permanent token of a custom app that was made in the shop's admin before 2026. */
export class ShopifyStoreAccessTokenApi implements ICredentialType {
	name = 'shopifyStoreAccessTokenApi';

	displayName = 'Shopify Store Access Token API';

	icon = { light: 'file:../icons/shopify.svg', dark: 'file:../icons/shopify.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-shopify-quickbooks/n8n-nodes-shopify-quickbooks#readme';

	properties: INodeProperties[] = [
		shopSubdomain,
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: "The Admin API access token of a custom app. It begins with 'shpat_'.",
		},
		baseUrl,
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { 'X-Shopify-Access-Token': '={{ $credentials.accessToken }}' } },
	};
}
