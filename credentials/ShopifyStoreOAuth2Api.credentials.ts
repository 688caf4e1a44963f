import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import {
	baseUrl,
	clientId,
	clientSecret,
	shopSubdomain,
	shopUrl,
	testedShopUrl,
} from './ShopifyStoreFields';

/**
 * What the package reads: orders with their customers, variants, places of sale and terms; returns
 * and stock; the Shopify Payments ledger. Asking for less now would make every user reconnect when
 * a node that needs more is added. To write is asked for only where the user says so.
 */
const SCOPES = [
	'read_orders',
	'read_products',
	'read_customers',
	'read_locations',
	'read_payment_terms',
	'read_returns',
	'read_inventory',
	'read_shopify_payments_accounts',
	'read_shopify_payments_payouts',
	'read_shopify_payments_disputes',
].join(',');

/**
 * Shopify's authorization code grant, for an app that is installed by clicking through its consent
 * page. n8n asks without `expiring`, so a custom app gets a token that does not expire. Where
 * Shopify gives one that does (public apps), it comes with a refresh token: n8n uses it on a 401,
 * under a lock, and keeps the rotated one; after 90 days without a run it has to be reconnected.
 */
export class ShopifyStoreOAuth2Api implements ICredentialType {
	name = 'shopifyStoreOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Shopify Store OAuth2 API';

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
			default: 'authorizationCode',
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: shopUrl('/admin/oauth/authorize'),
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: shopUrl('/admin/oauth/access_token'),
		},
		{
			displayName: 'Orders Older Than 60 Days',
			name: 'allOrders',
			type: 'boolean',
			default: false,
			description:
				'Whether to ask for all orders instead of those of the last 60 days. The app needs the scope read_all_orders, which Shopify grants on request.',
		},
		{
			displayName: 'Write Stock to Shopify',
			name: 'writeStock',
			type: 'boolean',
			default: false,
			description:
				'Whether to ask for the right to change stock. Only Inventory Sync uses it, when it sets stock in Shopify. The app needs the scope write_inventory.',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			default: `={{ "${SCOPES}" + ($self["allOrders"] ? ",read_all_orders" : "") + ($self["writeStock"] ? ",write_inventory" : "") }}`,
		},
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
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

	/** n8n would send the token as a bearer only, and Shopify wants a header of its own. */
	test: ICredentialTestRequest = {
		request: {
			baseURL: testedShopUrl(),
			url: '/admin/api/2026-10/graphql.json',
			method: 'POST',
			headers: {
				'Content-Type': 'application/json',
				'X-Shopify-Access-Token': '={{ $credentials.oauthTokenData?.access_token }}',
			},
			body: { query: '{ shop { name } }' },
			json: true,
		},
	};
}
