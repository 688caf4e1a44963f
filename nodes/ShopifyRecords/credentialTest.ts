import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { redact } from '../n8n/redact';
import { API_VERSION } from '../shopify/exchange';
import { shopBaseUrl } from '../shopify/shop';

interface Answer {
	statusCode: number;
	body: {
		access_token?: string;
		error_description?: string;
		data?: { shop?: { name?: string; myshopifyDomain?: string } };
	};
}

type Send = (options: object) => Promise<Answer>;

/** Asks the shop for its name, so that the user sees which shop is connected. */
export async function shopifyStoreConnection(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	// the only HTTP that n8n offers to a credential test
	const { helpers } = this;
	const send: Send = async (options) =>
		(await helpers.request({
			...options,
			json: true,
			simple: false,
			resolveWithFullResponse: true,
			timeout: 30_000,
		})) as Answer;
	return await test(send, credential.data ?? {}).catch((error: unknown) =>
		refused(error instanceof Error ? error.message : String(error)),
	);
}

async function test(
	send: Send,
	data: ICredentialDataDecryptedObject,
): Promise<INodeCredentialTestResult> {
	const address = shopBaseUrl(String(data.shopSubdomain ?? ''), String(data.baseUrl ?? ''));
	if (!address.ok) return refused(`${address.problem.what}. ${address.problem.fix}`);
	const token = await tokenOf(send, address.value, data);
	if (!token) {
		return refused(
			"Shopify gave no access token. Check 'Shop Subdomain', 'Client ID' and 'Client Secret', and that the app is installed in this shop.",
		);
	}
	const { statusCode, body } = await send({
		method: 'POST',
		uri: `${address.value}/admin/api/${API_VERSION}/graphql.json`,
		headers: { 'X-Shopify-Access-Token': token },
		body: { query: '{ shop { name myshopifyDomain } }' },
	});
	const shop = body?.data?.shop;
	if (shop?.name) {
		return { status: 'OK', message: `Connected to ${shop.name} (${shop.myshopifyDomain ?? ''})` };
	}
	return refused(
		statusCode === 401
			? 'Shopify did not accept the access token. Reconnect the credential.'
			: `Shopify answered with HTTP status ${statusCode}. Check 'Shop Subdomain'.`,
	);
}

async function tokenOf(
	send: Send,
	address: string,
	data: ICredentialDataDecryptedObject,
): Promise<string | undefined> {
	if (typeof data.accessToken === 'string') return data.accessToken;
	if (data.grantType !== 'clientCredentials') {
		const connected = data.oauthTokenData as { access_token?: string } | undefined;
		return connected?.access_token;
	}
	const { body } = await send({
		method: 'POST',
		uri: `${address}/admin/oauth/access_token`,
		body: {
			grant_type: 'client_credentials',
			client_id: data.clientId,
			client_secret: data.clientSecret,
		},
	});
	return body?.access_token;
}

function refused(message: string): INodeCredentialTestResult {
	return { status: 'Error', message: redact(message) };
}
