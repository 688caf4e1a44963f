import type { ICredentialDataDecryptedObject, IDataObject, INode } from 'n8n-workflow';

import { QuickBooksCompanyOAuth2Api } from '../../credentials/QuickBooksCompanyOAuth2Api.credentials';
import { ShopifyStoreAccessTokenApi } from '../../credentials/ShopifyStoreAccessTokenApi.credentials';
import type { RunResult } from '../../engine/index.mts';
import { ProductSync } from '../../nodes/ProductSync/ProductSync.node';
import type { CompanyKind, Json } from '../../sandbox/quickbooks/company/types.mts';
import { startQuickBooksSandbox, type QuickBooksSandbox } from '../../sandbox/quickbooks/start.mts';
import { createShop } from '../../sandbox/shopify/shop/createShop.mts';
import { startShopifySandbox, type ShopifySandbox } from '../../sandbox/shopify/start.mts';
import { runNode } from '../engine/runNode.mts';
import { connected } from '../QuickBooksPosting/engine.mts';

/** A row on the first output. */
export interface Row extends IDataObject {
	product: string;
	sku: string | null;
	status: string;
	fields: Array<{ field: string; before: string | null; after: string }>;
	leftOut?: Array<{ field: string; code: string }>;
	reason?: { code: string; what: string; fix: string };
	note?: string;
	item: { id: string; name: string } | null;
	variantId: string | null;
}

export interface Synced {
	result: RunResult;
	rows: Row[];
	summary: IDataObject;
	refused: IDataObject[];
}

export interface ShopWithBooks {
	shopify: ShopifySandbox;
	quickBooks: QuickBooksSandbox;
	/** QuickBooks' items by their SKU, as the API shows them. */
	item(sku: string): Json | undefined;
	items(): Json[];
	sync(parameters: IDataObject, more?: SyncOptions): Promise<Synced>;
	close(): Promise<void>;
}

export interface SyncOptions {
	items?: readonly unknown[];
	onError?: INode['onError'];
	quickBooks?: ICredentialDataDecryptedObject;
}

export interface ShopOptions {
	company?: CompanyKind;
	currency?: 'USD' | 'GBP';
	limits?: boolean;
	/** Of the shop; default: it starts without products' orders. */
	change?: (shop: ReturnType<typeof createShop>) => void;
}

/** A shop with the generator's catalogue, and a company that has not heard of it. */
export async function shopWithBooks(options: ShopOptions = {}): Promise<ShopWithBooks> {
	const { company = 'us-automated', currency = 'USD', limits = false, change } = options;
	const shop = createShop({ seed: 3, month: '2026-10', orders: 5, currency });
	change?.(shop);
	const shopify = await startShopifySandbox({ shop, realTimeThrottle: false });
	const quickBooks = await startQuickBooksSandbox({ company, limits });
	const items = () => quickBooks.company.all('Item') as Json[];
	return {
		shopify,
		quickBooks,
		items,
		item: (sku) => items().find((each) => each.Sku === sku),
		sync: async (parameters, more = {}) =>
			syncedOf(await run(shopify, quickBooks, parameters, more)),
		close: async () => {
			await Promise.all([shopify.close(), quickBooks.close()]);
		},
	};
}

async function run(
	shopify: ShopifySandbox,
	quickBooks: QuickBooksSandbox,
	parameters: IDataObject,
	{ items = [{}], onError, quickBooks: credential }: SyncOptions,
): Promise<RunResult> {
	return await runNode({
		name: 'Sync',
		node: new ProductSync(),
		items,
		parameters: { authentication: 'accessToken', ...parameters },
		onError,
		credentialTypes: [new QuickBooksCompanyOAuth2Api(), new ShopifyStoreAccessTokenApi()],
		credentials: {
			quickBooksCompanyOAuth2Api: credential ?? connected(quickBooks),
			shopifyStoreAccessTokenApi: {
				shopSubdomain: shopify.shopDomain.replace('.myshopify.com', ''),
				baseUrl: shopify.url,
				accessToken: shopify.accessToken,
			},
		},
	});
}

function syncedOf(result: RunResult): Synced {
	const [rows = [], summary = [], refused = []] = (result.outputs.Sync ?? []).map((items) =>
		items.map(({ json }) => json),
	);
	return {
		result,
		rows: rows as unknown as Row[],
		summary: (summary[0] ?? {}) as IDataObject,
		refused: refused as IDataObject[],
	};
}
