import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';
import { baseUrl, clientId, clientSecret, shopAddress, shopSubdomain } from './ShopifyStoreFields';

/**
 * Shopify's client credentials grant: an own app in an own shop of the same organization, nothing
 * to click. The scopes are those of the app's released version. A token lives 24 hours and has no
 * refresh token: n8n fetches the first one before the first request, and a new one when Shopify
 * answers 401. Not an oAuth2Api, because n8n neither tests nor connects one that has no consent page.
 */
export class ShopifyStoreClientCredentialsApi implements ICredentialType {
	name = 'shopifyStoreClientCredentialsApi';

	displayName = 'Shopify Store Client Credentials API';

	icon = { light: 'file:../icons/shopify.svg', dark: 'file:../icons/shopify.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-shopify-quickbooks/n8n-nodes-shopify-quickbooks#readme';

	properties: INodeProperties[] = [
		shopSubdomain,
		clientId,
		clientSecret,
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			// n8n fills it by `preAuthentication`, where it is empty and again after a 401.
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		baseUrl,
	];

	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const answer = (await this.helpers.httpRequest({
			method: 'POST',
			url: `${shopAddress(credentials)}/admin/oauth/access_token`,
			body: {
				grant_type: 'client_credentials',
				client_id: credentials.clientId,
				client_secret: credentials.clientSecret,
			},
			json: true,
		})) as IDataObject;
		return { accessToken: answer.access_token };
	}

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { 'X-Shopify-Access-Token': '={{ $credentials.accessToken }}' } },
	};
}
