import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { clock } from '../n8n/clock';
import { redact } from '../n8n/redact';
import { credentialTestHttp } from '../n8n/transport';
import { createShopifyClient } from '../shopify/client';
import { readShop, shopBaseUrl } from '../shopify/shop';
import type { SendHttp } from '../shopify/types';

/** Asks the shop for its name, so that the user sees which shop is connected. */
export async function shopifyStoreConnection(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	return await test(credentialTestHttp(this), credential.data ?? {});
}

async function test(
	http: SendHttp,
	data: ICredentialDataDecryptedObject,
): Promise<INodeCredentialTestResult> {
	const address = shopBaseUrl(String(data.shopSubdomain ?? ''), String(data.baseUrl ?? ''));
	if (!address.ok) return refused(`${address.problem.what}. ${address.problem.fix}`);
	const token = await tokenOf(http, address.value, data);
	if (!token) {
		return refused(
			"Shopify gave no access token. Check 'Shop Subdomain', 'Client ID' and 'Client Secret', and that the app is installed in this shop.",
		);
	}
	const send: SendHttp = async (request) =>
		await http({ ...request, headers: { ...request.headers, 'X-Shopify-Access-Token': token } });
	const client = createShopifyClient({ baseUrl: address.value, send, clock, maxTries: 1 });
	const shop = await readShop(client);
	if (!shop.ok) return refused(`${shop.problem.what}. ${shop.problem.fix}`);
	const { name, myshopifyDomain } = shop.value;
	return { status: 'OK', message: `Connected to ${name} (${myshopifyDomain})` };
}

async function tokenOf(
	http: SendHttp,
	address: string,
	data: ICredentialDataDecryptedObject,
): Promise<string | undefined> {
	if (typeof data.accessToken === 'string') return data.accessToken;
	if (data.grantType !== 'clientCredentials') return accessTokenIn(data.oauthTokenData);
	const answer = await http({
		method: 'POST',
		url: `${address}/admin/oauth/access_token`,
		headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
		body: JSON.stringify({
			grant_type: 'client_credentials',
			client_id: data.clientId,
			client_secret: data.clientSecret,
		}),
	}).catch(() => undefined);
	return accessTokenIn(parse(answer?.body ?? ''));
}

/** Shopify explains some refusals in HTML. */
function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function accessTokenIn(answer: unknown): string | undefined {
	const { access_token: token } = (answer ?? {}) as { access_token?: unknown };
	return typeof token === 'string' && token !== '' ? token : undefined;
}

function refused(message: string): INodeCredentialTestResult {
	return { status: 'Error', message: redact(message) };
}
