import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
} from 'n8n-workflow';
import { clock } from '../n8n/clock';
import { authenticatedHttp, plainHttp } from '../n8n/transport';
import { createShopifyClient, type ClientOptions, type ShopifyClient } from '../shopify/client';
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
	/** Requests sent so far, repeated ones too. */
	calls: { http: number };
}

/** The shop that the chosen credential leads to, for an item of a node. */
export async function connectShop(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Outcome<ShopConnection>> {
	const type = typeOf(context.getNodeParameter('authentication', itemIndex));
	return connect(context, type, await context.getCredentials(type, itemIndex));
}

/**
 * The same for a trigger, which has no items, and whose time is limited: n8n gives up a poll that
 * takes too long, and a poll that fails is repeated by the next one anyway.
 */
export async function connectShopOfTrigger(
	context: IPollFunctions,
	budgetMs: number,
): Promise<Outcome<ShopConnection>> {
	const type = typeOf(context.getNodeParameter('authentication'));
	const third = Math.min(budgetMs / 3, 60_000);
	const limits = { timeoutMs: third, maxWaitMs: third, maxTries: 3 };
	return connect(context, type, await context.getCredentials(type), limits);
}

/** The same for a list of the panel, which has no items either. */
export async function connectShopOfPanel(
	context: ILoadOptionsFunctions,
): Promise<Outcome<ShopConnection>> {
	const type = typeOf(context.getCurrentNodeParameter('authentication'));
	return connect(context, type, await context.getCredentials(type), { maxTries: 2 });
}

function typeOf(authentication: unknown): string {
	return CREDENTIAL_TYPES.get(String(authentication)) ?? 'shopifyStoreOAuth2Api';
}

function connect(
	context: IExecuteFunctions | IPollFunctions | ILoadOptionsFunctions,
	type: string,
	credential: ICredentialDataDecryptedObject,
	limits: Partial<ClientOptions> = {},
): Outcome<ShopConnection> {
	const address = shopBaseUrl(
		String(credential.shopSubdomain ?? ''),
		String(credential.baseUrl ?? ''),
	);
	if (!address.ok) return address;
	const calls = { http: 0 };
	const send = counted(authenticatedHttp(context, type, 'X-Shopify-Access-Token'), calls);
	return ok({
		client: createShopifyClient({ baseUrl: address.value, send, clock, ...limits }),
		download: counted(plainHttp(context), calls),
		calls,
	});
}

function counted(send: SendHttp, calls: { http: number }): SendHttp {
	return async (request) => {
		calls.http += 1;
		return await send(request);
	};
}
