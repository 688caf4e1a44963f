import type { IExecuteFunctions } from 'n8n-workflow';
import { clock } from '../n8n/clock';
import { authenticatedHttp, plainHttp } from '../n8n/transport';
import { createShopifyClient, type ShopifyClient } from '../shopify/client';
import { shopBaseUrl } from '../shopify/shop';
import { ok, type Outcome, type SendHttp } from '../shopify/types';

const CREDENTIAL_TYPES = new Map([
	['oAuth2', 'shopifyStoreOAuth2Api'],
	['clientCredentials', 'shopifyStoreClientCredentialsApi'],
	['accessToken', 'shopifyStoreAccessTokenApi'],
]);

export interface ShopConnection {
	client: ShopifyClient;
	/** For addresses that are not the shop's: sends no token. */
	download: SendHttp;
}

export async function connectShop(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Outcome<ShopConnection>> {
	const authentication = String(context.getNodeParameter('authentication', itemIndex));
	const type = CREDENTIAL_TYPES.get(authentication) ?? 'shopifyStoreOAuth2Api';
	const credential = await context.getCredentials(type, itemIndex);
	const address = shopBaseUrl(
		String(credential.shopSubdomain ?? ''),
		String(credential.baseUrl ?? ''),
	);
	if (!address.ok) return address;
	const send = authenticatedHttp(context, type, 'X-Shopify-Access-Token');
	return ok({
		client: createShopifyClient({ baseUrl: address.value, send, clock }),
		download: plainHttp(context),
	});
}
