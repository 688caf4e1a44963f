import type { ICredentialDataDecryptedObject, IDataObject, INode } from 'n8n-workflow';

import { QuickBooksCompanyOAuth2Api } from '../../credentials/QuickBooksCompanyOAuth2Api.credentials';
import { ShopifyStoreAccessTokenApi } from '../../credentials/ShopifyStoreAccessTokenApi.credentials';
import { ShopifyStoreClientCredentialsApi } from '../../credentials/ShopifyStoreClientCredentialsApi.credentials';
import { ShopifyStoreOAuth2Api } from '../../credentials/ShopifyStoreOAuth2Api.credentials';
import type { RunResult } from '../../engine/index.mts';
import { InventorySync } from '../../nodes/InventorySync/InventorySync.node';
import type { Company } from '../../sandbox/quickbooks/company/company.mts';
import type { CompanyKind } from '../../sandbox/quickbooks/company/types.mts';
import type { Order } from '../../sandbox/shopify/shop/model.mts';
import { startShopifySandbox } from '../../sandbox/shopify/start.mts';
import { createStockShop, type StockProduct } from '../../sandbox/shopify/stock/stockShop.mts';
import { Till } from '../../sandbox/shopify/stock/till.mts';
import { connected } from '../QuickBooksPosting/engine.mts';
import { runNode } from '../engine/runNode.mts';
import { openBooks } from '../quickbooks/books.mts';
import { StockRoom } from '../quickbooks/inventory/stock.mts';

export interface StoreOptions {
	products: StockProduct[];
	locations?: number;
	company?: CompanyKind;
	/** Scopes of the shop's token; all of them unless told. */
	scopes?: string[];
}

export const CREDENTIAL_TYPES = [
	new QuickBooksCompanyOAuth2Api(),
	new ShopifyStoreAccessTokenApi(),
	new ShopifyStoreClientCredentialsApi(),
	new ShopifyStoreOAuth2Api(),
];

/** Whatever happens in the shop happened an hour ago, so that nothing has "just changed". */
const HOUR_MS = 3_600_000;

/** A shop and a company with the same goods, and the node between them in n8n's own engine. */
export async function openStores({ products, locations, company, scopes }: StoreOptions) {
	const shop = createStockShop({ products, locations: locations ?? 1 });
	const now = new Date(Date.now() - HOUR_MS);
	const shopify = await startShopifySandbox({ shop, now });
	const books = await openBooks({ company: company ?? 'us-automated' });
	const room = new StockRoom(books);
	tidy(books.sandbox.company);
	const till = new Till(shop, { now: () => now });
	const token = scopes ? shopify.control.issueToken(scopes).accessToken : shopify.accessToken;
	const credentials = (): Record<string, ICredentialDataDecryptedObject> => ({
		shopifyStoreAccessTokenApi: {
			shopSubdomain: 'not-used',
			baseUrl: shopify.url,
			accessToken: token,
		},
		quickBooksCompanyOAuth2Api: connected(books.sandbox),
	});
	return {
		shop,
		shopify,
		books,
		room,
		till,
		credentials,
		/** Books an order whole: a sales receipt with the order's key. */
		book: (order: Order, pieces: Readonly<Record<string, number>>) =>
			room.document('SalesReceipt', '', pieces, {
				TxnDate: String(order.processedAt).slice(0, 10),
				DocNumber: String(order.name).replace('#', ''),
				PrivateNote: `Shopify order [${shopify.shopDomain}/Order/${String(order.legacyResourceId)}]`,
			}),
		run: async (
			parameters: IDataObject = {},
			{ items = [{}], onError }: { items?: unknown[]; onError?: INode['onError'] } = {},
		): Promise<RunResult> =>
			await runNode({
				name: 'Sync',
				node: new InventorySync(),
				items,
				parameters: { authentication: 'accessToken', ...parameters },
				onError,
				credentialTypes: CREDENTIAL_TYPES,
				credentials: credentials(),
			}),
		/** What the run wrote, by either side's own log. */
		writes: () => ({
			shopify: shopify.control.log.all().filter(({ label }) => label.startsWith('mutation')).length,
			quickBooks: books.sandbox.control
				.log()
				.filter(({ method, path }) => method === 'POST' && !/oauth|token/.test(path)).length,
		}),
		close: async () => await Promise.all([shopify.close(), books.close()]),
	};
}

/** Without the items of a new company, and with the account that QuickBooks makes with the first adjustment. */
function tidy(company: Company): void {
	for (const item of company.all('Item')) {
		if (item.Type === 'Inventory') company.update('Item', { ...item, Active: false });
	}
	company.create('Account', {
		Name: 'Inventory Shrinkage',
		AccountType: 'Cost of Goods Sold',
		AccountSubType: 'SuppliesMaterialsCogs',
	});
}

export type Stores = Awaited<ReturnType<typeof openStores>>;
