import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

/** An address of Intuit's, or the same path below the base URL where the user gave one. */
function intuitUrl(host: string, path: string): string {
	return `={{ ($self["baseUrl"] || "https://${host}").trim().replace(/\\/+$/, "") }}${path}`;
}

const TESTED_API =
	'($credentials.baseUrl || ($credentials.environment === "sandbox" ? "https://sandbox-quickbooks.api.intuit.com" : "https://quickbooks.api.intuit.com")).trim().replace(/\\/+$/, "")';

const TESTED_REALM = '$credentials.oauthTokenData?.callbackQueryString?.realmId';

/**
 * One QuickBooks Online company. Intuit's callback names the company (realmId), and n8n keeps it
 * beside the tokens; the refresh token changes about daily, and n8n keeps the new one too.
 */
export class QuickBooksCompanyOAuth2Api implements ICredentialType {
	name = 'quickBooksCompanyOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'QuickBooks Company OAuth2 API';

	icon = {
		light: 'file:../icons/quickbooks.svg',
		dark: 'file:../icons/quickbooks.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-shopify-quickbooks/n8n-nodes-shopify-quickbooks#readme';

	properties: INodeProperties[] = [
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Production', value: 'production' },
				{ name: 'Sandbox', value: 'sandbox' },
			],
			default: 'production',
			description: "Which of the app's two pairs of client ID and secret this is",
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
			hint: "In the Intuit Developer portal under 'Keys and credentials' of the app",
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
		},
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
			default: intuitUrl('appcenter.intuit.com', '/connect/oauth2'),
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: intuitUrl('oauth.platform.intuit.com', '/oauth2/v1/tokens/bearer'),
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			default: 'com.intuit.quickbooks.accounting',
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
			default: 'header',
		},
		{
			displayName: 'Company ID',
			name: 'companyId',
			type: 'string',
			default: '',
			placeholder: '9130 3480 1234 5678',
			description:
				'The company these books belong to, as a safeguard: nothing is read or posted while another one is connected. Leave empty to take the company that was chosen on connecting.',
			hint: "In QuickBooks under 'Account and settings', 'Billing & subscription'",
		},
		{
			displayName: 'Base URL (Sandbox or Proxy)',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'http://127.0.0.1:4820',
			description:
				"Leave empty to reach Intuit. An address here is called in Intuit's place, also to connect, and gets the tokens.",
		},
	];

	test: ICredentialTestRequest = {
		request: {
			baseURL: `={{ ${TESTED_API} }}`,
			url: `=/v3/company/{{ ${TESTED_REALM} }}/companyinfo/{{ ${TESTED_REALM} }}?minorversion=75`,
			headers: { Accept: 'application/json' },
		},
	};
}
