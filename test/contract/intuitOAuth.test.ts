import OAuthClient from 'intuit-oauth';

import { QuickBooksCompanyOAuth2Api } from '../../credentials/QuickBooksCompanyOAuth2Api.credentials';
import { companyAddress } from '../../nodes/quickbooks/credential';
import { resolved } from './credentialExpressions.mts';

/** Our credential against the constants of Intuit's own client. */

const credential = new QuickBooksCompanyOAuth2Api();

async function defaults(self: Record<string, string>) {
	const fields = credential.properties.map((field) => [field.name, field.default]);
	return await resolved(Object.fromEntries(fields) as Record<string, string>, self);
}

test("asks Intuit's addresses for the accounting scope", async () => {
	const fields = await defaults({ baseUrl: '' });
	expect(fields).toMatchObject({
		grantType: 'authorizationCode',
		authUrl: OAuthClient.authorizeEndpoint,
		accessTokenUrl: OAuthClient.tokenEndpoint,
		scope: OAuthClient.scopes.Accounting,
		// The client sends id and secret in the Authorization header
		authentication: 'header',
	});
});

test('takes all addresses from a base URL, where there is one', async () => {
	expect(await defaults({ baseUrl: 'http://127.0.0.1:4820/' })).toMatchObject({
		authUrl: 'http://127.0.0.1:4820/connect/oauth2',
		accessTokenUrl: 'http://127.0.0.1:4820/oauth2/v1/tokens/bearer',
	});
});

test.each(['production', 'sandbox'] as const)("calls Intuit's API of %s", (environment) => {
	const oauthTokenData = { callbackQueryString: { realmId: '123' } };
	const address = companyAddress({ environment, baseUrl: '', oauthTokenData });
	const theirs = OAuthClient.environment[environment].replace(/\/$/, '');
	expect(address).toMatchObject({ ok: true, value: { baseUrl: theirs, realmId: '123' } });
});

test('is a credential that n8n can show and connect', () => {
	expect(credential.extends).toEqual(['oAuth2Api']);
	const secret = credential.properties.find(({ name }) => name === 'clientSecret');
	expect(secret?.typeOptions?.password).toBe(true);
	const names = credential.properties.map(({ name }) => name);
	// Names that n8n keeps for its own discovery
	expect(names).not.toEqual(expect.arrayContaining(['serverUrl']));
	expect(names).not.toEqual(expect.arrayContaining(['resourceUrl']));
});
