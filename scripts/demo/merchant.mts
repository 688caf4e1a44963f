import { startQuickBooksSandbox, type QuickBooksSandbox } from '../../sandbox/quickbooks/start.mts';
import {
	startShopifySandbox,
	type ShopifySandbox,
	type ShopifySandboxOptions,
} from '../../sandbox/shopify/start.mts';
import type { JsonData } from './json.mts';

/** One merchant: a shop, a company, and both already connected. */
export interface Merchant {
	shopify: ShopifySandbox;
	quickBooks: QuickBooksSandbox;
	/** What n8n stores of each credential once its owner has connected it, by credential type. */
	credentials: Record<'shopifyStoreOAuth2Api' | 'quickBooksCompanyOAuth2Api', JsonData>;
	close(): Promise<void>;
}

/** A shop that lives through its month needs `live` and `now`; one that sells now needs a `till`. */
export interface MerchantOptions
	extends Pick<ShopifySandboxOptions, 'live' | 'now' | 'shop' | 'till'> {
	/** 'YYYY-MM' of the orders. */
	month: string;
	orders?: number;
	seed?: number;
	/** A file with books kept by an earlier run. */
	load?: string;
	/** False: QuickBooks does not count calls, which come faster here than over any network. */
	limits?: boolean;
}

export async function startMerchant({ load, limits, ...shop }: MerchantOptions): Promise<Merchant> {
	const shopify = await startShopifySandbox(shop);
	const quickBooks = await startQuickBooksSandbox({ load, limits });
	return {
		shopify,
		quickBooks,
		credentials: credentialsOf(shopify, quickBooks),
		close: async () => {
			await Promise.all([shopify.close(), quickBooks.close()]);
		},
	};
}

function credentialsOf(
	shopify: ShopifySandbox,
	quickBooks: QuickBooksSandbox,
): Merchant['credentials'] {
	const { clientId, clientSecret, url: baseUrl } = quickBooks;
	return {
		shopifyStoreOAuth2Api: {
			...shopifyApp(shopify),
			oauthTokenData: { access_token: shopify.accessToken, token_type: 'bearer' },
		},
		quickBooksCompanyOAuth2Api: {
			...{ environment: 'sandbox', clientId, clientSecret, baseUrl },
			oauthTokenData: {
				...quickBooks.issueTokens(),
				callbackQueryString: { realmId: quickBooks.realmId },
			},
		},
	};
}

/** What a person types into a Shopify credential before connecting it. */
export function shopifyApp({ shopDomain, clientId, clientSecret, url }: ShopifySandbox): JsonData {
	const shopSubdomain = shopDomain.replace('.myshopify.com', '');
	return { shopSubdomain, clientId, clientSecret, baseUrl: url };
}

/** The month that template 1 reads by default: the one before this. */
export function lastMonth(now = new Date()): string {
	const date = new Date(Date.UTC(now.getFullYear(), now.getMonth() - 1, 1));
	return date.toISOString().slice(0, 7);
}
